import { equal } from '../vault/bytes.ts';
import { edgeBytes, emptyTree, grow, rootOf, treeFrom, type Tree } from './tree.ts';
import type { Finding } from './verify-findings.ts';
import type { HeadRow, LogRecord } from './verify-records.ts';

export type TreeCheck = {
  leaf(record: LogRecord): void;
  /** To be told right after the leaf of index `size - 1`. */
  head(head: HeadRow): void;
  /** The log ends here; the longest kept head beyond it, if any, says what was cut. */
  end(longest: number | null): { size: number; root: Uint8Array };
};

/**
 * Rebuilds the tree from the leaves and compares every kept head. After a head that does not fit it goes on from the
 * edge kept with that head, so that each batch tampered with is named, not only the first.
 */
export function treeCheck(found: (finding: Finding) => void): TreeCheck {
  let tree: Tree | null = emptyTree();
  let size = 0;
  let covered = 0;
  let previous: LogRecord | null = null;
  let outOfOrder: Finding[] = [];

  return {
    leaf: (record) => {
      const { index, leaf } = record;
      if (index === null || leaf === null) return;
      if (index > size) {
        found(missing(size, index - 1));
        tree = null;
      }
      if (tree) grow(tree, leaf);
      if (previous && cameLater(previous, record)) outOfOrder.push({ code: 'leaf-out-of-order', index, entry: record.id });
      previous = record;
      size = index + 1;
    },
    head: (head) => {
      if (!tree || !isOf(head, tree)) {
        if (tree) found({ code: 'head-wrong', index: covered, entry: null, about: span('leaves', covered, head.size - 1) });
        if (tree) outOfOrder.forEach(found);
        tree = keptTree(head) ?? tree;
      }
      covered = head.size;
      outOfOrder = [];
    },
    end: (longest) => {
      if (longest !== null) found(missing(size, longest - 1));
      if (covered < size) found({ code: 'leaf-uncovered', index: covered, entry: null, about: span('leaves', covered, size - 1) });

      return { size, root: rootOf(tree ?? emptyTree()) };
    },
  };
}

/** `leaves 4 to 7`, or `leaves 4` when there is one. */
export function span(of: string, from: number, to: number): string {
  return from === to ? `${of} ${from}` : `${of} ${from} to ${to}`;
}

function missing(from: number, to: number): Finding {
  return { code: 'leaf-missing', index: from, entry: null, about: span('leaves', from, to) };
}

function isOf(head: HeadRow, tree: Tree): boolean {
  return head.size === tree.size && equal(head.root_hash, rootOf(tree)) && equal(head.edge, edgeBytes(tree));
}

function keptTree({ size, root_hash, edge }: HeadRow): Tree | null {
  const kept = treeFrom(size, edge);

  return kept && equal(root_hash, rootOf(kept)) ? kept : null;
}

/** Leaves follow each other by transaction, node, epoch, number; a restored dump may begin its transactions anew. */
function cameLater({ entry: a }: LogRecord, { entry: b }: LogRecord): boolean {
  if (!a || !b) return false;
  if (a.xid !== b.xid) return BigInt(a.xid) > BigInt(b.xid);

  return (a.node - b.node || a.nodeEpoch - b.nodeEpoch || a.sequence - b.sequence) > 0;
}
