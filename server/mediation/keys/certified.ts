import { verifyCertificate } from '../../vault/certificate.ts';
import { verifyStatement } from '../../vault/chain.ts';
import { UntrustedError, type World } from '../../vault/trust.ts';

/** The session key that this certificate lends this person at this instant, if its chain leads to root. */
export function sessionKeyOf(world: World, certificateId: string, person: string, at: Date): Uint8Array | undefined {
  const certificate = world.certificate(certificateId);
  if (!certificate || certificate.person !== person) return undefined;

  try {
    const holder = verifyStatement(certificate.statementDigest, { ...world, at });

    return verifyCertificate(certificate, holder, at, world.verify) ? certificate.sessionPublicKey : undefined;
  } catch (error) {
    if (error instanceof UntrustedError) return undefined;

    throw error;
  }
}
