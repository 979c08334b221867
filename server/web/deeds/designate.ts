import { designate } from '../../mediation/designate.ts';
import { isPeer } from '../../mediation/office-members.ts';
import type { About } from '../about.ts';
import { several } from '../asks.tsx';
import { colleaguesOf } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { colleagueOptions } from './colleague-options.ts';

export const designatePage = deedPage({
  act: 'designate',
  slug: 'designation',
  words: fr.deeds.words.designate,
  isChecked: true,
  asks: async (about) => ({ delegates: several({ ...fr.deeds.asks.delegates, options: colleagueOptions(await designable(about)), most: 2 }) }),
  perform: ({ core, session, caseId }, { delegates }) => designate(core, session, caseId, delegates),
});

/** Members of the body, a deputy, or whoever is in charge; not those designated before, who stay or were challenged. */
async function designable(about: About) {
  const { designations, inCharge } = about.facts;
  const before = designations.map(({ person }) => person);

  return (await colleaguesOf(about)).filter(({ person, roles }) => (person === inCharge || roles.some((role) => isPeer({ role }))) && !before.includes(person));
}
