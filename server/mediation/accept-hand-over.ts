import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, compartment, handOver } from '../../db/schema/index.ts';
import type { HeldStanding } from '../../policies/access.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { isAway } from './absences.ts';
import { performDeed } from './deed.ts';
import type { SignedAct } from './signed-act.ts';
import { invitationPlaces } from './invite.ts';
import type { InvitedKey } from './keys/planning.ts';
import { compartmentOf, loadCase, standingsOf, type CaseView } from './keys/view.ts';
import { notesReadableUntil } from './leave-case.ts';
import { hasNoConflict } from './no-conflict.ts';
import { alternates } from './take-charge.ts';

/**
 * Whom a case was offered to takes it over, and from then on it is theirs (DS #4316). Their session holds every key since
 * the offer: it opens the next epochs for those who stay, and whoever hands over keeps nothing but their own notes, for
 * thirty days (design 4). Open invitations go on.
 * @throws Problem `not-found` for anybody else or once the offer has lapsed, `conflict-declared`, `absence-running`, `acted-first`
 */
export async function acceptHandOver(core: Core, session: Session, caseId: string): Promise<{ inCharge: string }> {
  const former = await inChargeOf(core, session, caseId);
  const at = core.clock();
  const act: SignedAct = { id: randomUUID(), kind: 'accept-hand-over', subject: idBytes(former) };

  return performDeed(core, session, caseId, {
    act: 'accept-hand-over',
    guards: async (tx, view) => ({
      'undertakings-valid': standingsOf(view, session.person).includes('presiding'),
      'no-conflict-declared': await hasNoConflict(tx, view, session.person),
      present: !(await isAway(tx, view.row.officeId, session.person, at)),
    }),
    signs: [act],
    after: (view) => inTheirPlace(view, session.person, at),
    invited: (view) => stillInvited(view, at),
    opensNext: 'where-two-stay',
    change: async ({ tx, view, now }) => {
      if (view.row.inCharge !== former) throw new Problem('changed-meanwhile');
      const offered = and(eq(handOver.caseId, caseId), eq(handOver.toPerson, session.person), eq(handOver.state, 'pending'), gt(handOver.expiresAt, now));
      if ((await tx.select({ id: handOver.id }).from(handOver).where(offered)).length === 0) throw new Problem('acted-first');

      await tx.update(caseFile).set({ inCharge: session.person, chargedAt: now }).where(eq(caseFile.id, caseId));
      await tx.update(handOver).set({ state: 'accepted', answeredAt: now }).where(offered);
      await keepNotes(tx, view, { former, next: session.person, now });

      return { inCharge: session.person };
    },
  });
}

/** From whom: the signed act names them. */
async function inChargeOf(core: Core, session: Session, caseId: string): Promise<string> {
  const view = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => loadCase(tx, caseId), { caseId });

  // Whoever is refused anyway is refused by the deed, which journals it.
  return view?.row.inCharge ?? session.person;
}

function inTheirPlace(view: CaseView, person: string, since: Date): HeldStanding[] {
  const ends: readonly string[] = ['in-charge', 'stand-in', 'successor', 'alternate'];

  return [...view.standings.filter(({ standing }) => !ends.includes(standing)), { person, standing: 'in-charge', subject: null, since }, ...alternates(view, person)];
}

/** What a link opened, it opens in the next epochs too. */
function stillInvited(view: CaseView, at: Date): InvitedKey[] {
  return view.invitations.filter(({ state, expiresAt }) => state === 'open' && expiresAt > at).map(({ id, xwingPublic, expiresAt, partyId }) => ({
    id, publicKey: xwingPublic, expiresAt, compartments: invitationPlaces(view.row.tier, partyId).opened.filter(({ kind, subject = null }) => compartmentOf(view, kind, subject)),
  }));
}

/** Thirty days for the notes of whoever has no other place in the case; whoever comes back in time keeps theirs. */
async function keepNotes(tx: Tx, view: CaseView, { former, next, now }: { former: string; next: string; now: Date }): Promise<void> {
  const notesOf = (person: string) => and(eq(compartment.caseId, view.row.id), eq(compartment.kind, 'notes'), eq(compartment.subject, person));
  if (!standingsOf(view, former).includes('delegate')) await tx.update(compartment).set({ readableUntil: notesReadableUntil(now) }).where(notesOf(former));
  await tx.update(compartment).set({ readableUntil: null }).where(and(notesOf(next), or(isNull(compartment.readableUntil), gt(compartment.readableUntil, now))));
}
