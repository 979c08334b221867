import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { absence, act, caseFile } from '../../db/schema/index.ts';
import { absenceRefusal, longestAbsence, type AbsenceRefusal } from '../../policies/absence.ts';
import { addDays, endOfLocalDay, localDate, type LocalDate } from '../../policies/charter/calendar.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { mandatesInForce } from '../people/offices/mandates.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem, type ProblemCode } from '../problems.ts';
import { meetsAnother } from './absences.ts';
import { actRow } from './signed-act.ts';
import { drainCase } from './keys/drain.ts';
import { absenceSubject } from './keys/proven-absences.ts';
import { officeMembers } from './office-members.ts';

/** Days of an absence are counted in Paris, as those of a mandate. */
export const paris = 'Europe/Paris';

/** Without a first day, it has begun. */
export type Entry = { kind: 'declared' | 'sudden'; office: string; absent: string; deputy: string; firstDay?: LocalDate; lastDay: LocalDate };
export type Entered = { absence: string; from: string; until: string; cases: number };

/** Enters an absence by a signed act, then hands on the keys that this session holds in the cases it touches. */
export async function enterAbsence(core: Core, session: Session, entry: Entry): Promise<Entered> {
  const { entered, cases } = await refusing(core, session, `${entry.kind}-absence`, () =>
    core.database.withActor({ kind: 'person', id: session.person }, (tx, now) => enter(tx, core, session, entry, now)));
  for (const caseId of cases) await drainCase(core, session, caseId);

  return entered;
}

async function enter(tx: Tx, core: Core, session: Session, { kind, office, absent, deputy, ...days }: Entry, now: Date): Promise<{ entered: Entered; cases: string[] }> {
  const inOffice = await officeMembers(tx, office);
  const proven = await mandatesInForce(tx, core.secrets, now, [session.person, deputy]);
  const members = inOffice.filter(({ person, role }) => ![session.person, deputy].includes(person) || proven.some(({ row }) => row.personId === person && row.officeId === office && row.role === role));
  const refusal = absenceRefusal(kind, { actor: session.person, absent, deputy, members });
  if (refusal) throw new Problem(answers[refusal]);

  const { from, until } = periodOf(days, now);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('absence'), hashtext(${absent}))`);
  if (await meetsAnother(tx, office, absent, { from, until })) throw new Problem('acted-first');

  const id = randomUUID();
  const signed = actRow(core, session, null, { id: randomUUID(), kind: kind === 'declared' ? 'declare-absence' : 'record-absence', subject: absenceSubject({ deputy, absent, from, until }) }, now);
  await tx.insert(act).values(signed);
  await tx.insert(absence).values({ id, officeId: office, personId: absent, deputyId: deputy, kind, actId: signed.id, fromAt: from, untilAt: until, recordedBy: session.person, recordedAt: now });
  const touched = and(eq(caseFile.officeId, office), eq(caseFile.inCharge, absent));
  const cases = (await tx.select({ id: caseFile.id }).from(caseFile).where(touched)).map((one) => one.id);
  if (from <= now) await tx.update(caseFile).set({ holders: sql`${caseFile.holders} + 1`, keysDue: true }).where(touched);
  await core.journal.append(tx, {
    event: 'deed', act: kind === 'declared' ? 'declare-absence' : 'record-sudden-absence', actor: { kind: 'person', person: session.person, role: kind === 'declared' ? 'in-charge' : 'presiding' },
    subject: { absence: id, office, person: absent, deputy }, detail: { cases: cases.length }, signer: signerOf(session),
  });

  return { entered: { absence: id, from: from.toISOString(), until: until.toISOString(), cases: cases.length }, cases: from <= now ? cases : [] };
}

/** From the start of the first day, or from now when that is today, to the instant after the last. */
function periodOf({ firstDay, lastDay }: Pick<Entry, 'firstDay' | 'lastDay'>, now: Date): { from: Date; until: Date } {
  const today = localDate(now, paris);
  if (firstDay !== undefined && firstDay < today) throw new Problem('invalid-body', { errors: [{ field: 'firstDay', message: 'Donnez un premier jour qui ne soit pas passé.' }] });
  const from = firstDay === undefined || firstDay === today ? now : dayAfter(addDays(firstDay, -1));
  const until = dayAfter(lastDay);
  const days = (until.getTime() - from.getTime()) / 86_400_000;
  if (days <= 0) throw new Problem('invalid-body', { errors: [{ field: 'lastDay', message: 'Donnez un dernier jour qui ne soit ni passé, ni avant le premier.' }] });
  if (days > longestAbsence) throw new Problem('invalid-body', { errors: [{ field: 'lastDay', message: 'Une absence se déclare pour six mois au plus.' }] });

  return { from, until };
}

function dayAfter(day: LocalDate): Date {
  return new Date(endOfLocalDay(day, paris).getTime() + 1);
}

const answers: Readonly<Record<AbsenceRefusal, ProblemCode>> = { 'out-of-reach': 'not-found', 'no-mandate': 'mandate-missing', 'own-stand-in': 'own-stand-in' };
