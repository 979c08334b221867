import type { State } from '../../../policies/vocabulary.ts';
import { withdrawRequest } from '../../mediation/withdraw-request.ts';
import { BulletList } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const withdrawRequestPage = deedPage({
  act: 'withdraw-request',
  slug: 'retrait-de-la-demande',
  words: fr.deeds.words['withdraw-request'],
  recall: ({ facts }) => <BulletList items={whoLearns(facts.state as State)} />,
  perform: ({ core, session, caseId }) => withdrawRequest(core, session, caseId),
});

/** Before the notices nobody has been told of the request (D art. 6); afterwards the page says who was. */
function whoLearns(state: State): string[] {
  const words = fr.partyAsks;
  if (state === 'received' || state === 'acknowledged') return [words.notTold];

  return [words.alreadyTold, ...(state === 'consent_requested' ? [words.invitedLearn] : [])];
}
