import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { party as partyTable } from '../../db/schema/index.ts';
import type { HeldStanding } from '../../policies/access.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { answeringParty } from './answering-party.ts';
import { performDeed } from './deed.ts';
import { endOpenLinks } from './open-links.ts';
import { meetEveryDeadline } from './start-deadline.ts';

/**
 * A party leaves, at any moment and without a reason (Ch art. 9 [C]); open links die. In a mediation they keep reading what
 * is their own and no more, by a signed act, and everybody reads one neutral sentence rendered from that fact. At the local
 * tier the conciliation ends there.
 * @throws Problem `not-found`, `wrong-state`, `invalid-body` for who must say which party they speak for
 */
export async function withdraw(core: Core, session: Session, caseId: string, { party: wanted }: { party?: string } = {}): Promise<{ state: State }> {
  const { tier, party } = await answeringParty(core, session, caseId, wanted);
  const leaves = party !== null && tier !== 'local';

  return performDeed(core, session, caseId, {
    act: 'withdraw',
    mayLeaveOne: true,
    signs: leaves ? [{ id: randomUUID(), kind: 'withdraw', subject: idBytes(party) }] : [],
    after: (view) => (leaves ? view.standings.map((held) => asFormer(held, party, core.clock())) : view.standings),
    change: async ({ tx, now, to, move }) => {
      if (!party) throw new Problem('not-found');
      const [state] = to as readonly State[];
      if (!state) throw new RangeError('a withdrawal leads somewhere');
      await endOpenLinks(tx, caseId, now);
      if (leaves) await tx.update(partyTable).set({ withdrawnAt: now }).where(eq(partyTable.id, party));
      await meetEveryDeadline(tx, caseId, now);
      await move(state, { outcome: 'party_withdrew', closedAt: now, suspendedAt: null });

      return { state };
    },
  });
}

/** What a party becomes who leaves the mediation. */
export function asFormer(held: HeldStanding, party: string, since: Date): HeldStanding {
  return held.standing === 'party' && held.subject === party ? { ...held, standing: 'former-party', since } : held;
}
