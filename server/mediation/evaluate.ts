import { randomUUID } from 'node:crypto';
import { evaluation } from '../../db/schema/index.ts';
import type { FollowUpOutcome } from '../../policies/charter/reasons.ts';
import type { DeadlineRule } from '../../policies/charter/deadlines.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';
import { meetDeadline } from './start-deadline.ts';

/** `after`: which of the three looks it is; `text` stays among the mediators, in `workspace`. */
export type Evaluation = { after: FollowUp; outcome: FollowUpOutcome; text?: string };
export type FollowUp = keyof typeof looks;

/** Months after the agreement [I], as the settings have them by default. */
const looks = {
  first: { months: 3, rule: 'follow-up-first' },
  second: { months: 6, rule: 'follow-up-second' },
  third: { months: 12, rule: 'follow-up-third' },
} as const satisfies Record<string, { months: number; rule: DeadlineRule }>;

/**
 * The mediators follow up and evaluate the agreement they concluded (D art. 13 [L]).
 * @throws Problem `not-found`, `wrong-state`
 */
export async function evaluate(core: Core, session: Session, caseId: string, { after, outcome, text }: Evaluation): Promise<{ evaluation: string; at: string }> {
  const { months, rule } = looks[after];

  return performDeed(core, session, caseId, {
    act: 'evaluate',
    creates: (view) => (text === undefined || compartmentOf(view, 'workspace') ? [] : [{ kind: 'workspace' }]),
    change: async ({ tx, now, write, note }) => {
      const itemId = text === undefined ? null : await write({ kind: 'workspace' }, 'evaluation', text);
      const row = { id: randomUUID(), caseId, afterMonths: months, outcome, itemId, at: now };
      await tx.insert(evaluation).values(row);
      await meetDeadline(tx, caseId, rule, now);
      note({ outcome });

      return { evaluation: row.id, at: now.toISOString() };
    },
  });
}
