import { invite, type Invited } from '../../mediation/invite.ts';
import { choice, longText } from '../asks.tsx';
import { identitiesOf, partyName } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { InvitedPage } from '../pages/office/invited.tsx';
import { fr } from '../words/fr.ts';

type Sent = Invited & { letter: string };

export const invitePage = deedPage({
  act: 'invite',
  slug: 'invitation',
  words: fr.deeds.words.invite,
  isFor: ({ facts }) => facts.tier !== 'local' && facts.parties.some(({ isRepresented }) => !isRepresented),
  isChecked: true,
  starts: ({ facts }) => ({ letter: fr.deeds.models.invitation(facts.reference), party: facts.parties.find(({ isRepresented }) => !isRepresented)?.party ?? '' }),
  asks: async (about) => {
    const identities = await identitiesOf(about);
    const options = about.facts.parties.filter(({ isRepresented }) => !isRepresented).map(({ party }) => ({ value: party, label: partyName(about, party, identities), hint: identities.get(party)?.function }));

    return { party: choice({ ...fr.deeds.asks.invited, options }), letter: longText({ ...fr.deeds.asks.invitationLetter, limit: 20_000, rows: 12 }) };
  },
  perform: async ({ core, session, caseId }, { party, letter }): Promise<Sent> => ({ ...(await invite(core, session, caseId, { party, letter })), letter }),
  once: (result, visit, about, { origin }) => <InvitedPage visit={visit} about={about} sent={result as Sent} origin={origin} />,
});
