import { randomBytes } from 'node:crypto';
import { concat, enc, fromBase64url, idBytes, sha256, toBase64url } from './bytes.ts';
import { open, seal } from './envelope.ts';

export type NewSession = {
  /** 16 random bytes; the database knows only their SHA-256, `idHash`. */
  id: Uint8Array;
  /** 32 random bytes that only the cookie holds. */
  secret: Uint8Array;
  idHash: Uint8Array;
  /** base64url of id and secret: 64 characters. */
  token: string;
};

/** What a session needs to read and to sign acts. The identity key is never here: it stays behind the passphrase. */
export type Bundle = { xwingPrivateKey: Uint8Array; ringKey: Uint8Array; sessionSeed: Uint8Array };

/** A new session (design section 4, "A session"). */
export function newSession(): NewSession {
  const id = randomBytes(16);
  const secret = randomBytes(32);

  return { id, secret, idHash: sha256(id), token: toBase64url(concat(id, secret)) };
}

/** The parts of a token, or null when it is not one. */
export function parseToken(token: string): Omit<NewSession, 'token'> | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;

  const bytes = fromBase64url(token);
  const id = bytes.subarray(0, 16);

  return { id, secret: bytes.subarray(16), idHash: sha256(id) };
}

/** Seals the bundle under the session's secret, for the row found by `idHash`. */
export function sealBundle(secret: Uint8Array, idHash: Uint8Array, deployment: string, bundle: Bundle): Uint8Array {
  const plain = concat(bundle.sessionSeed, bundle.ringKey, bundle.xwingPrivateKey);

  return seal(secret, bundleContext(idHash, deployment), plain);
}

/** Opens a bundle; throws EnvelopeError when the secret, the row or the deployment is another. */
export function openBundle(secret: Uint8Array, idHash: Uint8Array, deployment: string, sealed: Uint8Array): Bundle {
  const plain = open(secret, bundleContext(idHash, deployment), sealed);

  return { sessionSeed: plain.subarray(0, 32), ringKey: plain.subarray(32, 64), xwingPrivateKey: plain.subarray(64) };
}

function bundleContext(idHash: Uint8Array, deployment: string): Uint8Array {
  return enc('session', idBytes(deployment), idHash);
}
