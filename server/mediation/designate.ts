import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { designation, epoch, party, recusal, seat } from '../../db/schema/index.ts';
import { designationRefusal } from '../../policies/charter/body.ts';
import type { Guard } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { openEveryParty, type CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { barredBy } from './exclusions.ts';
import type { CaseView } from './keys/view.ts';
import { isBarred } from './no-conflict.ts';
import { isPeer, officeMembers, type OfficeMember } from './office-members.ts';
import { meetDeadline, startDeadline } from './start-deadline.ts';

/**
 * The mediator in charge designates one or two delegates, members of the body or themselves, one of them certified (Ch 10
 * [C]). By this deed they leave every caucus: its next epoch is sealed to the party and the delegates. A newcomer gets no
 * earlier one, so what a former delegate shared is closed, and opened again by the next who holds it.
 * @throws Problem `not-found`, `wrong-state`, `certification-missing`, `undertaking-missing`, `conflict-declared`, `acted-first`
 */
export async function designate(core: Core, session: Session, caseId: string, delegates: readonly string[]): Promise<{ designations: string[]; challengeUntil: string }> {
  const at = core.clock();
  const acts = delegates.map((person) => ({ id: randomUUID(), kind: 'designate' as const, subject: idBytes(person) }));
  let known: CaseParties;

  return performDeed(core, session, caseId, {
    act: 'designate',
    guards: (tx, view) => guardsOf(tx, view, delegates),
    beforehand: async (view) => void (known = await withoutConflict(core, session, view, delegates)),
    signs: acts,
    opensNext: true,
    after: (view) => [...view.standings, ...delegates.map((person) => ({ person, standing: 'delegate' as const, subject: null, since: at }))],
    change: async ({ tx, view, now, move }) => {
      const live = await liveDesignations(tx, caseId);
      if (live.some(({ personId }) => delegates.includes(personId))) throw new Problem('acted-first');

      await closeCaucuses(tx, view, now);
      const inOffice = await officeMembers(tx, view.row.officeId);
      const rows = delegates.map((personId, place) => ({ id: randomUUID(), caseId, personId, certified: isCertified(inOffice, personId), actId: (acts[place] as { id: string }).id, at }));
      await tx.insert(designation).values(rows);
      // A waiver covers the persons it was given for, not those who come later [I].
      await tx.update(party).set({ challengeWaivedAt: null }).where(eq(party.caseId, caseId));
      await move('designated');
      await meetDeadline(tx, caseId, 'challenge', now);
      const [first] = rows;
      const challengeUntil = await startDeadline(tx, 'challenge', { caseId, table: 'designation', id: (first as { id: string }).id, at }, known);

      return { designations: rows.map(({ id }) => id), challengeUntil };
    },
  });
}

async function guardsOf(tx: Tx, view: CaseView, delegates: readonly string[]): Promise<Partial<Record<Guard, boolean>>> {
  const caseId = view.row.id;
  const [inOffice, live, seats, recusals, former] = await Promise.all([
    officeMembers(tx, view.row.officeId),
    liveDesignations(tx, caseId),
    tx.select().from(seat).where(and(eq(seat.caseId, caseId), inArray(seat.personId, [...delegates]))),
    tx.select().from(recusal).where(and(eq(recusal.caseId, caseId), inArray(recusal.personId, [...delegates]))),
    tx.select().from(designation).where(and(eq(designation.caseId, caseId), inArray(designation.personId, [...delegates]))),
  ]);
  const together = [...live.map(({ certified }) => ({ certified })), ...delegates.map((person) => ({ certified: isCertified(inOffice, person) }))];

  return {
    'one-certified-mediator': designationRefusal(together) === undefined,
    'undertakings-valid': delegates.every((person) => inOffice.some((one) => one.person === person && (isPeer(one) || person === view.row.inCharge))),
    'no-conflict-declared': recusals.length === 0 && !seats.some(isBarred) && !former.some(({ endedAt }) => endedAt !== null),
    'two-holders': true, // the party and a delegate at least; `performDeed` counts the others
  };
}

/** G14 with names: whoever works where a party works, or is one, is not designated. */
async function withoutConflict(core: Core, session: Session, view: CaseView, delegates: readonly string[]): Promise<CaseParties> {
  const { parties, inOffice } = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => ({
    parties: await tx.select({ id: party.id }).from(party).where(eq(party.caseId, view.row.id)),
    inOffice: await officeMembers(tx, view.row.officeId),
  }), { caseId: view.row.id });
  const known = await openEveryParty(core, session, view.row.id, parties.length);
  if (barredBy(known, inOffice.filter(({ person }) => delegates.includes(person))).size > 0) throw new Problem('conflict-declared');

  return known;
}

function liveDesignations(tx: Tx, caseId: string) {
  return tx.select().from(designation).where(and(eq(designation.caseId, caseId), isNull(designation.endedAt)));
}

async function closeCaucuses(tx: Tx, view: CaseView, now: Date): Promise<void> {
  const before = view.compartments.filter(({ kind }) => kind === 'caucus').flatMap(({ epochs }) => epochs.filter(({ closedAt }) => closedAt === null).map(({ id }) => id));
  if (before.length > 0) await tx.update(epoch).set({ closedAt: now }).where(and(inArray(epoch.id, before), isNull(epoch.closedAt)));
}

function isCertified(inOffice: readonly OfficeMember[], person: string): boolean {
  return inOffice.some((one) => one.person === person && one.certified);
}
