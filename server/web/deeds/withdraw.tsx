import { withdraw } from '../../mediation/withdraw.ts';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { isParty } from './own-party.ts';

export const withdrawPage = deedPage({
  act: 'withdraw',
  slug: 'retrait',
  words: fr.deeds.words.withdraw,
  isFor: isParty,
  recall: () => <Inset text={fr.partyAsks.whoEnds} />,
  perform: ({ core, session, caseId }) => withdraw(core, session, caseId),
});
