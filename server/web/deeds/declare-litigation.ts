import { declareLitigation } from '../../mediation/declare-litigation.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

export const declareLitigationPage = deedPage({
  act: 'declare-litigation',
  slug: 'procedure-declaree',
  words: fr.deeds.words['declare-litigation'],
  isFor: isParty,
  asks: askParty,
  perform: ({ core, session, caseId }, answers) => declareLitigation(core, session, caseId, partyIn(answers).party),
});
