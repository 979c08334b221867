import { createHmac } from 'node:crypto';
import type { KDFFactory } from 'hpke';
import { concat } from './bytes.ts';

const HASH = 32;

/**
 * HKDF-SHA256 (RFC 5869) for HPKE, over node:crypto: WebCrypto sends each of its eight steps through libuv's pool,
 * behind the passphrases being hashed there, and that costs as much as the encapsulation itself.
 */
export const hkdfSha256: KDFFactory = () => ({
  id: 0x0001,
  type: 'KDF',
  name: 'HKDF-SHA256',
  Nh: HASH,
  stages: 2,
  Extract: async (salt, ikm) => hmac(salt, ikm),
  Expand: async (prk, info, length) => {
    const blocks: Uint8Array[] = [];
    let last = new Uint8Array(0);
    for (let count = 1; blocks.length * HASH < length; count++) {
      last = hmac(prk, concat(last, info, Uint8Array.of(count)));
      blocks.push(last);
    }

    return concat(...blocks).slice(0, length);
  },
  Derive: () => Promise.reject(new TypeError('HKDF has two stages')),
});

function hmac(key: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', key).update(message).digest());
}
