import { enc, idBytes, instant, sha256 } from './bytes.ts';
import { open, seal } from './envelope.ts';
import { hkdf } from './hkdf.ts';
import { pad, unpad } from './padding.ts';

/** Where a draft stands: its row, and when that row was written. */
export type DraftPlace = { deployment: string; idHash: Uint8Array; savedAt: Date };

/** What the 20 bytes of a resume code give: the hash its draft is found by, and the key that opens it. */
export type DraftKeys = { idHash: Uint8Array; key: Uint8Array };

/** Neither can be had from the other, nor from anything the service keeps. */
export function draftKeys(code: Uint8Array): DraftKeys {
  const branch = (label: string) => hkdf(code, new Uint8Array(0), label, 32);

  return { idHash: sha256(branch('draft-id')), key: branch('draft-key') };
}

/** Padded, so that the size tells a doubling and no more. */
export function sealDraft(key: Uint8Array, place: DraftPlace, text: string): Uint8Array {
  return seal(key, draftContext(place), pad(text));
}

/** The text; throws EnvelopeError when the key, the row or its date is another. */
export function openDraft(key: Uint8Array, place: DraftPlace, sealed: Uint8Array): string {
  return unpad(open(key, draftContext(place), sealed));
}

function draftContext({ deployment, idHash, savedAt }: DraftPlace): Uint8Array {
  return enc('draft', idBytes(deployment), idHash, instant(savedAt));
}
