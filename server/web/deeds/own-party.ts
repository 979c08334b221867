import { isOneOf, type About } from '../about.ts';
import { choice, type Ask } from '../asks.tsx';
import { fr } from '../words/fr.ts';

/** Whether whoever looks stands for a party of the case. */
export function isParty(about: Pick<About, 'facts'>): boolean {
  return isOneOf(about, 'party');
}

/** The parties whoever looks stands for. */
export function ownParties({ facts }: Pick<About, 'facts'>): string[] {
  return facts.me.flatMap(({ standing, subject }) => (standing === 'party' && subject !== null ? [subject] : []));
}

/** The same, with those whoever looks stood for until they left: what is theirs to read. */
export function readParties({ facts }: Pick<About, 'facts'>): string[] {
  return facts.me.flatMap(({ standing, subject }) => ((standing === 'party' || standing === 'former-party') && subject !== null ? [subject] : []));
}

/** For whom they act: asked of those alone who stand for several. */
export function askParty(about: Pick<About, 'facts'>): { party?: Ask<string> } {
  const own = ownParties(about);
  if (own.length < 2) return {};
  const rank = (party: string) => String(about.facts.parties.find((one) => one.party === party)?.ordinal ?? '');

  return { party: choice({ label: fr.partyAsks.asWhom, options: own.map((party) => ({ value: party, label: fr.partyAsks.party(rank(party)) })) }) };
}

/** Their answer, as the deeds take it. */
export function partyIn(answers: object): { party?: string } {
  return 'party' in answers && typeof answers.party === 'string' ? { party: answers.party } : {};
}
