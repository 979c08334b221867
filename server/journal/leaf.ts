import { concat, enc, sha256 } from '../vault/bytes.ts';

/** A leaf's length in bytes, and the suite byte it begins with. */
export const LEAF_BYTES = 56;
const SUITE = 0x01;

/** What a leaf says: when (milliseconds since 1970, UTC), which node and number, which class of event; no personal data. */
export type LeafFacts = {
  ms: number;
  node: number;
  nodeEpoch: number;
  sequence: number;
  eventClass: number;
  commitment: Uint8Array;
};

/** `01 ‖ u64be ms ‖ u16be node ‖ u32be node epoch ‖ u64be node sequence ‖ u8 class ‖ commitment(32)` (design section 5). */
export function leafBytes(facts: LeafFacts): Uint8Array {
  const head = new DataView(new ArrayBuffer(LEAF_BYTES - 32));
  head.setUint8(0, SUITE);
  head.setBigUint64(1, BigInt(facts.ms));
  head.setUint16(9, facts.node);
  head.setUint32(11, facts.nodeEpoch);
  head.setBigUint64(15, BigInt(facts.sequence));
  head.setUint8(23, facts.eventClass);

  return concat(new Uint8Array(head.buffer), facts.commitment);
}

/** What a leaf says; throws RangeError on bytes that are not a leaf of the live suite. */
export function readLeaf(leaf: Uint8Array): LeafFacts {
  if (leaf.length !== LEAF_BYTES || leaf[0] !== SUITE) throw new RangeError('not a leaf');
  const view = new DataView(leaf.buffer, leaf.byteOffset, leaf.byteLength);

  return {
    ms: Number(view.getBigUint64(1)),
    node: view.getUint16(9),
    nodeEpoch: view.getUint32(11),
    sequence: Number(view.getBigUint64(15)),
    eventClass: view.getUint8(23),
    commitment: leaf.slice(24),
  };
}

/** SHA-256 of what a section is as stored: sealed bytes, or plain ones when it is kept in clear. */
export function sectionDigest(name: string, stored: Uint8Array): Uint8Array {
  return sha256(enc('section', name, stored));
}

/** The 32 bytes a leaf holds, of the digests of its sections in their order. */
export function commitmentOf(sections: { name: string; stored: Uint8Array }[]): Uint8Array {
  return sha256(enc('entry', ...sections.map(({ name, stored }) => sectionDigest(name, stored))));
}
