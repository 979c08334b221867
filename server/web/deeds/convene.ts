import { convene } from '../../mediation/convene.ts';
import { isPeer } from '../../mediation/office-members.ts';
import { isOneOf, type About } from '../about.ts';
import { longText, optionalText, several } from '../asks.tsx';
import { colleaguesOf } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { colleagueOptions } from './colleague-options.ts';

export const convenePage = deedPage({
  act: 'convene',
  slug: 'convocation',
  words: fr.deeds.words.convene,
  isChecked: true,
  asks: async (about) => ({
    members: several({ ...fr.deeds.asks.members, options: colleagueOptions(await peersLeft(about)) }),
    text: longText({ ...fr.deeds.asks.convocation, limit: 6_000 }),
    // Names are the mediator's to give: the secretary convenes without them.
    ...(isOneOf(about, 'in-charge', 'stand-in') && { names: optionalText({ ...fr.deeds.asks.names, limit: 2_000, rows: 4 }) }),
  }),
  perform: ({ core, session, caseId }, { members, text, names }) => convene(core, session, caseId, { members, text, ...(names !== undefined && { names }) }),
});

/** Peers of the body, without whoever presides and those already called. */
async function peersLeft(about: About) {
  const called = about.facts.seats.map(({ person }) => person);

  return (await colleaguesOf(about)).filter(({ person, roles }) => roles.some((role) => isPeer({ role })) && person !== about.facts.inCharge && !called.includes(person));
}
