import { referralGrounds } from '../../../policies/charter/reasons.ts';
import { listCallUps } from '../../mediation/list-call-ups.ts';
import { referUp } from '../../mediation/refer-up.ts';
import type { About } from '../about.ts';
import { choice, optional } from '../asks.tsx';
import { courseOf, identitiesOf, partyName } from '../case-reading.ts';
import { BulletList, Paragraph, Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { dayInWords } from '../words/due.ts';
import { fr } from '../words/fr.ts';

export const referUpPage = deedPage({
  act: 'refer-up',
  slug: 'saisine-nationale',
  words: fr.deeds.words['refer-up'],
  isFor: ({ facts }) => facts.me.every(({ standing }) => standing !== 'party'),
  isChecked: true,
  recall: async (about) => <WhatTravels names={await partyNames(about)} />,
  asks: async ({ core, session }) => {
    const waiting = (await listCallUps(core, session)).filter(({ answer }) => answer === null);

    return {
      ground: choice({ ...fr.deeds.asks.ground, options: referralGrounds.map((value) => ({ value, label: fr.office.grounds[value] })) }),
      ...(waiting.length > 0 && { callUp: optional(choice({ ...fr.deeds.asks.callUp, options: waiting.map(({ callUp, dueOn }) => ({ value: callUp, label: fr.deeds.asks.callUpOf(dayInWords(dueOn)) })) })) }),
    };
  },
  perform: ({ core, session, caseId }, { ground, callUp }) => referUp(core, session, caseId, { ground, ...(callUp !== undefined && { callUp }) }),
});

/** What is sent, what is not, what each party is asked anew, and who receives it. */
function WhatTravels({ names }: { names: readonly string[] }): JSX.Element {
  const words = fr.deeds.travels;

  return (
    <>
      <Section id="transmis" heading={words.sent}>
        <BulletList items={[words.identities(names.join(', ')), words.facts]} />
      </Section>
      <Section id="non-transmis" heading={words.kept}>
        <BulletList items={words.keptItems} />
      </Section>
      <Section id="consentements" heading={words.consents}>
        <Paragraph text={words.consentsAnew} />
      </Section>
      <Section id="destinataires" heading={words.receivers}>
        <BulletList items={words.receiversItems} />
      </Section>
    </>
  );
}

async function partyNames(about: About): Promise<string[]> {
  const [identities, { parties }] = [await identitiesOf(about), await courseOf(about)];

  return parties.map(({ party }) => partyName(about, party, identities));
}
