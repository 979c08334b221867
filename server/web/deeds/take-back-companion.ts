import { takeBackCompanion } from '../../mediation/take-back-companion.ts';
import { choice } from '../asks.tsx';
import { companionsOf } from '../companions.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { isParty } from './own-party.ts';

export const takeBackCompanionPage = deedPage({
  act: 'take-back-companion',
  slug: 'accompagnant-en-moins',
  words: fr.deeds.words['take-back-companion'],
  isFor: isParty,
  asks: async (about) => ({ companion: choice({ ...fr.turns.asks.companion, options: (await companionsOf(about)).map(({ companion, name, link }) => ({ value: companion, label: name, hint: link })) }) }),
  perform: ({ core, session, caseId }, { companion }) => takeBackCompanion(core, session, caseId, companion),
});
