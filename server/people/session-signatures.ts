import type { Database } from '../../db/client.ts';
import type { VerifySignature } from '../journal/verify.ts';
import type { Pinned } from '../pinned.ts';
import { verifyCertificate } from '../vault/certificate.ts';
import { verifyStatement } from '../vault/chain.ts';
import { verify } from '../vault/ed25519.ts';
import { isWithin, UntrustedError, type Verified, type World } from '../vault/trust.ts';
import { readWorld } from './world.ts';

/** A session whose certificate leads to root: its public key, and the two windows in which it may sign. */
type Signing = { publicKey: Uint8Array; keys: Verified['keys']; session: Verified['keys'] };

const capacity = 20_000;

/**
 * Checks who signed the entries of the journal: the certificate must be signed by its person's identity, that identity
 * must lead to root, and both must be in force at the entry's own time. Every certificate is followed once.
 * @param database a login that may read certificates, statements and the ends of mandates (`auditor`)
 */
export function sessionSignatures(database: Database, pinned: Pinned): VerifySignature {
  const known = new Map<string, Signing | null>();

  return async (certificate, commitment, signature, at) => {
    const signing = known.has(certificate) ? known.get(certificate) : await followed(database, pinned, certificate);
    remember(known, certificate, signing ?? null);

    return !!signing && isWithin(signing.keys, at) && isWithin(signing.session, at) && verify(signing.publicKey, commitment, signature);
  };
}

async function followed(database: Database, pinned: Pinned, id: string): Promise<Signing | null> {
  const world = await database.withActor({ kind: 'visitor' }, (tx) => readWorld(tx, pinned, new Date(0), { persons: [], certificates: [id] }));

  try {
    return signingOf(world, id);
  } catch (error) {
    // A planted row may also be one that cannot be encoded.
    if (error instanceof UntrustedError || error instanceof RangeError) return null;

    throw error;
  }
}

function signingOf(world: World, id: string): Signing | null {
  const certificate = world.certificate(id);
  if (!certificate) return null;

  const { notBefore, expiry, sessionPublicKey, statementDigest } = certificate;
  const holder = verifyStatement(statementDigest, { ...world, at: notBefore });
  if (!verifyCertificate(certificate, holder, notBefore)) return null;

  return { publicKey: sessionPublicKey, keys: holder.keys, session: { from: notBefore, to: expiry } };
}

function remember(known: Map<string, Signing | null>, certificate: string, signing: Signing | null): void {
  known.set(certificate, signing);
  const oldest = known.keys().next();
  if (known.size > capacity && !oldest.done) known.delete(oldest.value);
}
