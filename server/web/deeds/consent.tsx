import { consent } from '../../mediation/consent.ts';
import { consentTexts, consentVersion } from '../../mediation/consent-text.ts';
import type { About } from '../about.ts';
import { agreement, asShown, choice } from '../asks.tsx';
import { Document } from '../components/document.tsx';
import { Inset } from '../components/messages.tsx';
import { Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

const words = fr.partyAsks;

/** The entry agreement of a mediation: its whole text, the question of Ch 9, and a check before it is signed. */
export const consentPage = deedPage({
  act: 'consent',
  slug: 'consentement',
  words: fr.deeds.words.consent,
  isFor: isParty,
  isChecked: true,
  asks: (about) => ({
    ...askParty(about),
    textVersion: asShown(consentVersion('regional')),
    litigation: choice({ label: words.litigation, hint: words.litigationHint, options: [{ value: 'none', label: words.none }, { value: 'declared', label: words.declared }] }),
    accept: agreement({ legend: words.acceptLegend, label: words.accept }),
  }),
  recall: recallConsent,
  perform: ({ core, session, caseId }, { textVersion, litigation, ...answers }) => consent(core, session, caseId, { textVersion, litigation, ...partyIn(answers) }),
});

/** The text in force at the tier of the case, and who learns of the answer. */
export function recallConsent({ facts }: About): JSX.Element {
  return (
    <>
      <Section id="texte" heading={words.text}>
        <Document text={consentTexts[consentVersion(facts.tier)]} />
      </Section>
      <Inset text={facts.tier === 'local' ? words.conciliationReaders : words.consentReaders} />
    </>
  );
}
