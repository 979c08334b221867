import { and, eq, gt, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { absence, act, caseFile, compartment, epoch, invitation, officeKey, officeKeyShare, referral } from '../../../db/schema/index.ts';
import type { HeldStanding } from '../../../policies/access.ts';
import type { CompartmentKind, OfficeKeyUse, Standing, State } from '../../../policies/vocabulary.ts';

export type CaseRow = typeof caseFile.$inferSelect & { state: State };
export type ActRow = typeof act.$inferSelect;
export type EpochView = { id: string; number: number; audience: 'preparation' | 'mediation'; actId: string; openedBy: string; openedAt: Date; closedAt: Date | null };
export type CompartmentView = { id: string; kind: CompartmentKind; subject: string | null; actId: string; createdBy: string; epochs: EpochView[] };
export type Holder = { epochId: string; via: 'person' | 'office' | 'invitation'; holderId: string };
export type OfficeKeyView = { id: string; use: OfficeKeyUse; epoch: number; statementDigest: Uint8Array; isOpen: boolean; holders: string[] };

/** A case as one transaction saw it: its facts, who holds which key, and the signed acts behind them. */
export type CaseView = {
  row: CaseRow;
  standings: HeldStanding[];
  compartments: CompartmentView[];
  holders: Holder[];
  officeKeys: OfficeKeyView[];
  /** Of this case, and those that name a stand-in for somebody of its office. */
  acts: ActRow[];
  invitations: (typeof invitation.$inferSelect)[];
  /** The referral this case came by, from the tier below. */
  referral: typeof referral.$inferSelect | null;
};

/** Reads a case the actor reaches; undefined when it does not exist for them. */
export async function loadCase(tx: Tx, caseId: string): Promise<CaseView | undefined> {
  const [row] = await tx.select().from(caseFile).where(eq(caseFile.id, caseId));
  if (!row) return undefined;

  const [standings, compartments, epochs, holders, keys, acts, invitations, referrals, absences] = await Promise.all([
    tx.execute<StandingRow>(sql`select person_id, standing, subject, since from case_standings(${caseId})`),
    tx.select().from(compartment).where(eq(compartment.caseId, caseId)),
    tx.select().from(epoch).where(eq(epoch.caseId, caseId)).orderBy(epoch.number),
    tx.execute<HolderRow>(sql`select epoch_id, via, holder_id from case_holders(${caseId})`),
    tx.select().from(officeKey).leftJoin(officeKeyShare, eq(officeKeyShare.officeKeyId, officeKey.id)).where(eq(officeKey.officeId, row.officeId)),
    tx.select().from(act).where(eq(act.caseId, caseId)).orderBy(act.at),
    tx.select().from(invitation).where(eq(invitation.caseId, caseId)),
    tx.select().from(referral).where(eq(referral.upperCaseId, caseId)),
    tx.select({ act }).from(absence).innerJoin(act, or(eq(act.id, absence.actId), eq(act.id, absence.endActId))).where(and(eq(absence.officeId, row.officeId), gt(absence.untilAt, row.receivedAt))).orderBy(act.at),
  ]);

  return {
    row: { ...row, state: row.state as State },
    standings: standings.map((one) => ({ person: one.person_id, standing: one.standing, subject: one.subject, since: new Date(one.since) })),
    compartments: compartments.map(({ id, kind, subject, actId, createdBy }) => ({
      id, kind: kind as CompartmentKind, subject, actId, createdBy,
      epochs: epochs.filter(({ compartmentId }) => compartmentId === id),
    })),
    holders: holders.map((one) => ({ epochId: one.epoch_id, via: one.via, holderId: one.holder_id })),
    officeKeys: officeKeys(keys),
    acts: [...acts, ...absences.map((one) => one.act)],
    invitations,
    referral: referrals[0] ?? null,
  };
}

/** The standings of one person in a view. */
export function standingsOf(view: Pick<CaseView, 'standings'>, person: string): Standing[] {
  return view.standings.filter((held) => held.person === person).map(({ standing }) => standing);
}

/** The compartment of a kind (and subject), if the case has it. */
export function compartmentOf(view: Pick<CaseView, 'compartments'>, kind: CompartmentKind, subject: string | null = null): CompartmentView | undefined {
  return view.compartments.find((one) => one.kind === kind && one.subject === subject);
}

type StandingRow = { person_id: string; standing: Standing; subject: string | null; since: string };
type HolderRow = { epoch_id: string; via: Holder['via']; holder_id: string };
type KeyRow = { office_key: typeof officeKey.$inferSelect; office_key_share: typeof officeKeyShare.$inferSelect | null };

function officeKeys(rows: KeyRow[]): OfficeKeyView[] {
  const byId = new Map<string, OfficeKeyView>();
  for (const { office_key: key, office_key_share: share } of rows) {
    const view = byId.get(key.id) ?? { id: key.id, use: key.use as OfficeKeyUse, epoch: key.epoch, statementDigest: key.statementDigest, isOpen: key.closedAt === null, holders: [] };
    if (share) view.holders.push(share.personId);
    byId.set(key.id, view);
  }

  return [...byId.values()];
}
