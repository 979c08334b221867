import { events } from './classes.ts';
import { readLeaf, type LeafFacts } from './leaf.ts';
import { readVoid, type Numbers } from './sections.ts';
import type { Finding } from './verify-findings.ts';
import type { LogRecord } from './verify-records.ts';
import { span } from './verify-tree.ts';

export type NumberCheck = {
  see(record: LogRecord): void;
  /** Reports what is missing, and returns how many missing numbers are too recent to judge. `started`: every start on record. */
  end(started: { node: number; epoch: number }[]): number;
};

/** Numbers not seen, though a higher one was: in the leaf at `index`, at `ms`. */
type Gap = { from: number; to: number; index: number | null; ms: number };
type Epoch = { node: number; epoch: number; next: number; latestMs: number; gaps: Gap[]; declared: Numbers[] };

/**
 * A transaction may still be open, or its rollback not yet declared, when later numbers are leaves already.
 * Ten minutes of the same node later, it must be one or the other.
 */
const GRACE_MS = 600_000;

/** Checks that every number of every start of every node is an entry, once, or declared void. */
export function numberCheck(found: (finding: Finding) => void): NumberCheck {
  const epochs = new Map<string, Epoch>();
  const epochOf = (node: number, epoch: number): Epoch => {
    const known = epochs.get(`${node}/${epoch}`) ?? { node, epoch, next: 0, latestMs: 0, gaps: [], declared: [] };
    epochs.set(`${node}/${epoch}`, known);

    return known;
  };

  return {
    see: (record) => {
      const facts = factsOf(record);
      if (!facts) return;

      const isNew = see(epochOf(facts.node, facts.nodeEpoch), facts, record.index);
      if (!isNew) found({ code: 'number-repeated', index: record.index, entry: record.id });
      for (const lost of lostBy(record, facts)) epochOf(facts.node, lost.epoch).declared.push(lost);
    },
    end: (started) => {
      started.forEach(({ node, epoch }) => epochOf(node, epoch));
      const all = [...epochs.values()];
      missingEpochs(all).forEach(found);
      const missing = all.flatMap((epoch) => undeclared(epoch).map((gap) => ({ epoch, gap })));
      const isSettled = ({ epoch, gap }: { epoch: Epoch; gap: Gap }) => isFormer(epoch, all) || epoch.latestMs - gap.ms > GRACE_MS;
      for (const { epoch: { node, epoch }, gap } of missing.filter(isSettled)) {
        found({ code: 'number-missing', index: gap.index, entry: null, about: span(`node ${node} epoch ${epoch} numbers`, gap.from, gap.to) });
      }

      return missing.filter((one) => !isSettled(one)).reduce((count, { gap }) => count + gap.to - gap.from + 1, 0);
    },
  };
}

function factsOf({ leaf, entry }: LogRecord): Omit<LeafFacts, 'commitment'> | null {
  try {
    return leaf ? readLeaf(leaf) : entry;
  } catch {
    return null;
  }
}

/** Whether the number is seen for the first time. */
function see(epoch: Epoch, { sequence, ms }: { sequence: number; ms: number }, index: number | null): boolean {
  epoch.latestMs = Math.max(epoch.latestMs, ms);
  if (sequence >= epoch.next) {
    if (sequence > epoch.next) epoch.gaps.push({ from: epoch.next, to: sequence - 1, index, ms });
    epoch.next = sequence + 1;

    return true;
  }
  const isMissing = epoch.gaps.some(({ from, to }) => from <= sequence && sequence <= to);
  epoch.gaps = epoch.gaps.flatMap((gap) => without(gap, { from: sequence, to: sequence }));

  return isMissing;
}

function lostBy({ sections }: LogRecord, { eventClass }: { eventClass: number }): Numbers[] {
  if (eventClass !== events.void.class) return [];

  try {
    return sections.filter(({ name }) => name === 'void').flatMap(({ sealed }) => readVoid(sealed));
  } catch {
    return [];
  }
}

function missingEpochs(all: Epoch[]): Finding[] {
  const missing = all.flatMap(({ node, epoch, next }) => {
    const former = all.some((other) => other.node === node && other.epoch === epoch - 1);

    return [...(next === 0 ? [{ node, epoch }] : []), ...(epoch > 1 && !former ? [{ node, epoch: epoch - 1 }] : [])];
  });

  return missing.map(({ node, epoch }) => ({ code: 'epoch-missing', index: null, entry: null, about: `node ${node} epoch ${epoch}` }));
}

function isFormer({ node, epoch }: Epoch, all: Epoch[]): boolean {
  return all.some((other) => other.node === node && other.epoch > epoch);
}

function undeclared({ gaps, declared }: Epoch): Gap[] {
  return declared.reduce((left, lost) => left.flatMap((gap) => without(gap, lost)), gaps);
}

function without(gap: Gap, { from, to }: { from: number; to: number }): Gap[] {
  if (to < gap.from || from > gap.to) return [gap];

  return [{ ...gap, to: from - 1 }, { ...gap, from: to + 1 }].filter((left) => left.from <= left.to);
}
