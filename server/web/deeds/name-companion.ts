import { nameCompanion } from '../../mediation/name-companion.ts';
import { line } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

const words = fr.turns.asks;

export const nameCompanionPage = deedPage({
  act: 'name-companion',
  slug: 'accompagnant',
  words: fr.deeds.words['name-companion'],
  isFor: isParty,
  asks: (about) => ({ ...askParty(about), name: line(words.companionName), link: line(words.companionLink) }),
  perform: ({ core, session, caseId }, { name, link, ...answers }) => nameCompanion(core, session, caseId, { name, link, ...partyIn(answers) }),
});
