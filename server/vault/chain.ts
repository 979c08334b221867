import { equal, idBytes, idFrom } from './bytes.ts';
import { rules } from './chain-rules.ts';
import type { Hearing } from './hearing.ts';
import { statementDigest, statementKinds, type Statement } from './statement.ts';
import { isWithin, refuseIf, UntrustedError, type Mandate, type StoredStatement, type Verified, type World } from './trust.ts';

/** Longer than any honest line of registrars and renewals; a bound on what a planted one can cost. */
const maximumDepth = 256;

type Walk = { world: World; proven: Map<string, Verified>; path: Set<string> };

/**
 * Follows a statement's signatures up to the pinned root (design section 4, "A person") and says whose keys these are.
 * Throws UntrustedError with a reason code when a signature, a rule or a date is missing anywhere on the way, or when
 * the keys are not in force at `world.at`.
 */
export function verifyStatement(digest: Uint8Array, world: World): Verified {
  const verified = prove(digest, { world, proven: world.proven ?? new Map(), path: new Set() });
  refuseIf(!isWithin(verified.keys, world.at), 'not-in-force');

  return verified;
}

/** Verifies the last statement of a person's line before any change of keys that still waits. This is whom to seal to. */
export function verifyCurrent(person: string, world: World): Verified {
  const line = world.statementsOf(person).filter(({ kind }) => kind !== 'office').toSorted((one, other) => one.version - other.version);
  const waiting = line.findIndex((statement) => changesKeys(statement) && statement.validFrom > world.at);
  const last = line.slice(0, waiting < 0 ? undefined : waiting).at(-1);
  if (!last) throw new UntrustedError('unknown-statement');

  return verifyStatement(digestOf(last), world);
}

function prove(digest: Uint8Array, walk: Walk): Verified {
  const name = Buffer.from(digest).toString('hex');
  const known = walk.proven.get(name);
  if (known) return known;

  refuseIf(walk.path.has(name), 'cycle');
  refuseIf(walk.path.size >= maximumDepth, 'too-deep');
  walk.path.add(name);
  const verified = judge(digest, walk);
  walk.path.delete(name);
  walk.proven.set(name, verified);

  return verified;
}

function judge(digest: Uint8Array, walk: Walk): Verified {
  const { world } = walk;
  const stored = load(digest, world);
  const { statement } = stored;
  const previous = statement.previous && statement.kind !== 'office' ? prove(statement.previous, walk) : null;
  const hearing: Hearing = { ...stored, digest, previous, world, prove: (signer) => prove(signer, walk) };

  requireOneLine(statement, digest, world);
  requireSuccession(statement, previous);
  rules[statement.kind](hearing);

  return {
    statement, digest, kind: statement.kind,
    keys: keysWindow(statement, previous, world),
    mandates: [...(previous?.mandates ?? []), ...mandateOf(statement, digest)],
  };
}

function load(digest: Uint8Array, world: World): StoredStatement {
  const stored = world.lookup(digest);
  if (!stored) throw new UntrustedError('unknown-statement');

  const { statement } = stored;
  refuseIf(!equal(digestOf(statement), digest), 'digest');
  requireForm(statement);
  refuseIf(statement.deployment !== world.deployment, 'other-deployment');
  refuseIf(statement.validTo !== null && statement.validTo <= statement.validFrom, 'window');

  return stored;
}

/** Ids are compared as text, so there must be one way to write each. */
function requireForm({ kind, person, office, xwing, ed25519 }: Statement): void {
  refuseIf(!statementKinds.includes(kind), 'malformed');
  refuseIf([person, office ?? person].some((id) => idFrom(idBytes(id)) !== id), 'malformed');
  refuseIf(xwing.length !== 1216 || ed25519.length !== (kind === 'office' ? 0 : 32), 'malformed');
}

/** A row that cannot even be encoded is not trusted; it must not stop the others of a batch with another error. */
function digestOf(statement: Statement): Uint8Array {
  try {
    return statementDigest(statement);
  } catch {
    throw new UntrustedError('malformed');
  }
}

/** Two statements of one version are a fork, whoever signed them: which is genuine is for people and the journal. */
function requireOneLine(statement: Statement, digest: Uint8Array, world: World): void {
  const rivals = world.statementsOf(statement.person).filter(
    (other) => isSameLine(other, statement) && other.version === statement.version && !equal(digestOf(other), digest),
  );
  refuseIf(rivals.length > 0, 'fork');
}

/** A person has one line; an office has one for each use. */
function isSameLine(one: Statement, other: Statement): boolean {
  if (one.kind !== 'office' || other.kind !== 'office') return one.kind !== 'office' && other.kind !== 'office';

  return one.role === other.role;
}

function requireSuccession(statement: Statement, previous: Verified | null): void {
  if (!previous) return;

  refuseIf(previous.kind === 'office' || previous.statement.person !== statement.person, 'previous');
  refuseIf(statement.version !== previous.statement.version + 1, 'version');
}

/**
 * Keys never hold before those they follow (a `next` signed over a waiting `reproof` waits as long), nor once those that
 * follow them begin: a retired key neither receives nor countersigns.
 */
function keysWindow(statement: Statement, previous: Verified | null, world: World): Verified['keys'] {
  if (statement.kind === 'mandate' && previous) return previous.keys;

  const successor = world.statementsOf(statement.person)
    .filter((other) => isSameLine(other, statement) && other.version > statement.version && changesKeys(other))
    .toSorted((one, other) => one.version - other.version)[0];
  const from = previous && previous.keys.from > statement.validFrom ? previous.keys.from : statement.validFrom;

  return { from, to: earlier(statement.validTo, successor?.validFrom ?? null) };
}

function changesKeys({ kind }: Statement): boolean {
  return kind !== 'self' && kind !== 'mandate';
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;

  return one < other ? one : other;
}

function mandateOf({ kind, office, role, validFrom, validTo }: Statement, digest: Uint8Array): Mandate[] {
  if (kind !== 'mandate' || role === null) return [];

  return [{ office, role, validFrom, validTo, digest }];
}
