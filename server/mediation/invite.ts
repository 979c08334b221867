import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { invitation, party as partyTable, setting } from '../../db/schema/index.ts';
import { addDays, localDate } from '../../policies/charter/calendar.ts';
import { settingOn, type Setting } from '../../policies/charter/settings.ts';
import { hasCharge } from '../../policies/access.ts';
import type { Guard, Tier } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { normalAddress } from '../people/address.ts';
import { Problem } from '../problems.ts';
import { invitationSubject } from '../vault/act.ts';
import { toBase64url } from '../vault/bytes.ts';
import { invitationKeys, linkHash, newLinkSecret } from '../vault/invitation.ts';
import { performDeed } from './deed.ts';
import { codeTries, newCode } from './invitation-code.ts';
import type { NewCompartment } from './keys/planning.ts';
import { compartmentOf, standingsOf, type CaseView } from './keys/view.ts';
import { isObjectAgreed } from './object-agreed.ts';

/**
 * The link and the code are shown once, to be printed or handed over by two ways; the service keeps neither. `mailed`: the
 * link has left for the address given; the code goes another way.
 */
export type Invited = { invitation: string; link: string; path: string; code: string; expiresAt: string; mailed: boolean };

/** `address`: where to mail the link, when mail is on; it is kept nowhere. */
export type Inviting = { party: string; letter: string; address?: string };

/**
 * The mediator in charge invites a party nobody stands for yet (Ch 9 [C]). The signed act names the two public keys of
 * the link, which receives grants that expire with it. A new invitation replaces the former.
 * @throws Problem `not-found`, `wrong-state`, `object-not-agreed`, `two-holders`, `acted-first` when the party is
 *   represented or has left, `invalid-body` for an address that is none
 */
export async function invite(core: Core, session: Session, caseId: string, given: Inviting): Promise<Invited> {
  return inviteParty(core, session, caseId, given, 'invite', guardsOf);
}

/** What every invitation is made of, whatever it is an invitation to. */
export async function inviteParty(core: Core, session: Session, caseId: string, { party, letter, address }: Inviting, act: 'invite' | 'invite-author', guards: typeof guardsOf): Promise<Invited> {
  const to = address === undefined ? undefined : normalAddress(address);
  const secret = newLinkSecret();
  const [{ xwing, identity }, expiresAt] = await Promise.all([invitationKeys(secret), expiry(core, session)]);
  const [id, actId] = [randomUUID(), randomUUID()];
  const { code, ...stored } = newCode(core, id);
  const invitedAt = (view: CaseView) => ({ id, publicKey: xwing.publicKey, expiresAt, compartments: invitationPlaces(view.row.tier, party).opened.filter(({ kind }) => kind !== 'object' || compartmentOf(view, 'object')) });

  const invited = await performDeed(core, session, caseId, {
    act,
    guards: (tx, view) => (hasCharge(standingsOf(view, session.person)) ? guards(tx, view, party) : Promise.resolve({})),
    signs: [{ id: actId, kind: 'invite', subject: invitationSubject(party, xwing.publicKey, identity.publicKey) }],
    creates: (view) => invitationPlaces(view.row.tier, party).needed.filter(({ kind, subject = null }) => !compartmentOf(view, kind, subject)),
    invited: (view) => [invitedAt(view)],
    change: async ({ tx, now, write }) => {
      await tx.update(invitation).set({ state: 'replaced', answeredAt: now }).where(and(eq(invitation.partyId, party), eq(invitation.state, 'open')));
      await tx.insert(invitation).values({
        id, caseId, partyId: party, actId, linkHash: linkHash(secret), xwingPublic: xwing.publicKey, identityPublic: identity.publicKey,
        ...stored, triesLeft: codeTries, state: 'open', createdAt: now, expiresAt,
      });
      await write({ kind: 'letters', subject: party }, 'invitation', letter);
      const link = toBase64url(secret);

      return { invitation: id, link, path: `/invitation/${link}`, code, expiresAt: expiresAt.toISOString() };
    },
  });
  const mailed = to !== undefined && ((await core.post?.mailLink(to, invited.path, core.clock())) ?? false);

  return { ...invited, mailed };
}

/** What a party needs, and what their link opens before they have accepted (design 4, invitation). */
export function invitationPlaces(tier: Tier, party: string): { needed: NewCompartment[]; opened: NewCompartment[] } {
  const own: NewCompartment[] = [{ kind: 'account', subject: party }, { kind: 'letters', subject: party }];
  const talk: NewCompartment[] = tier === 'local' ? [] : [{ kind: 'caucus', subject: party }];

  return {
    needed: [...own, ...talk, ...(tier === 'local' ? [{ kind: 'conciliation' } as const] : [])],
    opened: [{ kind: 'identity', subject: party }, ...own, ...talk, { kind: 'object' }],
  };
}

async function guardsOf(tx: Tx, view: CaseView, party: string): Promise<Partial<Record<Guard, boolean>>> {
  await refuseUnlessWaiting(tx, view, party);

  // Two holders are there by construction: the mediator in charge and the link.
  return { 'object-agreed': await isObjectAgreed(tx, view), 'two-holders': true };
}

/** @throws Problem `not-found` for no party of the case, `acted-first` when somebody stands for it, or it has left */
export async function refuseUnlessWaiting(tx: Tx, view: CaseView, party: string): Promise<void> {
  const [known] = await tx.select({ id: partyTable.id, withdrawnAt: partyTable.withdrawnAt }).from(partyTable).where(and(eq(partyTable.caseId, view.row.id), eq(partyTable.id, party)));
  if (!known) throw new Problem('not-found');
  if (known.withdrawnAt !== null || view.standings.some(({ standing, subject }) => standing === 'party' && subject === party)) throw new Problem('acted-first');
}

async function expiry(core: Core, session: Session): Promise<Date> {
  const now = core.clock();
  const settings = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.select().from(setting).where(eq(setting.key, 'invitation')));
  const day = localDate(now, 'UTC');
  const days = settingOn('invitation', settings satisfies Setting[], day);

  return new Date(`${addDays(day, days)}T23:59:59.999Z`);
}
