import { createHash } from 'node:crypto';
import { concat, sha256 } from '../vault/bytes.ts';

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/**
 * A Merkle tree of RFC 6962 (section 2.1) as its right edge: the roots of the perfect subtrees its size is made of,
 * largest first. That is all it takes to grow the tree and to know its root.
 */
export type Tree = { size: number; edge: Uint8Array[] };

export function emptyTree(): Tree {
  return { size: 0, edge: [] };
}

/** Adds one leaf, in place. */
export function grow(tree: Tree, leaf: Uint8Array): void {
  let node = leafHash(leaf);
  for (let filled = tree.size; filled % 2 === 1; filled = Math.floor(filled / 2)) {
    node = nodeHash(tree.edge.pop() ?? node, node);
  }
  tree.edge.push(node);
  tree.size += 1;
}

/** The tree's 32-byte root; of an empty tree, the hash of nothing. */
export function rootOf({ edge }: Tree): Uint8Array {
  if (edge.length === 0) return sha256(new Uint8Array(0));

  return edge.reduceRight((right, left) => nodeHash(left, right));
}

/** The root of a whole list of leaves. */
export function rootOfLeaves(leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = emptyTree();
  for (const leaf of leaves) grow(tree, leaf);

  return rootOf(tree);
}

/** The edge as one column: 32 bytes for each perfect subtree. */
export function edgeBytes({ edge }: Tree): Uint8Array {
  return concat(...edge);
}

/** The tree of a kept size and edge; null when that edge cannot be of that size. */
export function treeFrom(size: number, edge: Uint8Array): Tree | null {
  const subtrees = size.toString(2).replaceAll('0', '').length;
  if (edge.length !== 32 * subtrees) return null;

  return { size, edge: Array.from({ length: subtrees }, (_, place) => edge.slice(32 * place, 32 * (place + 1))) };
}

export function leafHash(leaf: Uint8Array): Uint8Array {
  return createHash('sha256').update(LEAF).update(leaf).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}
