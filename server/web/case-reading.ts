import { caseCourse } from '../mediation/case-course.ts';
import { colleagues } from '../mediation/colleagues.ts';
import type { PersonEntry } from '../mediation/request-body.ts';
import { reveal } from '../mediation/reveal.ts';
import { readOnce, type About } from './about.ts';
import { fr } from './words/fr.ts';

/** How the case goes, for those who run it. */
export const courseOf = readOnce(({ core, session, caseId }) => caseCourse(core, session, caseId));

/** Who is in office there, by name. */
export const colleaguesOf = readOnce(({ core, session, caseId }) => colleagues(core, session, caseId));

/** What each party says of themselves, by party; a reading of identities. What stays shut is absent. */
export const identitiesOf = readOnce(async ({ core, session, caseId }): Promise<ReadonlyMap<string, PersonEntry>> => {
  const texts = await reveal(core, session, caseId, [{ kind: 'identity' }]);

  return new Map(texts.flatMap(({ kind, subject, text }) => (kind === 'entry' && subject !== null ? [[subject, JSON.parse(text) as PersonEntry] as const] : [])));
});

/** A party by name where it was read, else by its rank. */
export function partyName({ facts }: Pick<About, 'facts'>, party: string | null, identities?: ReadonlyMap<string, PersonEntry>): string {
  const rank = facts.parties.findIndex((one) => one.party === party);

  if (rank < 0 || party === null) return fr.office.history.aParty;

  return identities?.get(party)?.name ?? fr.office.party(String(rank + 1));
}
