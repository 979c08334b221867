import type { Numbers } from './sections.ts';

/** A transaction that took numbers and whose fate is not known yet. */
type Open = { numbers: Numbers[]; declaring: Numbers[] };

export type Numbering = {
  /** The transactions to ask the database about. */
  open(): string[];
  /** What became of them, in the words of `pg_xact_status`. */
  settle(fates: Record<string, string | null>): void;
  /** The numbers no committed transaction has declared lost; whoever takes them declares them, or they come back. */
  takeLost(): Numbers[];
  /** The first of the next `count` numbers, for a transaction that declares `declaring` lost. */
  take(transaction: string, count: number, declaring: Numbers[]): number;
};

/** A void entry stays small: what does not fit waits for the next one. */
const LOST_AT_ONCE = 10_000;

/**
 * Hands out the sequence numbers of one epoch of a node. A number given to a transaction that rolled back is lost and
 * comes out of `takeLost`. A number whose transaction committed is never declared lost, even if its entry is gone:
 * somebody deleted it (or undid a savepoint), and verify must say so.
 */
export function numbering(epoch: number, lostBefore: Numbers[]): Numbering {
  const open = new Map<string, Open>();
  const lost = [...lostBefore];
  let next = 0;

  return {
    open: () => [...open.keys()],
    settle: (fates) => {
      for (const [transaction, fate] of Object.entries(fates)) {
        const held = open.get(transaction);
        if (!held || fate === 'in progress') continue;

        open.delete(transaction);
        if (fate === 'aborted') lost.push(...held.declaring, ...held.numbers);
      }
    },
    takeLost: () => lost.splice(0, LOST_AT_ONCE),
    take: (transaction, count, declaring) => {
      const from = next;
      next += count;

      const held = open.get(transaction) ?? { numbers: [], declaring: [] };
      held.numbers.push({ epoch, from, to: next - 1 });
      held.declaring.push(...declaring);
      open.set(transaction, held);

      return from;
    },
  };
}
