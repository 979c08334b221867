import { createPrivateKey, type KeyObject } from 'node:crypto';

/** RFC 8410: PKCS #8 of an Ed25519 key, up to where its 32 bytes begin. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 private key of a 32-byte seed, as `@fastify/jwt` wants it. */
export function privateKeyFrom(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes');

  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}
