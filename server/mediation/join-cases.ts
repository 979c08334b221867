import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { caseFile, invitation, joining, party, representative } from '../../db/schema/index.ts';
import type { HeldStanding } from '../../policies/access.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed, type Work } from './deed.ts';
import { joinedParties, readJoining, type BothCases, type JoinedParty, type SameParty } from './joined-parties.ts';
import { copyEntries, type EntryCopy } from './joined-entries.ts';
import { representation } from './keys/proven.ts';
import { refuseNewcomersConflict } from './newcomers-conflict.ts';
import { isObjectAgreed } from './object-agreed.ts';
import { compartmentOf } from './keys/view.ts';

export type Joined = { joining: string; parties: { theirs: string; here: string }[] };

/**
 * The mediator in charge of two requests on one dispute joins the second to the first [I]: its parties become parties of the
 * first, by signed acts; their identities are copied by this session; an account comes only as a copy its author seals
 * (`carry-account`). The second ends as joined and keeps its date of receipt. `same` says which parties are one person.
 * @throws Problem `not-found` without charge of both, `wrong-state`, `territory-mismatch`, `notices-missing` when only one of
 *   them was notified, `object-not-agreed`, `conflict-declared`, `invalid-body`, `changed-meanwhile`
 */
export async function joinCases(core: Core, session: Session, caseId: string, { other, same = [] }: { other: string; same?: readonly SameParty[] }): Promise<Joined> {
  const both = await readJoining(core, session, caseId, other);
  const parties = joinedParties(both, same);
  const acts = parties.flatMap(({ here, comes }) => comes.map((person) => ({ id: randomUUID(), kind: 'join' as const, subject: representation(here, person), person, here })));
  let copies: EntryCopy[] = [];

  return performDeed(core, session, caseId, {
    act: 'join',
    spansCases: true,
    guards: async (tx, view) => ({
      'no-conflict-declared': !acts.some(({ person }) => view.standings.some((held) => held.person === person && held.standing !== 'party' && held.standing !== 'requester')),
      'object-agreed': !compartmentOf(view, 'object') || (await isObjectAgreed(tx, view)),
      'notices-computed': isNotified(both.first.row.state) === isNotified(both.second.row.state),
    }),
    beforehand: async (view) => {
      await refuseNewcomersConflict(core, session, view, other);
      copies = await copyEntries(core, session, other, parties);
    },
    signs: acts.map(({ id, kind, subject }) => ({ id, kind, subject })),
    after: (view) => [...view.standings, ...acts.map(({ person, here }): HeldStanding => ({ person, standing: 'party', subject: here, since: core.clock() }))],
    creates: () => parties.filter(({ isNew }) => isNew).map(({ here }) => ({ kind: 'identity', subject: here })),
    change: async (work) => {
      const { tx, now, write, note } = work;
      const second = await endSecond(work, both);
      await enterParties(work, parties, both.first.parties.length);
      if (acts.length > 0) await tx.insert(representative).values(acts.map(({ id, here, person }) => ({ id: randomUUID(), caseId, partyId: here, personId: person, actId: id, since: now })));
      for (const { here, text, digest } of copies) await write({ kind: 'identity', subject: here }, 'entry', text, { sourceDigest: digest });
      const id = randomUUID();
      await tx.insert(joining).values({ id, caseId, joinedCaseId: other, receivedAt: second.receivedAt, joinedBy: session.person, joinedAt: now });
      await core.journal.append(tx, { event: 'deed', act: 'join', actor: { kind: 'person', person: session.person, role: 'in-charge' }, subject: { caseId: other, joined: caseId }, signer: signerOf(session) });
      note({ joined: other, parties: parties.length });

      return { joining: id, parties: parties.map(({ theirs, here }) => ({ theirs, here })) };
    },
  });
}

/** Whether those whom the texts name have been told: what was sent is not sent again, what was not is sent for all at once. */
function isNotified(state: string): boolean {
  return state !== 'received' && state !== 'acknowledged';
}

/** Of two who join each to the other, one is told; a link that was open leads nowhere any more. */
async function endSecond({ tx, now }: Work, { second: { row } }: BothCases) {
  const [locked] = await tx.select().from(caseFile).where(eq(caseFile.id, row.id)).for('update', { skipLocked: true });
  if (!locked || locked.holders !== row.holders || locked.state !== row.state) throw new Problem('changed-meanwhile');

  await tx.update(invitation).set({ state: 'replaced', answeredAt: now }).where(and(eq(invitation.caseId, row.id), eq(invitation.state, 'open')));
  await tx.update(caseFile).set({ state: 'redirected', outcome: 'joined', closedAt: now, holders: sql`${caseFile.holders} + 1` }).where(eq(caseFile.id, row.id));
  await tx.execute(sql`select sweep_case(${row.id})`);

  return locked;
}

async function enterParties({ tx, view }: Work, parties: readonly JoinedParty[], known: number): Promise<void> {
  const added = parties.filter(({ isNew }) => isNew);
  if (added.length > 0) await tx.insert(party).values(added.map(({ here, kind, litigation }, rank) => ({ id: here, caseId: view.row.id, ordinal: known + rank + 1, kind, litigation })));
}
