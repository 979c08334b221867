import type { Invited } from '../../mediation/invite.ts';
import { inviteAuthor } from '../../mediation/invite-author.ts';
import { isOneOf } from '../about.ts';
import { longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { InvitedPage } from '../pages/office/invited.tsx';
import { fr } from '../words/fr.ts';

type Sent = Invited & { letter: string };

export const inviteAuthorPage = deedPage({
  act: 'invite-author',
  slug: 'invitation-auteur',
  from: 'papiers',
  words: fr.paper.deeds['invite-author'],
  isFor: (about) => isOneOf(about, 'in-charge'),
  isChecked: true,
  starts: ({ facts }) => ({ letter: fr.paper.authorLetter(facts.reference) }),
  asks: () => ({ letter: longText({ ...fr.paper.asks.authorLetter, limit: 20_000, rows: 12 }) }),
  perform: async ({ core, session, caseId }, { letter }): Promise<Sent> => ({ ...(await inviteAuthor(core, session, caseId, { letter })), letter }),
  once: (result, visit, about, { origin }) => <InvitedPage visit={visit} about={about} sent={result as Sent} origin={origin} />,
});
