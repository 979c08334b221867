import { and, asc, eq, isNull } from 'drizzle-orm';
import { party, representative } from '../../db/schema/index.ts';
import { professions } from '../../policies/charter/categories.ts';
import type { Party } from '../../policies/charter/facts.ts';
import type { Core, Session } from '../core.ts';
import { directoryFacts, type DirectoryFacts } from '../people/directory.ts';
import { Problem } from '../problems.ts';
import type { PersonEntry } from './request-body.ts';
import { reveal } from './reveal.ts';

/** What a session that holds `identity/*` can compute with: the parties as the rules see them, and the directory. */
export type CaseParties = { parties: Party[]; facts: DirectoryFacts; zone: string; names: ReadonlyMap<string, string>; left: ReadonlySet<string> };

/**
 * Opens the identities of a case that the session holds: a party's establishment is nowhere else (design 4). A party's
 * own session opens its own entry only. `names`: by party; `left`: the
 * parties who have. `zone` is the IANA time zone of the first workplace opened.
 * @throws Problem `not-found` out of reach, `key-missing` when no identity can be opened
 */
export async function openCaseParties(core: Core, session: Session, caseId: string): Promise<CaseParties> {
  const { rows, representatives, facts } = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [rows, representatives, facts] = await Promise.all([
      tx.select({ id: party.id, withdrawnAt: party.withdrawnAt }).from(party).where(eq(party.caseId, caseId)).orderBy(asc(party.ordinal)),
      tx.select().from(representative).where(and(eq(representative.caseId, caseId), isNull(representative.until))),
      directoryFacts(tx, core.clock()),
    ]);

    return { rows, representatives, facts };
  }, { caseId });
  const sheets = await reveal(core, session, caseId, [{ kind: 'identity' }]);
  // A referred case holds there what the tier below found, too.
  const entries = new Map(sheets.filter(({ kind }) => kind === 'entry').map(({ subject, text }) => [subject, JSON.parse(text) as PersonEntry]));
  const parties = rows.flatMap(({ id }) => {
    const entry = entries.get(id);

    return entry ? [partyOf(id, entry, representatives.filter(({ partyId }) => partyId === id).map(({ personId }) => personId))] : [];
  });

  return {
    parties, facts, zone: zoneOf(parties, facts), names: new Map(parties.map(({ id }) => [id, entries.get(id)?.name ?? ''])),
    left: new Set(rows.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id)),
  };
}

/**
 * The same where every party counts.
 * @throws Problem `key-missing` while an identity stays shut
 */
export async function openEveryParty(core: Core, session: Session, caseId: string, expected: number): Promise<CaseParties> {
  const opened = await openCaseParties(core, session, caseId);
  if (opened.parties.length < expected) throw new Problem('key-missing');

  return opened;
}

/** Without those who have left: an agreement is no business of theirs, nor of their institution's. */
export function stayingOf(known: CaseParties): CaseParties {
  return { ...known, parties: known.parties.filter(({ id }) => !known.left.has(id)) };
}

/** A party as the rules see it, from its entry. */
export function partyOf(id: string, entry: PersonEntry, personKeys: string[]): Party {
  return {
    id, personKeys, categories: [professions[entry.profession]], establishmentId: entry.establishment,
    placementEstablishmentId: entry.placement ?? null, facultyId: entry.faculty ?? null, schoolId: entry.school ?? null,
  };
}

function zoneOf(parties: readonly Party[], { establishments, departments }: DirectoryFacts): string {
  for (const { placementEstablishmentId, establishmentId } of parties) {
    const place = establishments.find(({ id }) => id === (placementEstablishmentId ?? establishmentId));
    const zone = departments.find(({ code }) => code === place?.departmentCode)?.zone;
    if (zone) return zone;
  }

  throw new Problem('key-missing');
}
