import { isOneOf, type About } from '../about.ts';
import { choice, localDay, scannedPaper } from '../asks.tsx';
import { identitiesOf, partyName } from '../case-reading.ts';
import { fr } from '../words/fr.ts';

/** Whether whoever looks enters what comes on paper. */
export function entersPaper(about: Pick<About, 'facts'>): boolean {
  return isOneOf(about, 'secretary');
}

/** What is asked of every paper: whose it is, the day it arrived, and its scan. */
export async function paperAsks(about: About) {
  const words = fr.paper.asks;
  const identities = await identitiesOf(about);
  const options = about.facts.parties.map(({ party }) => ({ value: party, label: partyName(about, party, identities), hint: identities.get(party)?.function }));

  return { party: choice({ ...words.party, options }), receivedOn: localDay(words.receivedOn), file: scannedPaper() };
}
