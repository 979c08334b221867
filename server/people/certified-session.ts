import type { Core } from '../core.ts';
import { concat, sha256 } from '../vault/bytes.ts';
import { certificateBytes, verifyCertificate, type SessionCertificate } from '../vault/certificate.ts';
import { verifyStatement } from '../vault/chain.ts';
import { isWithin, UntrustedError, type Verified } from '../vault/trust.ts';
import { loadWorld } from './world.ts';

const rememberedMs = 60_000;
const capacity = 5_000;
const remembered = new Map<string, { keys: Verified['keys']; until: number }>();

/**
 * Whether a certificate is signed by its person's identity, itself followed up to root, and holds now. What was found good
 * is remembered for a minute, for these very bytes; its dates are compared every time.
 */
export async function isCertified(core: Core, id: string, certificate: SessionCertificate): Promise<boolean> {
  const now = core.clock();
  const name = `${id} ${Buffer.from(sha256(concat(certificateBytes(certificate), certificate.signature))).toString('base64')}`;
  const known = remembered.get(name);
  if (known && now.getTime() < known.until && now.getTime() >= known.until - rememberedMs) {
    return isWithin(known.keys, now) && isWithin({ from: certificate.notBefore, to: certificate.expiry }, now);
  }

  const verified = await verifiedHolder(core, certificate, now);
  if (!verified || !verifyCertificate(certificate, verified, now)) return false;

  remembered.delete(name);
  remembered.set(name, { keys: verified.keys, until: now.getTime() + rememberedMs });
  const oldest = remembered.keys().next();
  if (remembered.size > capacity && !oldest.done) remembered.delete(oldest.value);

  return true;
}

async function verifiedHolder(core: Core, { person, statementDigest }: SessionCertificate, at: Date): Promise<Verified | null> {
  const world = await core.database.withActor({ kind: 'person', id: person }, (tx) => loadWorld(tx, core.secrets, at, { persons: [person] }));

  try {
    return verifyStatement(statementDigest, world);
  } catch (error) {
    if (error instanceof UntrustedError) return null;

    throw error;
  }
}
