import { listCompanions } from '../mediation/list-companions.ts';
import { reveal } from '../mediation/reveal.ts';
import { isOneOf, readOnce, type About } from './about.ts';
import { identitiesOf, partyName } from './case-reading.ts';
import type { Option } from './components/radios.tsx';
import { fr } from './words/fr.ts';

/** Somebody who goes with a party, by name. */
export type ShownCompanion = { companion: string; party: string; committedOn: string | null; name: string; link: string };

/** Those who still go with a party; their names are opened one by one, and nothing else of the accounts. */
export const companionsOf = readOnce(async (about: About): Promise<ShownCompanion[]> => {
  const { core, session, caseId } = about;
  const named = await countedCompanions(about);
  if (named.length === 0) return [];
  const texts = await reveal(core, session, caseId, named.map(({ party, item }) => ({ kind: 'account', subject: party, item })));

  return named.flatMap(({ companion, party, committedOn, item }) => {
    const opened = texts.find(({ id }) => id === item);

    return opened ? [{ companion, party, committedOn, ...(JSON.parse(opened.text) as { name: string; link: string }) }] : [];
  });
});

/** The same without a name: nothing is opened. */
export const countedCompanions = readOnce(async (about: About) => {
  if (!isOneOf(about, 'party', 'in-charge', 'stand-in', 'delegate')) return [];

  return (await listCompanions(about.core, about.session, about.caseId)).filter(({ isTakenBack }) => !isTakenBack);
});

/** As choices for those who run the case: each with the party they go with. */
export async function companionOptions(about: About, shown: readonly ShownCompanion[]): Promise<(Option & { value: string })[]> {
  const identities = await identitiesOf(about);

  return shown.map(({ companion, party, name, link }) => ({ value: companion, label: fr.turns.asks.companionOf(name, partyName(about, party, identities)), hint: link }));
}
