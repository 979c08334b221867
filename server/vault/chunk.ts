import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { concat } from './bytes.ts';

/** Lengths in bytes of a plaintext chunk (the last is always shorter), the message's salt, and each chunk's tag. */
export const CHUNK = 16_384;
export const SALT = 24;
export const TAG = 16;

/** The bytes do not open under this key and context. Says no more than that, on purpose. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError';

  constructor() {
    super('the envelope does not open');
  }
}

/** What one message derives from its key: AES key (32 bytes), base nonce (12), commitment (32). */
export type MessageKeys = { key: Uint8Array; nonce: Uint8Array; commitment: Uint8Array };

/** HKDF-Expand alone, as the format asks; 76 bytes are two rounds of HMAC-SHA-512. */
export function messageKeys(key: Uint8Array, context: Uint8Array, salt: Uint8Array): MessageKeys {
  const info = concat(Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0'), salt, context);
  const first = createHmac('sha512', key).update(info).update(Uint8Array.of(1)).digest();
  const second = createHmac('sha512', key).update(first).update(info).update(Uint8Array.of(2)).digest();
  const bytes = concat(first, second);

  return { key: bytes.slice(0, 32), nonce: bytes.slice(32, 44), commitment: bytes.slice(44, 76) };
}

/** Chunk `index` of a message, its tag appended. */
export function sealChunk(keys: MessageKeys, index: number, plaintext: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', keys.key, chunkNonce(keys.nonce, index));

  return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/** The plaintext of chunk `index`. Throws EnvelopeError. */
export function openChunk(keys: MessageKeys, index: number, chunk: Uint8Array): Uint8Array {
  if (chunk.length < TAG) throw new EnvelopeError();
  const decipher = createDecipheriv('aes-256-gcm', keys.key, chunkNonce(keys.nonce, index), { authTagLength: TAG });
  decipher.setAuthTag(chunk.subarray(-TAG));
  const plaintext = decipher.update(chunk.subarray(0, -TAG));
  try {
    decipher.final();
  } catch {
    throw new EnvelopeError();
  }

  return plaintext;
}

function chunkNonce(base: Uint8Array, index: number): Uint8Array {
  if (index >= 2 ** 38) throw new RangeError('the message is longer than 4 PiB');
  const counter = Buffer.alloc(base.length);
  counter.writeUIntBE(index, base.length - 6, 6);

  return base.map((byte, at) => byte ^ (counter[at] ?? 0));
}
