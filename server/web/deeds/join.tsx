import { transitionOf } from '../../../policies/lifecycle.ts';
import type { State } from '../../../policies/vocabulary.ts';
import { casePeople } from '../../mediation/case-people.ts';
import { joinCases } from '../../mediation/join-cases.ts';
import { aboutCase, readOnce, type About } from '../about.ts';
import { choice, later, type Ask, type Asks } from '../asks.tsx';
import { identitiesOf, partyName } from '../case-reading.ts';
import type { Values } from '../components/field.tsx';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { everyCase } from '../every-case.ts';
import { zone } from '../zone.ts';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';

const words = fr.turns;
const nobody = 'nobody';

/** First which request; then, for those whom no account tells apart, who is who. */
export const joinPage = deedPage<Asks>({
  act: 'join',
  slug: 'jonction',
  words: fr.deeds.words.join,
  isChecked: true,
  recall: async (about) => ((await others(about)).length > 0 ? <></> : <Inset text={words.recalled.noOther} />),
  asks: async (about, values) => ({ other: choice({ ...words.asks.other, options: await others(about) }), ...(await whoIsWho(about, values)) }),
  perform: ({ core, session, caseId }, { other, ...answers }) =>
    joinCases(core, session, caseId, {
      other: String(other),
      same: Object.entries(answers).flatMap(([field, here]) => (typeof here === 'string' && here !== nobody ? [{ theirs: field.slice(prefix.length), here }] : [])),
    }),
});

const prefix = 'same-';

/** One's own requests at a stage at which they can be joined. */
const others = readOnce(async ({ core, session, caseId, facts }: About) => {
  const from = transitionOf('join', facts.tier)?.from ?? [];

  return (await everyCase(core, session))
    .filter(({ case: id, tier, state, isInCharge }) => id !== caseId && isInCharge && tier === facts.tier && from.includes(state))
    .map(({ case: id, reference, receivedAt, state }) => ({ value: id, label: words.asks.otherOf(reference, dateInWords(new Date(receivedAt), zone), fr.choices.states[state as State]) }));
});

async function whoIsWho(about: About, values: Values): Promise<Asks> {
  const other = (await others(about)).find(({ value }) => value === values['other']);
  if (!other) return {};

  const theirs = await aboutCase(about.core, about.session, other.value);
  const [namedHere, namedThere] = [await identitiesOf(about), await identitiesOf(theirs)];
  const [here, there] = [await representedBy(about), await representedBy(theirs)];
  const known = (persons: readonly string[]) => here.find((one) => one.persons.some((person) => persons.includes(person)))?.party;
  const taken = there.flatMap(({ persons }) => known(persons) ?? []);
  const free = here.filter(({ party }) => !taken.includes(party));

  return Object.fromEntries(there.flatMap(({ party, persons }): [string, Ask<unknown>][] => {
    // Two people who each have an account are not one.
    const possible = free.filter((one) => persons.length === 0 || one.persons.length === 0);
    if (known(persons) !== undefined || possible.length === 0) return [];
    const options = [...possible.map((one) => ({ value: one.party, label: partyName(about, one.party, namedHere) })), { value: nobody, label: words.asks.nobodyHere }];

    return [[`${prefix}${party}`, later(choice({ label: words.asks.sameAs(partyName(theirs, party, namedThere)), hint: words.asks.sameHint, options }))]];
  }));
}

async function representedBy({ core, session, caseId }: About) {
  return (await casePeople(core, session, caseId)).parties;
}
