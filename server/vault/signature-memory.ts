import { sha256, concat } from './bytes.ts';
import { verify } from './ed25519.ts';

/**
 * An Ed25519 verification that remembers the last `capacity` signatures it accepted. Whether a key signed a message is
 * a pure function of their bytes, so nothing remembered can grow stale; rules and dates are judged anew each time.
 * Key and signature have fixed lengths (32 and 64 bytes) and come first, so that no two triples share a name.
 */
export function rememberSignatures(capacity: number): typeof verify {
  const accepted = new Map<string, true>();

  return (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return verify(publicKey, message, signature);

    const name = Buffer.from(sha256(concat(publicKey, signature, message))).toString('base64');
    const isAccepted = accepted.delete(name) || verify(publicKey, message, signature);
    if (!isAccepted) return false;

    accepted.set(name, true);
    const oldest = accepted.keys().next();
    if (accepted.size > capacity && !oldest.done) accepted.delete(oldest.value);

    return true;
  };
}
