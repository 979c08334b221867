import { withdrawRequest } from '../../mediation/withdraw-request.ts';
import type { About } from '../about.ts';
import { BulletList } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const withdrawRequestPage = deedPage({
  act: 'withdraw-request',
  slug: 'retrait-de-la-demande',
  words: fr.deeds.words['withdraw-request'],
  recall: ({ facts }) => <BulletList items={whoLearns(facts)} />,
  perform: ({ core, session, caseId }) => withdrawRequest(core, session, caseId),
});

/** Before the notices nobody has been told of the request (D art. 6); afterwards the page says who was, or may have been while letters wait to leave. */
function whoLearns({ state, deadlines }: About['facts']): string[] {
  const words = fr.partyAsks;
  if (state === 'received' || state === 'acknowledged') return [words.notTold];
  const isWaiting = deadlines.some(({ rule, metAt }) => rule === 'notices' && metAt === null);

  return [isWaiting ? words.perhapsTold : words.alreadyTold, ...(state === 'consent_requested' ? [words.invitedLearn] : [])];
}
