import { equal, idFrom } from './bytes.ts';
import { verifyCertificate } from './certificate.ts';
import { isSignedByRoot, requireRoot, requireSignature, requireSigners, requireSubject, signatureBy, type Hearing } from './hearing.ts';
import { verifyEnrolment } from './root.ts';
import type { StatementKind } from './statement.ts';
import { isWithin, mandatesAt, refuseIf, UntrustedError, type StatementSignature, type Verified } from './trust.ts';

/** Who must sign each kind of statement, and nobody else (design section 4, table of statements). */
export const rules: Record<StatementKind, (hearing: Hearing) => void> = { self, mandate, next, office, reproof };

/** Which roles open an epoch of an office key, by use. The secretary, an ARS employee, never opens accounts. */
const openers: Record<string, readonly string[]> = {
  request: ['mediator', 'deputy', 'conciliator'],
  register: ['mediator', 'deputy', 'conciliator', 'secretary'],
  audit: ['auditor'],
};

const rolesOfRoot = ['administrator', 'registrar'];
const reproofWaitMs = 72 * 3600 * 1000;

/** Version 1 of a new id, and never an office: whoever holds the enrolment key alone gains no mandate by it. */
function self(hearing: Hearing): void {
  const { statement } = hearing;

  refuseIf(statement.version !== 1, 'version');
  refuseIf(statement.previous !== null, 'previous');
  requireNoOffice(hearing);
  requireSigners(hearing, 'enrolment+subject', 'root+subject');
  requireSubject(hearing);
  if (isSignedByRoot(hearing)) return requireRoot(hearing);

  const { deployment, rootPublicKey, enrolment } = hearing.world;
  refuseIf(!verifyEnrolment(rootPublicKey, deployment, enrolment, hearing.world.verify), 'enrolment');
  requireSignature(hearing, enrolment.publicKey, signatureBy(hearing, 'enrolment'));
}

/** The subject and a human registrar; root only for the first administrator and the first registrar. */
function mandate(hearing: Hearing): void {
  requireSameKeys(hearing, true);
  refuseIf(hearing.statement.role === null, 'role');
  requireSigners(hearing, 'registrar+subject', 'root+subject');
  requireSubject(hearing);
  if (!isSignedByRoot(hearing)) return void requireRegistrar(hearing, signatureBy(hearing, 'registrar'));

  refuseIf(!rolesOfRoot.includes(hearing.statement.role ?? ''), 'role');
  requireRoot(hearing);
}

/** The subject's previous key hands over; the new key shows that somebody holds it. */
function next(hearing: Hearing): void {
  const previous = requireSameKeys(hearing, false);
  const handover = signatureBy(hearing, 'previous');

  requireNoOffice(hearing);
  requireSigners(hearing, 'previous+subject');
  requireSubject(hearing);
  refuseIf(handover.at < previous.keys.from, 'not-in-force');
  requireSignature(hearing, previous.statement.ed25519, handover);
}

/** Two different registrars; in force, by the signed bytes themselves, 72 hours after the later of them. */
function reproof(hearing: Hearing): void {
  requireSameKeys(hearing, false);
  requireNoOffice(hearing);
  requireSigners(hearing, 'registrar+registrar+subject');
  requireSubject(hearing);
  const signatures = hearing.signatures.filter(({ by }) => by === 'registrar');
  const registrars = new Set(signatures.map((signature) => requireRegistrar(hearing, signature)));

  refuseIf(registrars.size < 2, 'same-registrar');
  refuseIf(signatures.some(({ at }) => hearing.statement.validFrom.getTime() < at.getTime() + reproofWaitMs), 'too-soon');
}

/** The session key of a member whose mandate names this office. Each epoch stands on its own signer. */
function office(hearing: Hearing): void {
  const { statement, world } = hearing;
  const former = statement.previous && world.lookup(statement.previous)?.statement;

  refuseIf(statement.office === null || statement.office !== statement.person, 'office-named');
  refuseIf(statement.version !== (former?.version ?? 0) + 1, 'version');
  refuseIf(statement.previous !== null && !former, 'previous');
  refuseIf(!!former && (former.kind !== 'office' || former.person !== statement.person || former.role !== statement.role), 'previous');
  requireSigners(hearing, 'session');

  const signature = signatureBy(hearing, 'session');
  const certificate = signature.signer?.length === 16 ? world.certificate(idFrom(signature.signer)) : undefined;
  if (!certificate) throw new UntrustedError('certificate');

  const member = hearing.prove(certificate.statementDigest);
  refuseIf(!verifyCertificate(certificate, member, signature.at, world.verify), 'certificate');
  const roles = openers[statement.role ?? ''] ?? [];
  const held = mandatesAt(member, world, signature.at).filter((mandate) => mandate.office === statement.office);
  refuseIf(!held.some((mandate) => roles.includes(mandate.role)), 'no-mandate');
  requireSignature(hearing, certificate.sessionPublicKey, signature);
}

function requireRegistrar(hearing: Hearing, signature: StatementSignature): string {
  if (!signature.signer) throw new UntrustedError('not-registrar');

  const registrar = hearing.prove(signature.signer);
  const { person, ed25519 } = registrar.statement;
  refuseIf(person === hearing.statement.person, 'own-registrar');
  refuseIf(!isWithin(registrar.keys, signature.at), 'not-registrar');
  refuseIf(!mandatesAt(registrar, hearing.world, signature.at).some(({ role }) => role === 'registrar'), 'not-registrar');
  requireSignature(hearing, ed25519, signature);

  return person;
}

function requireSameKeys({ statement, previous }: Hearing, same: boolean): Verified {
  if (!previous) throw new UntrustedError('previous');

  const former = previous.statement;
  const kept = [equal(statement.xwing, former.xwing), equal(statement.ed25519, former.ed25519)];
  refuseIf(kept.includes(!same), 'keys');

  return previous;
}

function requireNoOffice({ statement }: Hearing): void {
  refuseIf(statement.office !== null || statement.role !== null, 'office-named');
}
