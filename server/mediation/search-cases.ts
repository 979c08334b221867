import { desc, sql } from 'drizzle-orm';
import { caseFile } from '../../db/schema/index.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { countOwn } from '../people/attempts.ts';
import { hasWords, readWords, type Asked } from './search-words.ts';
import type { PersonEntry } from './request-body.ts';
import { revealListed, type Revealed } from './reveal.ts';

/** Days of receipt are looked for as Paris counts them. */
const paris = 'Europe/Paris';

/** In how many cases a name is sought at once, the latest first: each is opened. */
const atMost = 200;

export type Found = { case: string; reference: string; state: string; receivedAt: string; role: Standing };

/**
 * Looks for a reference, a day of receipt or a name among the cases that exist for this person. Names are opened and
 * compared in memory; the words stand nowhere: no address, no row, no line of a log. One journal entry with the count.
 * `isCapped`: a name may also stand in an older case.
 * @throws Problem `too-many`
 */
export async function searchCases(core: Core, session: Session, words: string): Promise<{ found: Found[]; looked: number; isCapped: boolean }> {
  await countOwn(core, session, 'search');
  const asked = readWords(words);
  const { exact, latest, looked, isCapped } = await within(core, session, asked);
  const found = exact.length > 0 ? exact : await named(core, session, latest, asked);

  return { found: await withRoles(core, session, found), looked, isCapped };
}

type Row = { id: string; reference: string; state: string; receivedAt: Date };
type Within = { exact: Row[]; /** Where a name is sought, when nothing else was found. */ latest: Row[]; looked: number; isCapped: boolean };

async function within(core: Core, session: Session, { reference, day, names }: Asked): Promise<Within> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const rows = await tx.select({ id: caseFile.id, reference: caseFile.reference, state: caseFile.state, receivedAt: caseFile.receivedAt }).from(caseFile).orderBy(desc(caseFile.receivedAt));
    const exact = rows.filter((row) => row.reference === reference || (day !== undefined && localDate(row.receivedAt, paris) === day));
    const latest = exact.length > 0 || names.length === 0 ? [] : rows.slice(0, atMost);
    const looked = latest.length > 0 ? latest.length : rows.length;
    await core.journal.append(tx, { event: 'listed', act: 'search', actor: { kind: 'person', person: session.person }, detail: { count: looked, names: names.length > 0 ? 1 : 0 }, signer: signerOf(session) });

    return { exact, latest, looked, isCapped: latest.length > 0 && rows.length > latest.length };
  });
}

async function named(core: Core, session: Session, rows: readonly Row[], asked: Asked): Promise<Row[]> {
  const opened = await revealListed(core, session, rows.map(({ id }) => id), [{ kind: 'identity' }]);
  const bearsThem = ({ kind, text }: Revealed) => kind === 'entry' && hasWords((JSON.parse(text) as PersonEntry).name, asked.names);

  return rows.filter(({ id }) => opened.get(id)?.some(bearsThem));
}

async function withRoles(core: Core, session: Session, rows: readonly Row[]): Promise<Found[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const found: Found[] = [];
    for (const { id, reference, state, receivedAt } of rows) {
      const held = (await tx.execute<{ standing: Standing }>(sql`select standing from own_standings(${id})`)).map(({ standing }) => standing);
      const role = closest.find((standing) => held.includes(standing)) ?? held[0];
      if (role) found.push({ case: id, reference, state, receivedAt: receivedAt.toISOString(), role });
    }

    return found;
  });
}

/** Of several standings, the one that says most of what somebody is to a case. */
const closest: readonly Standing[] = ['in-charge', 'stand-in', 'delegate', 'party', 'seated', 'convened', 'secretary', 'successor', 'presiding'];
