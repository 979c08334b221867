import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import { person as personTable } from '../../db/schema/people.ts';
import { signerOf, type Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { identityFrom } from '../vault/ed25519.ts';
import { newSeed, personKeys, type PersonKeys } from '../vault/person-keys.ts';
import { newRecoveryCode } from '../vault/recovery-code.ts';
import { sealRecoverySlot, type Slot } from '../vault/slots.ts';
import { signStatement, statementDigest, type Statement } from '../vault/statement.ts';
import type { StatementSignature } from '../vault/trust.ts';
import { loginOf, normalAddress, type Login } from './address.ts';
import { countAttempt } from './attempts.ts';
import { idleOf, openSession, signedIn, writeSession, type OpenedSession, type SignedIn } from './open-session.ts';
import { sealProfile, type Profile } from './profile.ts';
import { insertSlots, sealNewPassphrase } from './slot-rows.ts';
import { insertStatement } from './statement-line.ts';
import { refuseWeak, stretch } from './stretch.ts';

/** `ip` is counted against the limits and kept nowhere; `words` are names the passphrase may not be made of. */
export type EnrolmentRequest = { name: string; address: string; passphrase: string; isShared: boolean; ip: string; words?: readonly string[] };

/** A person ready to be written. The recovery code is shown once and kept nowhere. */
export type Enrolment = {
  person: string; recoveryCode: string; opened: OpenedSession;
  at: Date; login: Login; profile: Uint8Array; statement: Statement; signatures: StatementSignature[]; slots: Slot[];
};

export type Enrolled = SignedIn & { recoveryCode: string };

/**
 * Makes an account and signs it in. An address may hold several accounts, each with its passphrase: a known address is
 * answered exactly as an unknown one, and its other accounts are not even read.
 * @throws Problem `invalid-body`, `passphrase-weak`, `too-many`, `overloaded`
 */
export async function enrol(core: Core, request: EnrolmentRequest): Promise<Enrolled> {
  const enrolment = await prepareEnrolment(core, request);
  await core.database.withActor({ kind: 'person', id: enrolment.person }, (tx) => writeEnrolment(tx, core, enrolment));

  return enrolled(enrolment);
}

/** Everything slow, before any transaction. Throws as `enrol`. */
export async function prepareEnrolment(core: Core, request: EnrolmentRequest): Promise<Enrolment> {
  const profile: Profile = { name: normalName(request.name), address: normalAddress(request.address) };
  refuseWeak(request.passphrase, [profile.name, profile.address, ...profile.address.split('@'), ...(request.words ?? [])]);

  const login = loginOf(core, profile.address);
  await core.database.withActor({ kind: 'visitor' }, (tx) => countAttempt(tx, core, 'enrol', Buffer.from(login.hmac).toString('hex'), request.ip));
  const stretched = await stretch(core, request.passphrase, login);

  const seed = newSeed();
  const keys = await personKeys(seed);
  const person = randomUUID();
  const at = core.clock();
  const { statement, signatures } = selfStatement(core, person, keys, at);
  const digest = statementDigest(statement);
  const code = newRecoveryCode();
  const owner = () => ({ id: randomUUID(), person, statementDigest: digest });

  return {
    person, recoveryCode: code.text, at, login, statement, signatures,
    profile: sealProfile(core, person, profile),
    slots: [sealNewPassphrase(core, owner(), seed, stretched), sealRecoverySlot(core.secrets.deployment.id, owner(), seed, code.bytes)],
    opened: openSession(core, { person, keys, statementDigest: digest, idleMinutes: idleOf({ isShared: request.isShared, holdsMandate: false }), at }),
  };
}

/** Writes the person, in a transaction that acts as them: alone, or with the first thing they do. */
export async function writeEnrolment(tx: Tx, core: Core, enrolment: Enrolment): Promise<void> {
  const { person, at, login, profile, statement, signatures, slots, opened } = enrolment;

  await tx.insert(personTable).values({ id: person, loginHmac: login.hmac, profile, createdAt: at });
  await insertStatement(tx, statement, signatures);
  const written = await insertSlots(tx, slots, at);
  await core.journal.append(tx, { event: 'enrolled', actor: { kind: 'person', person }, subject: { person }, written, signer: signerOf(opened.session) });
  await writeSession(tx, core, opened);
}

/** What the new person is given, once the transaction has committed. */
export function enrolled({ opened, recoveryCode }: Enrolment): Enrolled {
  return { ...signedIn(opened), recoveryCode };
}

function normalName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name.length > 0 && name.length <= 200) return name;

  throw new Problem('invalid-body', { errors: [{ field: 'name', message: 'Indiquez votre prénom et votre nom, en 200 caractères au plus.' }] });
}

/** Version 1 of a new id: signed by the new identity, and by the enrolment key root has delegated for nothing else. */
function selfStatement({ secrets }: Core, person: string, keys: PersonKeys, at: Date): { statement: Statement; signatures: StatementSignature[] } {
  const statement: Statement = {
    deployment: secrets.deployment.id, person, version: 1, kind: 'self', xwing: keys.xwing.publicKey, ed25519: keys.identity.publicKey,
    previous: null, validFrom: at, validTo: null, office: null, role: null,
  };
  const enrolment = identityFrom(secrets.enrolmentSeed);

  return {
    statement,
    signatures: [
      { by: 'subject', signer: null, signature: signStatement(keys.identity, statement), at },
      { by: 'enrolment', signer: null, signature: signStatement(enrolment, statement), at },
    ],
  };
}
