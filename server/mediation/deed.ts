import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, item, session as sessionTable } from '../../db/schema/index.ts';
import type { HeldStanding } from '../../policies/access.ts';
import { decide } from '../../policies/decide.ts';
import type { Act } from '../../policies/lifecycle.ts';
import { concernedBy } from '../../policies/mail.ts';
import type { Guard, State } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import type { Codes, Written } from '../journal/entry.ts';
import { rowOf } from '../journal/row-id.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import { refused } from '../refusals.ts';
import type { ShredKeys } from '../vault/shred.ts';
import { planKeys } from './keys/plan.ts';
import type { InvitedKey, KeyPlan, NewCompartment } from './keys/planning.ts';
import { prove, type Proven } from './keys/proven.ts';
import { countLeftToOne, requireTwoHolders } from './keys/two-holders.ts';
import { readLocked, unlock, whoMatters } from './keys/unlock.ts';
import { loadCase, standingsOf, type ActRow, type CaseView } from './keys/view.ts';
import { writeKeys } from './keys/write.ts';
import { sealedItem } from './sealed-item.ts';
import { actRow, type SignedAct } from './signed-act.ts';

/** What a deed on a case says of itself; `performDeed` gives it keys, a transaction and a journal entry. */
export type Deed<T> = {
  act: Act;
  /** Facts for the guards of its transition, read in the same transaction. */
  guards?: (tx: Tx, view: CaseView) => Promise<Partial<Record<Guard, boolean>>>;
  /** Slow work once the deed is allowed, before its transaction: what it opens or seals in another case. */
  beforehand?: (view: CaseView) => Promise<void>;
  /** Writes into another case too: the transaction is not narrowed to this one. */
  spansCases?: boolean;
  /** Acts that give reach, signed by the session. */
  signs?: readonly SignedAct[];
  /** Who is what once the deed is done, when it changes that. */
  after?: (view: CaseView) => HeldStanding[];
  creates?: (view: CaseView) => readonly NewCompartment[];
  invited?: (view: CaseView) => readonly InvitedKey[];
  /** Somebody leaves on purpose: the deed opens the next epochs itself; or only those that two people could hold. */
  opensNext?: boolean | 'where-two-stay';
  /** Goes through even if it leaves a compartment with one holder: an alarm is journaled. */
  mayLeaveOne?: boolean;
  /** Writes content only: the case's version stays, so that two people may write at once. */
  writesOnly?: boolean;
  change: (work: Work) => Promise<T>;
};

/** What the deed's transaction offers. */
export type Work = {
  tx: Tx;
  view: CaseView;
  now: Date;
  /** The states the transition may lead to. */
  to: readonly State[] | 'same';
  /** Seals a text into a compartment the session can write, and returns the item's id. */
  write(place: NewCompartment, kind: string, text: string, facts?: { sourceDigest?: Uint8Array }): Promise<string>;
  move(to: State, facts?: Partial<typeof caseFile.$inferInsert>): Promise<void>;
  /** Tells the journal of another row of ciphertext. */
  wrote(row: Written): void;
  /** Codes for the journal, beside the act, the case and what was written. */
  note(detail: Codes): void;
};

type Prepared = { view: CaseView; plan: KeyPlan; proven: Proven; acts: ActRow[]; shred: Partial<ShredKeys> };

/**
 * Performs a deed on a case: prepare (read the holders, seal keys on worker threads), then in one transaction lock the
 * case, compare the version of its holders, decide, change and journal. One retry when the case changed meanwhile.
 * @throws Problem `not-found`, `wrong-state`, a missing fact, `changed-meanwhile`
 */
export async function performDeed<T>(core: Core, session: Session, caseId: string, deed: Deed<T>): Promise<T> {
  try {
    return await attempt(core, session, caseId, deed);
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return attempt(core, session, caseId, deed).catch(tellChanged);
    if (error instanceof Problem) await journalRefusal(core, session, caseId, deed.act, error);

    throw error;
  }
}

class ChangedMeanwhile extends Error {}

async function attempt<T>(core: Core, session: Session, caseId: string, deed: Deed<T>): Promise<T> {
  const prepared = await prepare(core, session, caseId, deed);

  return core.database.withActor({ kind: 'person', id: session.person }, (tx, now) => commit(core, session, { tx, now }, deed, prepared), deed.spansCases ? undefined : { caseId });
}

async function prepare<T>(core: Core, session: Session, caseId: string, deed: Deed<T>): Promise<Prepared> {
  const at = core.clock();
  const acts = (deed.signs ?? []).map((signed) => actRow(core, session, caseId, signed, at));
  const { view, world, locked } = await core.database.withActor(
    { kind: 'person', id: session.person },
    async (tx) => {
      const view = await loadCase(tx, caseId);
      if (!view) throw new Problem('not-found');
      const guards = (await deed.guards?.(tx, view)) ?? {};
      const decision = decide(standingsOf(view, session.person), deed.act, { tier: view.row.tier, state: view.row.state, isReferralPending: isPending(view), isSuspended: view.row.suspendedAt !== null, guards });
      if (!decision.allow) throw refused(decision.why);
      const locked = await readLocked(tx, view, session.person, view.compartments.flatMap(({ epochs }) => epochs.map(({ id }) => id)));
      const signing = { ...view, acts: [...view.acts, ...acts] };

      return { view: signing, locked, world: await loadWorld(tx, core.secrets, at, whoMatters(signing, deed.after?.(view) ?? [], locked)) };
    },
    { caseId },
  );
  await deed.beforehand?.(view);
  const proven = prove(view, world);
  const { keys } = await unlock({ deployment: core.secrets.deployment.id, session, view, world, proven, locked });
  const plan = await planKeys({
    deployment: core.secrets.deployment.id, session, view, world, proven, keys, at,
    after: deed.after?.(view) ?? view.standings, creates: deed.creates?.(view), invited: deed.invited?.(view), opensNext: deed.opensNext,
  });
  if (!deed.mayLeaveOne) requireTwoHolders(view, plan, deed.after?.(view) ?? view.standings);

  return { view, plan, proven, acts, shred: await core.shred.keys(caseId) };
}

/** Whether the office of this case has yet to accept or return the referral it came by. */
function isPending({ referral }: CaseView): boolean {
  return referral?.state === 'pending';
}

async function commit<T>(core: Core, session: Session, { tx, now }: { tx: Tx; now: Date }, deed: Deed<T>, { view, plan, acts, shred }: Prepared): Promise<T> {
  const caseId = view.row.id;
  const [[locked], [alive]] = await Promise.all([
    tx.select().from(caseFile).where(eq(caseFile.id, caseId)).for('update'),
    // Held until commit: a session revoked meanwhile, or whose keys were renewed, does nothing more.
    tx.select({ idHash: sessionTable.idHash }).from(sessionTable).where(eq(sessionTable.idHash, session.idHash)).for('key share'),
  ]);
  if (!alive) throw new Problem('signed-out');
  if (!locked || locked.holders !== view.row.holders) throw new ChangedMeanwhile();

  const standings = standingsOf(view, session.person);
  const decision = decide(standings, deed.act, { tier: view.row.tier, state: locked.state as State, isReferralPending: isPending(view), isSuspended: locked.suspendedAt !== null, guards: (await deed.guards?.(tx, view)) ?? {} });
  if (!decision.allow) throw refused(decision.why);

  const written: Written[] = [];
  const places: NewCompartment[] = [];
  let detail: Codes = {};
  let state = locked.state as State;
  await writeKeys(tx, plan, acts, written);
  const work: Work = {
    tx, view, now, to: decision.to,
    write: async (place, kind, text, facts) => {
      const row = sealedItem(core, session, caseId, plan, shred, place, kind, text, now, facts?.sourceDigest);
      await tx.insert(item).values(row);
      written.push({ table: 'item', row: rowOf(row.id, row.version), ciphertext: row.sealed });
      places.push(place);

      return row.id;
    },
    move: async (to, facts = {}) => {
      await tx.update(caseFile).set({ ...facts, state: to }).where(eq(caseFile.id, caseId));
      state = to;
    },
    wrote: (row) => void written.push(row),
    note: (codes) => void (detail = { ...detail, ...codes }),
  };
  // Before the change: whoever leaves by it reaches nothing afterwards.
  if (!deed.writesOnly || plan.epochs.length > 0) await tx.execute(sql`update case_file set holders = holders + 1 where id = ${caseId}`);
  const result = await deed.change(work);

  const touchesKeys = plan.grants.length + plan.rings.length + plan.epochs.length > 0;
  if (!deed.writesOnly || touchesKeys) await tx.execute(sql`select sweep_case(${caseId})`);
  await core.journal.append(tx, {
    event: 'deed', act: deed.act, actor: { kind: 'person', person: session.person, role: decision.as }, subject: { caseId },
    detail: { ...detail, ...(plan.distrusted.length > 0 && { distrusted: plan.distrusted.length }) }, written, signer: signerOf(session),
  });
  for (const { person, standing } of plan.distrusted) await core.journal.append(tx, { event: 'alarm', act: 'entitlement-refused', actor: { kind: 'system' }, subject: { caseId, person }, detail: { standing } });
  const leftToOne = deed.mayLeaveOne ? countLeftToOne(view, deed.after?.(view) ?? view.standings) : 0;
  if (leftToOne > 0) await core.journal.append(tx, { event: 'alarm', act: 'one-holder-left', actor: { kind: 'system' }, subject: { caseId }, detail: { compartments: leftToOne } });
  await core.post?.tell(tx, concernedBy({ act: deed.act, actor: session.person, state, places, before: view.standings, after: deed.after?.(view) ?? view.standings }), now);

  return result;
}

async function journalRefusal(core: Core, session: Session, caseId: string, act: string, problem: Problem): Promise<void> {
  await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    core.journal.append(tx, { event: 'refused', act, actor: { kind: 'person', person: session.person }, subject: { caseId }, detail: { why: problem.code }, signer: signerOf(session) }),
  );
}

function tellChanged(error: unknown): never {
  throw error instanceof ChangedMeanwhile ? new Problem('changed-meanwhile') : error;
}
