import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { projectRoot } from '../db/project-root.ts';
import { actBytes, invitationSubject, signAct, verifyAct, type Act } from '../server/vault/act.ts';
import { equal, sha256 } from '../server/vault/bytes.ts';
import { certificateBytes, signCertificate, verifyCertificate, type CertificateFacts } from '../server/vault/certificate.ts';
import { loginHmac, loginSalt, openDirectory, sealDirectory, type DirectoryPlace } from '../server/vault/directory-envelope.ts';
import { identityFrom } from '../server/vault/ed25519.ts';
import { EnvelopeError } from '../server/vault/envelope.ts';
import { grantInfo, openGrant, openGrants, sealEachGrant, sealGrants, verifyGrant, type Grant, type GrantFacts } from '../server/vault/grant.ts';
import { invitationKeys, linkHash, newLinkSecret, signAcceptance, verifyAcceptance, type Acceptance } from '../server/vault/invitation.ts';
import { itemContext, openItem, sealItem, type ItemFacts } from '../server/vault/item.ts';
import { newSeed, personKeys } from '../server/vault/person-keys.ts';
import { newRecoveryCode, parseRecoveryCode, printRecoveryCode } from '../server/vault/recovery-code.ts';
import { openRing, sealRing, signRing, verifyRing, type RingFacts } from '../server/vault/ring.ts';
import { rootKeys } from '../server/vault/root.ts';
import { SealError } from '../server/vault/seal.ts';
import { newSession, openBundle, parseToken, sealBundle } from '../server/vault/session-bundle.ts';
import { openPassphraseSlot, openRecoverySlot, passphraseKek, recoveryKek, sealPassphraseSlot, sealRecoverySlot, type Slot } from '../server/vault/slots.ts';
import { statementBytes, statementDigest, type Statement } from '../server/vault/statement.ts';
import type { Verified } from '../server/vault/trust.ts';

const deployment = randomUUID();
const now = new Date('2031-01-06T08:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3600 * 1000);
const session = identityFrom(randomBytes(32));
const stranger = identityFrom(randomBytes(32));
const text = 'Amina: depuis mars, les plannings changent la veille.';

const id = fc.uuid();
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
type Changes<Facts> = { [Field in keyof Facts]: fc.Arbitrary<Facts[Field]> };

t.test('a seed gives three unlike keys, the same each time; another seed gives others', async (t) => {
  const seed = newSeed();
  const [one, again, other] = await Promise.all([personKeys(seed), personKeys(seed), personKeys(newSeed())]);
  const parts = [one.xwing.privateKey, one.identity.seed, one.ringKey, seed, other.ringKey, other.identity.seed, other.xwing.privateKey];

  t.same(one.xwing, again.xwing);
  t.same([one.identity.publicKey, one.ringKey], [again.identity.publicKey, again.ringKey]);
  t.equal(one.xwing.publicKey.length, 1216);
  t.equal(new Set(parts.map(hex)).size, parts.length);
  const root = await rootKeys(seed);
  t.not(hex(root.identity.publicKey), hex(one.identity.publicKey), 'a seed of root and of a person have nothing in common');
});

t.test('slots', async (t) => {
  const owner = { id: randomUUID(), person: randomUUID(), statementDigest: randomBytes(32) };
  const seed = newSeed();
  const stretched = randomBytes(64);
  const pepper = { version: 3, key: randomBytes(32) };
  const code = newRecoveryCode();
  const cost = { memoryKiB: 65536, passes: 3, lanes: 1 };
  const byPassphrase = sealPassphraseSlot(deployment, owner, seed, stretched, cost, pepper);
  const byCode = sealRecoverySlot(deployment, owner, seed, code.bytes);
  const changes: Changes<Omit<Slot, 'sealed'>> = {
    id, person: id, kind: fc.constantFrom('passphrase', 'recovery'), salt: digest, statementDigest: digest, pepperVersion: fc.option(fc.nat()),
    argon2: fc.option(fc.record({ memoryKiB: fc.nat(), passes: fc.nat(), lanes: fc.nat() })),
  };

  t.test('either slot alone gives the seed back', (t) => {
    t.same(openPassphraseSlot(deployment, byPassphrase, stretched, pepper.key), seed);
    t.same(openRecoverySlot(deployment, byCode, code.bytes), seed);
    t.end();
  });

  t.test('a wrong passphrase, pepper, code, deployment or kind of slot is null, not an error', (t) => {
    t.equal(openPassphraseSlot(deployment, byPassphrase, randomBytes(64), pepper.key), null);
    t.equal(openPassphraseSlot(deployment, byPassphrase, stretched, randomBytes(32)), null);
    t.equal(openPassphraseSlot(randomUUID(), byPassphrase, stretched, pepper.key), null);
    t.equal(openPassphraseSlot(deployment, byCode, stretched, pepper.key), null);
    t.equal(openRecoverySlot(deployment, byCode, randomBytes(20)), null);
    t.equal(openRecoverySlot(randomUUID(), byCode, code.bytes), null);
    t.equal(openRecoverySlot(deployment, byPassphrase, code.bytes), null);
    t.end();
  });

  t.test('every fact of a slot is load-bearing', async () => {
    await everyFieldMatters(byPassphrase, changes, (slot) => openPassphraseSlot(deployment, slot, stretched, pepper.key) !== null);
    await everyFieldMatters(byCode, changes, (slot) => openRecoverySlot(deployment, slot, code.bytes) !== null);
    for (const part of ['memoryKiB', 'passes', 'lanes'] as const) {
      const weaker = { ...byPassphrase, argon2: { ...cost, [part]: cost[part] + 1 } };
      t.equal(openPassphraseSlot(deployment, weaker, stretched, pepper.key), null, part);
    }
  });

  t.test('one passphrase for two accounts of an address makes two unlike keys', (t) => {
    const other = sealPassphraseSlot(deployment, { ...owner, id: randomUUID(), person: randomUUID() }, newSeed(), stretched, cost, pepper);

    t.not(hex(passphraseKek(other, stretched, pepper.key)), hex(passphraseKek(byPassphrase, stretched, pepper.key)));
    t.notSame(openPassphraseSlot(deployment, other, stretched, pepper.key), seed);
    t.end();
  });
});

t.test('recovery codes', (t) => {
  t.test('a code reads back however it is typed', (t) => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      const printed = printRecoveryCode(bytes);
      const sloppy = ` ${printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
      const others = printed.replaceAll('-', '').replaceAll('0', 'O').replaceAll('1', 'I');
      const dictated = `${printed.replaceAll('-', ' – ')}.\r\n`;

      return [printed, sloppy, others, dictated].every((typed) => sameBytes(parseRecoveryCode(typed), bytes));
    }));
    for (let drawn = 0; drawn < 100; drawn++) t.match(newRecoveryCode().text, /^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]$/, 'the check is no sign');
    t.not(newRecoveryCode().text, newRecoveryCode().text);
    t.end();
  });

  t.test('one wrong character, or two neighbours exchanged, is caught', (t) => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.nat(31), fc.nat(31), (bytes, place, symbol) => {
      const code = printRecoveryCode(bytes).replaceAll('-', '');
      const wrong = code.slice(0, place) + alphabet[symbol] + code.slice(place + 1);
      const exchanged = code.slice(0, place) + (code[place + 1] ?? '') + (code[place] ?? '') + code.slice(place + 2);

      return [wrong, exchanged].every((typed) => typed === code || parseRecoveryCode(typed) === null);
    }));
    t.end();
  });

  t.test('what cannot be a code is null', (t) => {
    const { text: code } = newRecoveryCode();

    for (const typed of ['', code.slice(0, -1), `${code}0`, `${code}$`, code.replace(/^./, 'U'), code.replace(/^./, 'é'), code.replace(/^./, '*')]) {
      t.equal(parseRecoveryCode(typed), null);
    }
    t.end();
  });
  t.end();
});

t.test('a session certificate', async (t) => {
  const claire = identityFrom(randomBytes(32));
  const verified = verifiedOf(statementOf(claire.publicKey));
  const facts: CertificateFacts = {
    deployment, person: verified.statement.person, statementDigest: verified.digest, sessionIdHash: randomBytes(32),
    sessionPublicKey: session.publicKey, notBefore: now, expiry: later(10),
  };
  const certificate = signCertificate(claire, facts);

  t.ok(verifyCertificate(certificate, verified, now));
  t.ok(verifyCertificate(certificate, verified, new Date(later(10).getTime() - 1)));
  t.notOk(verifyCertificate(certificate, verified, later(10)), 'expired');
  t.notOk(verifyCertificate(certificate, verified, later(-1)), 'not yet');
  t.notOk(verifyCertificate(signCertificate(session, facts), verified, now), 'a session cannot prolong itself');
  t.notOk(verifyCertificate(certificate, { ...verified, kind: 'office' }, now));
  t.notOk(verifyCertificate(certificate, { ...verified, keys: { from: later(72), to: null } }, now), 'keys that wait');
  const renewed = verifiedOf({ ...verified.statement, version: 2 });
  t.notOk(verifyCertificate(certificate, renewed, now), 'a statement other than the one it names');
  const namesake = verifiedOf({ ...verified.statement, person: randomUUID() });
  t.notOk(verifyCertificate({ ...certificate, statementDigest: namesake.digest }, namesake, now));
  await everyFieldMatters(
    certificate,
    { deployment: id, person: id, statementDigest: digest, sessionIdHash: digest, sessionPublicKey: digest, notBefore: moment, expiry: moment },
    (changed) => verifyCertificate(changed, verified, now),
  );
});

t.test('a session', (t) => {
  const fresh = newSession();
  const bundle = { xwingPrivateKey: randomBytes(32), ringKey: randomBytes(32), sessionSeed: randomBytes(32) };
  const sealed = sealBundle(fresh.secret, fresh.idHash, deployment, bundle);
  const parsed = parseToken(fresh.token);

  t.same(parsed && [...parsed.id, ...parsed.secret, ...parsed.idHash], [...fresh.id, ...fresh.secret, ...fresh.idHash]);
  t.same(fresh.idHash, sha256(fresh.id));
  t.match(openBundle(fresh.secret, fresh.idHash, deployment, sealed), bundle);
  for (const text of ['', fresh.token.slice(1), `${fresh.token}A`, fresh.token.replace(/.$/, '!'), fresh.token.replace(/.$/, '=')]) t.equal(parseToken(text), null);
  t.throws(() => openBundle(randomBytes(32), fresh.idHash, deployment, sealed), EnvelopeError);
  t.throws(() => openBundle(fresh.secret, newSession().idHash, deployment, sealed), EnvelopeError);
  t.throws(() => openBundle(fresh.secret, fresh.idHash, randomUUID(), sealed), EnvelopeError);
  t.end();
});

t.test('an act stands only as it was signed', async (t) => {
  const act: Act = { id: randomUUID(), kind: 'invite', caseId: randomUUID(), subject: invitationSubject(randomUUID(), randomBytes(1216), randomBytes(32)), compartment: randomUUID(), previous: randomUUID(), at: now };
  const signature = signAct(session, deployment, act);
  const changes: Changes<Act> = {
    id, kind: fc.string({ maxLength: 20 }), caseId: fc.option(id), subject: fc.option(digest), compartment: fc.option(id),
    previous: fc.option(id), at: moment,
  };

  t.ok(verifyAct(session.publicKey, deployment, act, signature));
  t.notOk(verifyAct(stranger.publicKey, deployment, act, signature));
  t.notOk(verifyAct(session.publicKey, randomUUID(), act, signature));
  t.notOk(verifyAct(session.publicKey, deployment, act, stranger.sign(actBytes(deployment, act))));
  await everyFieldMatters(act, changes, (changed) => verifyAct(session.publicKey, deployment, changed, signature));
});

t.test('grants', async (t) => {
  const [amina, omar] = await Promise.all([personKeys(newSeed()), personKeys(newSeed())]);
  const key = randomBytes(32);
  const facts = grantFacts();
  const proof = { sessionPublicKey: session.publicKey, at: now };
  const grants = await sealGrants(session, key, [
    { ...facts, publicKey: amina.xwing.publicKey },
    { ...facts, recipient: { kind: 'person', id: randomUUID() }, publicKey: omar.xwing.publicKey },
  ]);
  const [toAmina, toOmar] = grants as [Grant, Grant];

  t.test('each recipient opens theirs and nobody else does', async (t) => {
    t.same(await openGrant(amina.xwing.privateKey, toAmina), key);
    t.same(await openGrant(omar.xwing.privateKey, toOmar), key);
    await t.rejects(openGrant(omar.xwing.privateKey, toAmina), SealError);
    t.ok(verifyGrant(toAmina, proof));
    t.notOk('publicKey' in toAmina);
  });

  t.test('several keys for one person come and go in one batch, in order', async (t) => {
    const keys = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const sealed = await sealEachGrant(session, keys.map((each) => ({ key: each, recipient: { ...grantFacts(), publicKey: amina.xwing.publicKey } })));

    t.same((await openGrants(amina.xwing.privateKey, sealed)).map(hex), keys.map(hex));
  });

  t.test('every fact of a grant is load-bearing, to open and to verify', async () => {
    const changes: Changes<GrantFacts> = {
      deployment: id, caseId: id, compartment: id, epoch: fc.nat(), grantor: id, act: fc.option(id), createdAt: moment, expiresAt: fc.option(moment),
      recipient: fc.record({ kind: fc.constantFrom('person', 'office', 'invitation'), id }),
    };
    await everyFieldMatters(toAmina, changes, (changed) => verifyGrant(changed, proof));
    await everyFieldMatters(toAmina, changes, (changed) => opens(amina.xwing.privateKey, changed), 3);
    for (const kind of ['office', 'invitation'] as const) {
      const elsewhere = { ...toAmina, recipient: { ...toAmina.recipient, kind } };
      t.notOk(verifyGrant(elsewhere, proof) || await opens(amina.xwing.privateKey, elsewhere), kind);
    }
  });

  t.test('a grant by another session, of another sealing, or past its term is not valid', (t) => {
    t.notOk(verifyGrant(toAmina, { ...proof, sessionPublicKey: stranger.publicKey }));
    t.notOk(verifyGrant({ ...toAmina, ciphertext: toOmar.ciphertext }, proof));
    t.notOk(verifyGrant({ ...toAmina, enc: toOmar.enc }, proof));
    t.notOk(verifyGrant({ ...toAmina, signature: toOmar.signature }, proof));
    t.ok(verifyGrant(toAmina, { ...proof, at: new Date(later(24).getTime() - 1) }));
    t.notOk(verifyGrant(toAmina, { ...proof, at: later(24) }));
    t.end();
  });

  t.test('a grant re-sealed from an invitation is valid only with the acceptance that was verified', async (t) => {
    const invitation = randomUUID();
    const link = await invitationKeys(newLinkSecret());
    const statement = randomBytes(32);
    const acceptance = signAcceptance(link.identity, deployment, invitation, statement);
    const accepted = { invitationPublicKey: link.identity.publicKey, invitation, statementDigest: statement };
    const [grant] = await sealGrants(session, key, [{ ...facts, publicKey: amina.xwing.publicKey, acceptance }]) as [Grant];
    const isValid = (changed: Partial<Grant>, expected: typeof accepted | undefined = accepted) =>
      verifyGrant({ ...grant, ...changed }, { ...proof, ...(expected && { accepted: expected }) });

    t.ok(isValid({}));
    t.notOk(isValid({ acceptance: null }), 'none where one is due');
    t.notOk(verifyGrant(grant, proof), 'one that nobody looked up');
    t.notOk(isValid({ acceptance: signAcceptance(stranger, deployment, invitation, statement) }));
    t.notOk(isValid({ acceptance: signAcceptance(link.identity, randomUUID(), invitation, statement) }));
    t.notOk(isValid({ acceptance: signAcceptance(link.identity, deployment, invitation, randomBytes(32)) }), 'somebody else accepted');
    t.notOk(isValid({ acceptance: signAcceptance(link.identity, deployment, randomUUID(), statement) }), 'another invitation');
  });
});

t.test('a ring row opens and verifies only for its person and place', async (t) => {
  const ringKey = randomBytes(32);
  const key = randomBytes(32);
  const facts: RingFacts = { deployment, person: randomUUID(), caseId: randomUUID(), compartment: randomUUID(), epoch: 1 };
  const sealed = sealRing(ringKey, facts, key);
  const signature = signRing(session, facts, sealed);
  const changes: Changes<RingFacts> = { deployment: id, person: id, caseId: id, compartment: id, epoch: fc.nat() };

  t.same(openRing(ringKey, facts, sealed), key);
  t.ok(verifyRing(session.publicKey, facts, sealed, signature));
  t.notOk(verifyRing(stranger.publicKey, facts, sealed, signature));
  t.notOk(verifyRing(session.publicKey, facts, sealRing(ringKey, facts, key), signature), 'another wrapping');
  t.throws(() => openRing(randomBytes(32), facts, sealed), EnvelopeError);
  await everyFieldMatters(facts, changes, (changed) => isOpen(() => openRing(ringKey, changed, sealed)));
  await everyFieldMatters(facts, changes, (changed) => verifyRing(session.publicKey, changed, sealed, signature));
});

t.test('an invitation link', async (t) => {
  const secret = newLinkSecret();
  const [keys, again, other] = await Promise.all([invitationKeys(secret), invitationKeys(secret), invitationKeys(newLinkSecret())]);
  const acceptance = signAcceptance(keys.identity, deployment, randomUUID(), randomBytes(32));
  const changes: Changes<Omit<Acceptance, 'signature'>> = { invitation: id, statementDigest: digest };

  t.equal(secret.length, 20);
  t.same([keys.xwing, keys.identity.publicKey], [again.xwing, again.identity.publicKey]);
  t.notSame(keys.identity.publicKey, other.identity.publicKey);
  t.same(linkHash(secret), linkHash(secret));
  t.notSame(linkHash(secret), linkHash(newLinkSecret()));
  t.ok(verifyAcceptance(keys.identity.publicKey, deployment, acceptance));
  t.notOk(verifyAcceptance(other.identity.publicKey, deployment, acceptance));
  t.notOk(verifyAcceptance(keys.identity.publicKey, randomUUID(), acceptance));
  await everyFieldMatters(acceptance, changes, (changed) => verifyAcceptance(keys.identity.publicKey, deployment, changed));
});

t.test('an item opens only as what it was written', async (t) => {
  const dataKey = randomBytes(32);
  const facts: ItemFacts = { deployment, caseId: randomUUID(), compartment: randomUUID(), epoch: 1, id: randomUUID(), version: 1, kind: 'account', author: randomUUID(), createdAt: now };
  const sealed = sealItem(dataKey, facts, text);
  const changes: Changes<ItemFacts> = { deployment: id, caseId: id, compartment: id, epoch: fc.nat(), id, version: fc.nat(), kind: fc.string({ maxLength: 20 }), author: id, createdAt: moment };

  t.equal(openItem(dataKey, facts, sealed), text);
  t.equal(sealItem(dataKey, facts, 'oui').length, sealItem(dataKey, facts, text).length, 'a short answer weighs as much');
  t.throws(() => openItem(randomBytes(32), facts, sealed), EnvelopeError);
  await everyFieldMatters(facts, changes, (changed) => isOpen(() => openItem(dataKey, changed, sealed)));
});

t.test('the directory', async (t) => {
  const directoryKey = randomBytes(32);
  const place: DirectoryPlace = { deployment, table: 'accounts', row: randomUUID(), field: 'name' };
  const sealed = sealDirectory(directoryKey, place, 'Amina Haddad');

  t.equal(openDirectory(directoryKey, place, sealed), 'Amina Haddad');
  t.equal(sealed.length, sealDirectory(directoryKey, place, 'Li').length);
  t.throws(() => openDirectory(randomBytes(32), place, sealed), EnvelopeError);
  await everyFieldMatters(
    place,
    { deployment: id, table: fc.string({ maxLength: 20 }), row: id, field: fc.string({ maxLength: 20 }) },
    (changed) => isOpen(() => openDirectory(directoryKey, changed, sealed)),
  );

  const address = 'amina.haddad@chu.example';
  for (const typed of [' Amina.Haddad@CHU.example ', 'ａmina.haddad@chu.example']) {
    t.same(loginHmac(directoryKey, typed), loginHmac(directoryKey, address), 'one address however it is typed');
    t.same(loginSalt(directoryKey, typed), loginSalt(directoryKey, address));
  }
  t.equal(loginSalt(directoryKey, address).length, 16);
  t.notSame(loginHmac(directoryKey, address), loginHmac(randomBytes(32), address));
  t.notSame(loginHmac(directoryKey, address).subarray(0, 16), loginSalt(directoryKey, address), 'the public salt tells nothing of the index');
});

t.test('the vectors: a change of any of these bytes makes what is stored unreadable', async (t) => {
  const expected = JSON.parse(readFileSync(join(projectRoot, 'test/vectors/keys.json'), 'utf8')) as Record<string, string>;
  t.same(await vectors(), expected);
});

/** Everything from inputs written here; `test/vectors/keys.json` was computed by a program that shares no code with ours. */
async function vectors(): Promise<Record<string, string>> {
  const uuid = (digit: number) => `${digit}`.repeat(8) + `-${`${digit}`.repeat(4)}`.repeat(3) + `-${`${digit}`.repeat(12)}`;
  const bytes = (value: number, length: number) => new Uint8Array(length).fill(value);
  const from = new Date('2031-01-06T08:00:00.123Z');
  const to = new Date('2034-01-06T08:00:00Z');
  const statement: Statement = {
    deployment: uuid(1), person: uuid(2), version: 2, kind: 'mandate', xwing: bytes(3, 1216), ed25519: bytes(4, 32), previous: bytes(5, 32),
    validFrom: from, validTo: to, office: uuid(6), role: 'mediator',
  };
  const self: Statement = { ...statement, version: 1, kind: 'self', previous: null, validTo: null, office: null, role: null };
  const certificate: CertificateFacts = { deployment: uuid(1), person: uuid(2), statementDigest: bytes(3, 32), sessionIdHash: bytes(4, 32), sessionPublicKey: bytes(5, 32), notBefore: from, expiry: to };
  const act: Act = { id: uuid(2), kind: 'take-charge', caseId: uuid(3), subject: bytes(4, 16), compartment: null, previous: uuid(5), at: from };
  const grant: GrantFacts = { deployment: uuid(1), caseId: uuid(2), compartment: uuid(3), epoch: 4, recipient: { kind: 'office', id: uuid(5) }, grantor: uuid(6), act: uuid(7), createdAt: from, expiresAt: to };
  const item: ItemFacts = { deployment: uuid(1), caseId: uuid(2), compartment: uuid(3), epoch: 4, id: uuid(5), version: 6, kind: 'récit', author: uuid(7), createdAt: from };
  const slot = { id: uuid(2), person: uuid(3), salt: bytes(4, 32) };
  const [person, invitation, root] = await Promise.all([personKeys(bytes(1, 32)), invitationKeys(bytes(1, 20)), rootKeys(bytes(1, 32))]);

  return {
    statement: hex(sha256(statementBytes(statement))),
    self: hex(statementDigest(self)),
    certificate: hex(certificateBytes(certificate)),
    act: hex(actBytes(uuid(1), act)),
    grant: hex(grantInfo(grant)),
    openGrant: hex(grantInfo({ ...grant, act: null, expiresAt: null })),
    item: hex(itemContext(item)),
    passphraseKek: hex(passphraseKek(slot, bytes(5, 64), bytes(6, 32))),
    recoveryKek: hex(recoveryKek(slot, bytes(5, 20))),
    recoveryCode: printRecoveryCode(bytes(0xa7, 20)),
    personXwing: hex(person.xwing.privateKey),
    personIdentity: hex(person.identity.seed),
    personRing: hex(person.ringKey),
    invitationXwing: hex(invitation.xwing.privateKey),
    invitationIdentity: hex(invitation.identity.seed),
    rootIdentity: hex(root.identity.seed),
    linkHash: hex(linkHash(bytes(1, 20))),
    loginHmac: hex(loginHmac(bytes(1, 32), 'amina@chu.example')),
    loginSalt: hex(loginSalt(bytes(1, 32), 'amina@chu.example')),
  };
}

/** Replaces each field in turn by other values: what held for the original must hold for none of them. */
async function everyFieldMatters<Whole extends object, Field extends keyof Whole & string>(
  whole: Whole, changes: Changes<Pick<Whole, Field>>, holds: (changed: Whole) => boolean | Promise<boolean>, numRuns = 10,
): Promise<void> {
  if (!(await holds(whole))) throw new Error('it does not hold to begin with');

  for (const field of Object.keys(changes) as Field[]) {
    await fc.assert(fc.asyncProperty(changes[field], async (value) => {
      fc.pre(plain(value) !== plain(whole[field]));
      if (await holds({ ...whole, [field]: value })) throw new Error(`${field} can be changed`);
    }), { numRuns });
  }
}

function plain(value: unknown): string {
  return value instanceof Uint8Array ? hex(value) : JSON.stringify(value);
}

function isOpen(attempt: () => unknown): boolean {
  try {
    attempt();

    return true;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;

    throw error;
  }
}

async function opens(privateKey: Uint8Array, grant: Grant): Promise<boolean> {
  try {
    await openGrant(privateKey, grant);

    return true;
  } catch (error) {
    if (error instanceof SealError) return false;

    throw error;
  }
}

function grantFacts(): GrantFacts {
  return {
    deployment, caseId: randomUUID(), compartment: randomUUID(), epoch: 1, recipient: { kind: 'person', id: randomUUID() },
    grantor: randomUUID(), act: randomUUID(), createdAt: now, expiresAt: later(24),
  };
}

function statementOf(ed25519: Uint8Array): Statement {
  return { deployment, person: randomUUID(), version: 1, kind: 'self', xwing: randomBytes(1216), ed25519, previous: null, validFrom: now, validTo: null, office: null, role: null };
}

function verifiedOf(statement: Statement): Verified {
  return { statement, digest: statementDigest(statement), kind: statement.kind, keys: { from: later(-24), to: null }, mandates: [] };
}

function sameBytes(found: Uint8Array | null, wanted: Uint8Array): boolean {
  return found !== null && equal(found, wanted);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
