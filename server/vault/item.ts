import { enc, idBytes, instant } from './bytes.ts';
import { open, seal } from './envelope.ts';
import { pad, unpad } from './padding.ts';

/** Everything an item says of itself in clear; the envelope opens only if all of it is as it was. */
export type ItemFacts = {
  deployment: string;
  caseId: string;
  compartment: string;
  epoch: number;
  id: string;
  version: number;
  kind: string;
  author: string;
  createdAt: Date;
};

/** Seals one text under the data key of its compartment and epoch (design section 4, "Bytes"), padded to a power of two. */
export function sealItem(dataKey: Uint8Array, facts: ItemFacts, text: string): Uint8Array {
  return seal(dataKey, itemContext(facts), pad(text));
}

/** The text; throws EnvelopeError when the key or any fact is another. */
export function openItem(dataKey: Uint8Array, facts: ItemFacts, sealed: Uint8Array): string {
  return unpad(open(dataKey, itemContext(facts), sealed));
}

export function itemContext(facts: ItemFacts): Uint8Array {
  return enc(
    'item', idBytes(facts.deployment), idBytes(facts.caseId), idBytes(facts.compartment), facts.epoch,
    idBytes(facts.id), facts.version, facts.kind, idBytes(facts.author), instant(facts.createdAt),
  );
}
