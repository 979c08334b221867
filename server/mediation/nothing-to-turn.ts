import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { companion, extensionConsent, handOver } from '../../db/schema/index.ts';
import { hasCharge } from '../../policies/access.ts';
import type { Act } from '../../policies/lifecycle.ts';
import type { Core } from '../core.ts';
import type { CaseView } from './keys/view.ts';
import { agreementDeadline, latestExtension } from './propose-extension.ts';

type Done = readonly [Act, boolean][];

/**
 * Of the acts that turn the course of a case, those that have nothing to bear on now: a case that is not suspended is not
 * resumed, nobody consents to an extension that nobody proposed. `own`: the parties this person stands for.
 */
export async function nothingToTurn(core: Core, tx: Tx, view: CaseView, { person, own }: { person: string; own: readonly string[] }): Promise<Done> {
  const [extensions, companions, charge] = await Promise.all([extensionsDone(tx, view, own), companionsDone(tx, view, own), chargeDone(core, tx, view)]);

  return [...courseDone(view, person), ...extensions, ...companions, ...charge];
}

function courseDone({ row, referral, standings }: CaseView, person: string): Done {
  const mine = standings.flatMap((held) => (held.person === person ? [held.standing] : []));

  return [
    ['resume', row.suspendedAt === null],
    ['continue-without', row.outcome !== 'party_withdrew'],
    ['review-prior-step', row.purpose !== 'dispute' || referral !== null],
    // Once notices have left, only whoever is in charge redirects.
    ['redirect', row.state === 'notified' && !hasCharge(mine)],
    ['withdraw-request', mine.includes('former-party')],
    // A referral is answered once.
    ['accept-referral', referral?.state !== 'pending'],
    ['return-referral', referral?.state !== 'pending'],
  ];
}

async function extensionsDone(tx: Tx, { row }: CaseView, own: readonly string[]): Promise<Done> {
  const [running, latest] = await Promise.all([agreementDeadline(tx, row.id), latestExtension(tx, row.id)]);
  const given = latest ? await tx.select({ party: extensionConsent.partyId }).from(extensionConsent).where(eq(extensionConsent.extensionId, latest.id)) : [];
  const isOpen = running !== undefined && latest !== undefined && latest.agreedAt === null;

  return [
    ['propose-extension', running === undefined],
    ['extend', !isOpen || own.every((party) => given.some((one) => one.party === party))],
  ];
}

async function companionsDone(tx: Tx, { row }: CaseView, own: readonly string[]): Promise<Done> {
  const named = await tx.select({ party: companion.partyId, committedOn: companion.committedOn }).from(companion).where(and(eq(companion.caseId, row.id), isNull(companion.takenBackAt)));

  return [
    ['take-back-companion', !named.some(({ party }) => own.includes(party))],
    ['record-commitment', named.every(({ committedOn }) => committedOn !== null)],
  ];
}

/** An offer is made once at a time, and answered while it waits. */
async function chargeDone(core: Core, tx: Tx, { row }: CaseView): Promise<Done> {
  const offered = await tx.select({ from: handOver.fromPerson }).from(handOver).where(and(eq(handOver.caseId, row.id), eq(handOver.state, 'pending'), gt(handOver.expiresAt, core.clock())));

  return [
    // One that somebody made who has left since stands in nobody's way.
    ['offer-hand-over', offered.some(({ from }) => from === row.inCharge)],
    ['withdraw-hand-over', offered.length === 0],
    ['accept-hand-over', offered.length === 0],
    ['decline-hand-over', offered.length === 0],
  ];
}
