import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import t, { type Test } from 'tap';
import { idBytes } from '../server/vault/bytes.ts';
import { signCertificate, type SessionCertificate } from '../server/vault/certificate.ts';
import { verifyCurrent, verifyStatement } from '../server/vault/chain.ts';
import { identityFrom, type Identity } from '../server/vault/ed25519.ts';
import { delegateEnrolment, rootKeys } from '../server/vault/root.ts';
import { rememberSignatures } from '../server/vault/signature-memory.ts';
import { signStatement, statementDigest, verifyStatementSignature, type Statement } from '../server/vault/statement.ts';
import { mandatesAt, UntrustedError, type StatementSignature, type UntrustedReason, type World } from '../server/vault/trust.ts';

const deployment = randomUUID();
const root = await rootKeys(randomBytes(32));
const enrolment = identityFrom(randomBytes(32));
const territory = randomUUID();
const day = 24 * 3600 * 1000;
const january = new Date('2031-01-06T08:00:00Z');
const later = (days: number) => new Date(january.getTime() + days * day);

type Person = { id: string; identity: Identity; xwing: Uint8Array; head: Statement };
type Draft = Partial<Statement>;
type Signer = Omit<StatementSignature, 'signature'> & { identity: Identity };

t.test('Amina enrols at three in the morning and her statement leads to root', (t) => {
  const { world, enrol } = town();
  const amina = enrol();
  const verified = verifyStatement(statementDigest(amina.head), world);

  t.equal(verified.kind, 'self');
  t.same(verified.mandates, []);
  t.same(verified.statement.ed25519, amina.identity.publicKey);
  t.end();
});

t.test('Claire, whose mandate Omar countersigned, is mediator for as long as her mandate holds', (t) => {
  const { world, enrol, registrar, appoint, ended } = town();
  const claire = enrol();
  appoint(claire, registrar(), { role: 'mediator', office: territory, validTo: later(365) });
  const verified = verifyCurrent(claire.id, world);
  const roles = (at: Date) => mandatesAt(verified, world, at).map(({ role, office }) => [role, office]);

  t.same(roles(january), [['mediator', territory]]);
  t.same(roles(later(-1)), []);
  t.same(roles(later(365)), []);
  ended.set(hex(statementDigest(claire.head)), later(100));
  t.same(roles(later(99)), [['mediator', territory]]);
  t.same(roles(later(100)), [], 'relieved');
  t.end();
});

t.test('a self statement is version 1 of a new id and nothing more', (t) => {
  const refusedSelf = (draft: Draft, reason: UntrustedReason, signers?: (person: Person) => Signer[]) => {
    const town_ = town();
    const eve = newPerson();
    const statement = town_.store(draftOf(eve, draft), signers?.(eve) ?? [by('subject', eve.identity), by('enrolment', enrolment)]);
    refused(t, town_.world, statement, reason);
  };

  refusedSelf({ version: 2 }, 'version');
  refusedSelf({ office: territory }, 'office-named');
  refusedSelf({ role: 'registrar' }, 'office-named');
  refusedSelf({ validTo: january }, 'window');
  refusedSelf({ deployment: randomUUID() }, 'other-deployment');
  refusedSelf({ xwing: randomBytes(32) }, 'malformed');
  refusedSelf({ person: 'ABCDEF01-0000-4000-8000-000000000000' }, 'malformed');
  refusedSelf({ kind: String('friend') as Statement['kind'] }, 'malformed');
  refusedSelf({}, 'signers', (eve) => [by('subject', eve.identity)]);
  refusedSelf({}, 'signers', () => [by('enrolment', enrolment)]);
  refusedSelf({}, 'signers', (eve) => [by('subject', eve.identity), by('enrolment', enrolment), by('registrar', eve.identity)]);
  refusedSelf({}, 'signature', (eve) => [by('subject', eve.identity), by('enrolment', eve.identity)]);
  refusedSelf({}, 'signature', () => [by('subject', enrolment), by('enrolment', enrolment)]);
  refusedSelf({}, 'signature', (eve) => [by('subject', eve.identity), by('root', enrolment)]);
  t.end();
});

t.test('a self statement above version 1, chained to a genuine one, is refused', (t) => {
  const { world, enrol, store } = town();
  const amina = enrol();
  const statement = store(following(amina, { kind: 'self' }), [by('subject', amina.identity), by('enrolment', enrolment)]);

  refused(t, world, statement, 'version');
  t.end();
});

t.test('an enrolment key that root did not delegate, or for another deployment, enrols nobody', (t) => {
  const { world, enrol } = town();
  const amina = enrol();
  const rogue = { identity: enrolment, xwing: root.xwing };

  refused(t, { ...world, enrolment: delegateEnrolment(rogue, deployment, enrolment.publicKey) }, amina.head, 'enrolment');
  refused(t, { ...world, enrolment: delegateEnrolment(root, randomUUID(), enrolment.publicKey) }, amina.head, 'enrolment');
  refused(t, { ...world, rootPublicKey: enrolment.publicKey }, amina.head, 'enrolment');
  t.end();
});

t.test('root countersigns administrators and registrars, and no other mandate', (t) => {
  const { world, enrol, appointByRoot } = town();
  const nadia = enrol();
  appointByRoot(nadia, { role: 'administrator' });
  t.equal(verifyStatement(statementDigest(nadia.head), world).mandates[0]?.role, 'administrator');

  const claire = enrol();
  appointByRoot(claire, { role: 'mediator', office: territory });
  refused(t, world, claire.head, 'role');
  t.end();
});

t.test('a registrar appoints nobody when it is for himself', (t) => {
  const { world, registrar, appoint } = town();
  const omar = registrar();
  appoint(omar, omar, { role: 'mediator', office: territory });

  refused(t, world, omar.head, 'own-registrar');
  t.end();
});

t.test('an expired, not yet begun or relieved registrar appoints nobody', (t) => {
  const { world, enrol, registrar, appoint, ended } = town();
  const attempt = (omar: Person, at: Date) => {
    const claire = enrol();
    appoint(claire, omar, { role: 'mediator', office: territory }, at);

    return claire.head;
  };
  const omar = registrar({ validTo: later(30) });

  t.ok(verifyStatement(statementDigest(attempt(omar, later(29))), world));
  refused(t, world, attempt(omar, later(30)), 'not-registrar');
  refused(t, world, attempt(omar, later(-1)), 'not-registrar');

  const relieved = registrar();
  ended.set(hex(statementDigest(relieved.head)), later(10));
  t.ok(verifyStatement(statementDigest(attempt(relieved, later(9))), world));
  refused(t, world, attempt(relieved, later(10)), 'not-registrar');
  t.end();
});

t.test('an administrator, a mediator or a mere account cannot countersign a mandate', (t) => {
  const { world, enrol, registrar, appoint, appointByRoot } = town();
  const nadia = enrol();
  appointByRoot(nadia, { role: 'administrator' });
  const claire = enrol();
  appoint(claire, registrar(), { role: 'mediator', office: territory });

  for (const signer of [nadia, claire, enrol()]) {
    const friend = enrol();
    appoint(friend, signer, { role: 'mediator', office: territory });
    refused(t, world, friend.head, 'not-registrar');
  }
  t.end();
});

t.test('a mandate needs its subject, a role, the same keys, and a registrar who really signed', (t) => {
  const { world, enrol, registrar, store } = town();
  const omar = registrar();
  const countersigned = by('registrar', omar.identity, statementDigest(omar.head));
  const attempt = (draft: Draft, signers: (claire: Person) => Signer[], reason: UntrustedReason) => {
    const claire = enrol();
    refused(t, world, store(following(claire, { kind: 'mandate', role: 'mediator', office: territory, ...draft }), signers(claire)), reason);
  };

  attempt({}, () => [countersigned], 'signers');
  attempt({}, (claire) => [by('subject', claire.identity)], 'signers');
  attempt({}, (claire) => [by('subject', claire.identity), by('enrolment', enrolment)], 'signers');
  attempt({}, () => [by('subject', omar.identity), countersigned], 'signature');
  attempt({}, (claire) => [by('subject', claire.identity), { ...countersigned, identity: claire.identity }], 'signature');
  attempt({}, (claire) => [by('subject', claire.identity), { ...countersigned, signer: null }], 'not-registrar');
  attempt({}, (claire) => [by('subject', claire.identity), { ...countersigned, signer: randomBytes(32) }], 'unknown-statement');
  attempt({ role: null }, (claire) => [by('subject', claire.identity), countersigned], 'role');
  attempt({ xwing: randomBytes(1216) }, (claire) => [by('subject', claire.identity), countersigned], 'keys');
  attempt({ version: 3 }, (claire) => [by('subject', claire.identity), countersigned], 'version');
  attempt({ previous: null }, (claire) => [by('subject', claire.identity), countersigned], 'previous');
  attempt({ previous: statementDigest(omar.head), version: 3 }, (claire) => [by('subject', claire.identity), countersigned], 'previous');
  t.end();
});

t.test('the signatures of one statement do not carry over to another', (t) => {
  const { world, enrol, registrar, appoint, replay } = town();
  const claire = enrol();
  const before = claire.head;
  appoint(claire, registrar(), { role: 'mediator', office: territory, validTo: later(365) });
  const forged = { ...claire.head, validTo: null };
  replay(claire.head, forged);

  t.not(before, claire.head);
  refused(t, world, forged, 'signature');
  t.end();
});

t.test('a row whose bytes are not those of its digest is refused', (t) => {
  const { world, enrol } = town();
  const amina = enrol();
  const stored = world.lookup(statementDigest(amina.head));
  const lying: World = { ...world, lookup: () => stored && { ...stored, statement: { ...stored.statement, xwing: randomBytes(1216) } } };

  refused(t, lying, amina.head, 'digest');
  refused(t, { ...world, lookup: () => undefined }, amina.head, 'unknown-statement');
  refused(t, { ...world, lookup: () => stored && { ...stored, statement: { ...stored.statement, version: -1 } } }, amina.head, 'malformed');
  t.end();
});

t.test('a line that forks is trusted on neither side, from the fork on', (t) => {
  const { world, enrol, registrar, appoint, renew } = town();
  const claire = enrol();
  const first = claire.head;
  const rival = { ...claire };
  appoint(claire, registrar(), { role: 'mediator', office: territory });
  t.ok(verifyCurrent(claire.id, world));

  renew(rival);
  refused(t, world, claire.head, 'fork');
  refused(t, world, rival.head, 'fork');
  t.ok(verifyStatement(statementDigest(first), world), 'what came before stands');
  t.end();
});

t.test('a second self statement for a known id is a fork', (t) => {
  const { world, enrol, store } = town();
  const amina = enrol();
  const operator = newPerson(amina.id);
  const statement = store(draftOf(operator, {}), [by('subject', operator.identity), by('enrolment', enrolment)]);

  refused(t, world, statement, 'fork');
  refused(t, world, amina.head, 'fork');
  t.end();
});

t.test('two registrars who appoint each other lead nowhere', (t) => {
  const { world, enrol, store } = town();
  const [one, other] = [enrol(), enrol()];
  const first = following(one, { kind: 'mandate', role: 'registrar' });
  const second = following(other, { kind: 'mandate', role: 'registrar' });
  store(first, [by('subject', one.identity), by('registrar', other.identity, statementDigest(second))]);
  store(second, [by('subject', other.identity), by('registrar', one.identity, statementDigest(first))]);

  refused(t, world, first, 'cycle');
  refused(t, world, second, 'cycle');
  t.end();
});

t.test('a line longer than any honest one is refused before it costs much', (t) => {
  const { world, enrol, renew } = town();
  const amina = enrol();
  for (let version = 2; version <= 256; version++) renew(amina);
  t.ok(verifyStatement(statementDigest(amina.head), { ...world, at: later(5) }));

  renew(amina);
  refused(t, { ...world, at: later(5) }, amina.head, 'too-deep');
  t.end();
});

t.test('renewing takes the previous key and the new one, changes both keys, and keeps the mandates', (t) => {
  const { world, enrol, registrar, appoint, renew, store, forget } = town();
  const claire = enrol();
  appoint(claire, registrar(), { role: 'mediator', office: territory });
  const thief = newPerson(claire.id);
  const attempt = (draft: Draft, signers: Signer[], reason: UntrustedReason) => {
    const statement = { ...following(claire, { kind: 'next', xwing: thief.xwing, ed25519: thief.identity.publicKey }), ...draft };
    store(statement, signers);
    refused(t, world, statement, reason);
    forget(statement);
  };

  attempt({}, [by('subject', thief.identity)], 'signers');
  attempt({}, [by('subject', thief.identity), by('previous', thief.identity)], 'signature');
  attempt({}, [by('subject', claire.identity), by('previous', claire.identity)], 'signature');
  attempt({ xwing: claire.xwing }, [by('subject', thief.identity), by('previous', claire.identity)], 'keys');
  attempt({ ed25519: claire.identity.publicKey }, [by('subject', claire.identity), by('previous', claire.identity)], 'keys');
  attempt({ office: territory, role: 'registrar' }, [by('subject', thief.identity), by('previous', claire.identity)], 'office-named');
  attempt({}, [by('subject', thief.identity), by('previous', claire.identity, null, later(-1))], 'not-in-force');

  renew(claire);
  const verified = verifyCurrent(claire.id, { ...world, at: later(5) });
  t.same(verified.statement.ed25519, claire.identity.publicKey);
  t.same(verified.mandates.map(({ role }) => role), ['mediator']);
  t.end();
});

t.test('re-proofing takes two different registrars and 72 hours', (t) => {
  const { world, enrol, registrar, reprove } = town();
  const [omar, irene] = [registrar(), registrar()];
  const attempt = (registrars: Person[], draft: Draft, reason: UntrustedReason | null, at = later(3)) => {
    const amina = enrol();
    const { statement } = reprove(amina, registrars, draft);
    if (reason) return refused(t, { ...world, at }, statement, reason);

    t.ok(verifyStatement(statementDigest(statement), { ...world, at }));
  };

  attempt([omar, irene], {}, null);
  attempt([omar, irene], {}, 'not-in-force', new Date(later(3).getTime() - 1));
  attempt([omar, irene], { validFrom: new Date(later(3).getTime() - 1) }, 'too-soon');
  attempt([omar, omar], {}, 'same-registrar');
  attempt([omar], {}, 'signers');
  attempt([omar, enrol()], {}, 'not-registrar');
  t.end();
});

t.test('nobody is a registrar of their own re-proofing', (t) => {
  const { world, registrar, reprove } = town();
  const [omar, irene] = [registrar(), registrar()];

  refused(t, { ...world, at: later(3) }, reprove(omar, [omar, irene], {}).statement, 'own-registrar');
  t.end();
});

t.test('while a re-proofing waits the former keys hold, and no renewal over it shortens the wait', (t) => {
  const { world, enrol, registrar, reprove, renew } = town();
  const amina = enrol();
  const former = amina.head;
  const { person } = reprove(amina, [registrar(), registrar()], {});

  t.same(verifyCurrent(amina.id, world).digest, statementDigest(former));
  t.same(verifyCurrent(amina.id, { ...world, at: later(3) }).digest, statementDigest(person.head));
  renew(person, january);
  refused(t, world, person.head, 'not-in-force');
  t.same(verifyCurrent(amina.id, world).digest, statementDigest(former), 'nor takes the former keys away');
  t.end();
});

t.test('a signature too many is refused: what is not provided for proves nothing', (t) => {
  const { world, enrol, registrar, appoint, renew, reprove, openOffice, addSignature } = town();
  const [omar, irene] = [registrar(), registrar()];
  const [claire, amina, yves] = [enrol(), enrol(), enrol()];
  appoint(claire, omar, { role: 'mediator', office: territory });
  renew(amina, january);
  const statements = [openOffice(claire, 'request'), claire.head, amina.head, reprove(yves, [omar, irene], {}).statement];

  for (const statement of statements) {
    t.ok(verifyStatement(statementDigest(statement), { ...world, at: statement.validFrom }), statement.kind);
    addSignature(statement, by('enrolment', enrolment));
    refused(t, { ...world, at: statement.validFrom }, statement, 'signers');
  }
  t.end();
});

t.test('nobody follows an office: its id never becomes a person', (t) => {
  const { world, enrol, registrar, appoint, reprove, openOffice } = town();
  const [omar, irene] = [registrar(), registrar()];
  const claire = enrol();
  appoint(claire, omar, { role: 'mediator', office: territory });
  const statement = openOffice(claire, 'request');
  const impostor = { ...newPerson(territory), head: statement };

  refused(t, { ...world, at: later(3) }, reprove(impostor, [omar, irene], {}).statement, 'previous');
  t.end();
});

t.test('a mandate that begins later is on the line already, and takes no key away meanwhile', (t) => {
  const { world, enrol, registrar, appoint } = town();
  const claire = enrol();
  appoint(claire, registrar(), { role: 'mediator', office: territory, validFrom: later(10) });
  const verified = verifyCurrent(claire.id, world);

  t.same(verified.digest, statementDigest(claire.head));
  t.same(mandatesAt(verified, world, january), []);
  t.equal(mandatesAt(verified, world, later(10)).length, 1);
  t.end();
});

t.test('keys end at their own term or when others follow, whichever comes first', (t) => {
  for (const [term, end] of [[3, 3], [9, 5]] as const) {
    const { world, enrol, renew } = town();
    const amina = enrol({ validTo: later(term) });
    const first = amina.head;
    renew(amina);

    t.ok(verifyStatement(statementDigest(first), { ...world, at: later(end - 1) }));
    refused(t, { ...world, at: later(end) }, first, 'not-in-force');
  }
  t.end();
});

t.test('a key that was renewed neither receives nor countersigns from then on', (t) => {
  const { world, enrol, registrar, appoint, renew } = town();
  const omar = registrar();
  const retired = { ...omar };
  renew(omar);
  const attempt = (signer: Person, at: Date) => {
    const claire = enrol();
    appoint(claire, signer, { role: 'mediator', office: territory }, at);

    return claire.head;
  };

  t.ok(verifyStatement(statementDigest(retired.head), world));
  refused(t, { ...world, at: later(5) }, retired.head, 'not-in-force');
  t.same(verifyCurrent(omar.id, world).digest, statementDigest(retired.head));
  t.same(verifyCurrent(omar.id, { ...world, at: later(5) }).digest, statementDigest(omar.head));
  t.ok(verifyStatement(statementDigest(attempt(retired, later(4))), world), 'what it countersigned before stands');
  refused(t, world, attempt(retired, later(5)), 'not-registrar');
  t.ok(verifyStatement(statementDigest(attempt(omar, later(5))), world));
  refused(t, world, attempt(omar, later(4)), 'not-registrar');
  t.end();
});

t.test('an office key is opened by a member whose mandate names that office, in a role of that use', (t) => {
  const opens = (role: string, use: string, named = territory) => {
    const { world, enrol, registrar, appoint, openOffice } = town();
    const member = enrol();
    appoint(member, registrar(), { role, office: named });
    const statement = openOffice(member, use);

    return () => verifyStatement(statementDigest(statement), world);
  };
  const uses = ['request', 'register', 'audit'];
  const allowed: Record<string, string[]> = {
    mediator: ['request', 'register'], deputy: ['request', 'register'], conciliator: ['request', 'register'],
    secretary: ['register'], auditor: ['audit'], administrator: [], registrar: [], member: [],
  };

  for (const [role, granted] of Object.entries(allowed)) {
    for (const use of uses) {
      if (granted.includes(use)) t.equal(opens(role, use)().statement.role, use, `${role} opens ${use}`);
      else t.throws(opens(role, use), new UntrustedError('no-mandate'), `${role} does not open ${use}`);
    }
  }
  t.throws(opens('mediator', 'request', randomUUID()), new UntrustedError('no-mandate'), 'the mediator of another territory');
  t.throws(opens('mediator', 'everything'), new UntrustedError('no-mandate'));
  t.end();
});

t.test('an office statement stands on a certificate that held when it was signed', (t) => {
  const { world, enrol, registrar, appoint, openOffice, forget } = town();
  const claire = enrol();
  appoint(claire, registrar(), { role: 'mediator', office: territory, validTo: later(30) });
  const eve = enrol();
  const attempt = (use: Parameters<typeof openOffice>[2], reason: UntrustedReason) => {
    const statement = openOffice(claire, 'request', use);
    refused(t, world, statement, reason);
    forget(statement);
  };

  attempt({ at: later(1) }, 'certificate');
  attempt({ at: later(31), notBefore: later(31), expiry: later(32) }, 'no-mandate');
  attempt({ session: identityFrom(randomBytes(32)) }, 'signature');
  attempt({ identity: eve.identity }, 'certificate');
  attempt({ certificateOf: eve.head }, 'certificate');
  attempt({ unknownCertificate: true }, 'certificate');
  attempt({ draft: { office: randomUUID() } }, 'office-named');
  attempt({ draft: { ed25519: randomBytes(32) } }, 'malformed');
  attempt({ draft: { version: 2 } }, 'version');
  attempt({ draft: { version: 2, previous: statementDigest(claire.head) } }, 'version');
  attempt({ draft: { version: 3, previous: statementDigest(claire.head) } }, 'previous');
  attempt({ draft: { version: 1, previous: randomBytes(32) } }, 'previous');
  t.end();
});

t.test('the epochs of an office are one line for each use, and a fork of them is refused', (t) => {
  const { world, enrol, registrar, appoint, openOffice } = town();
  const claire = enrol();
  appoint(claire, registrar(), { role: 'mediator', office: territory });
  const first = openOffice(claire, 'request');
  const register = openOffice(claire, 'register');
  const second = openOffice(claire, 'request', { draft: { version: 2, previous: statementDigest(first), validFrom: later(1) } });
  const tomorrow = { ...world, at: later(1) };

  t.ok(verifyStatement(statementDigest(first), world));
  refused(t, tomorrow, first, 'not-in-force');
  for (const statement of [register, second]) t.ok(verifyStatement(statementDigest(statement), tomorrow));
  const crossed = openOffice(claire, 'register', { draft: { version: 2, previous: statementDigest(first) } });
  refused(t, world, crossed, 'previous');
  const rival = openOffice(claire, 'request', { draft: { version: 2, previous: statementDigest(first) } });
  refused(t, world, second, 'fork');
  refused(t, world, rival, 'fork');
  t.end();
});

t.test('every field of a statement is load-bearing', (t) => {
  const person = newPerson();
  const full: Statement = { ...draftOf(person, {}), kind: 'mandate', version: 2, previous: randomBytes(32), validTo: later(9), office: territory, role: 'mediator' };
  const signature = signStatement(person.identity, full);
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const changes: { [Field in keyof Statement]: fc.Arbitrary<Statement[Field]> } = {
    deployment: fc.uuid(), person: fc.uuid(), version: fc.nat(), kind: fc.constantFrom('self', 'next', 'office', 'reproof'),
    xwing: fc.uint8Array({ minLength: 1216, maxLength: 1216 }), ed25519: bytes, previous: fc.option(bytes),
    validFrom: moment(), validTo: fc.option(moment()), office: fc.option(fc.uuid()), role: fc.option(fc.string()),
  };

  for (const [field, values] of Object.entries(changes)) {
    fc.assert(fc.property(values as fc.Arbitrary<unknown>, (value) => {
      fc.pre(JSON.stringify(value) !== JSON.stringify(full[field as keyof Statement]));

      return !verifyStatementSignature(person.identity.publicKey, { ...full, [field]: value }, signature);
    }), { numRuns: 20 });
  }
  t.ok(verifyStatementSignature(person.identity.publicKey, full, signature));
  t.end();
});

t.test('a memory of signatures answers as verification does, for the accepted and the refused', (t) => {
  const remember = rememberSignatures(2);
  const { world, enrol } = town();
  const amina = enrol();
  const message = randomBytes(32);
  const signature = amina.identity.sign(message);

  for (const _ of [1, 2, 3]) t.ok(verifyStatement(statementDigest(amina.head), { ...world, verify: remember }));
  t.ok(remember(amina.identity.publicKey, message, signature));
  t.ok(remember(amina.identity.publicKey, message, signature));
  t.notOk(remember(enrolment.publicKey, message, signature));
  t.notOk(remember(amina.identity.publicKey, randomBytes(32), signature));
  t.notOk(remember(amina.identity.publicKey, message, amina.identity.sign(randomBytes(32))));
  t.end();
});

/** A deployment of its own: what is stored in it, and the deeds that store it. Everything happens in January. */
function town() {
  const stored = new Map<string, { statement: Statement; signatures: StatementSignature[] }>();
  const certificates = new Map<string, SessionCertificate>();
  const ended = new Map<string, Date>();
  const world: World = {
    deployment,
    rootPublicKey: root.identity.publicKey,
    enrolment: delegateEnrolment(root, deployment, enrolment.publicKey),
    at: january,
    lookup: (digest) => stored.get(hex(digest)),
    statementsOf: (person) => [...stored.values()].map(({ statement }) => statement).filter((statement) => statement.person === person),
    certificate: (id) => certificates.get(id),
    endedAt: (digest) => ended.get(hex(digest)),
  };

  function store(statement: Statement, signers: Signer[]): Statement {
    const key = hex(statementDigest(statement));
    const signatures = signers.map(({ identity, ...rest }) => ({ ...rest, signature: signStatement(identity, statement) }));
    stored.set(key, { statement, signatures });

    return statement;
  }

  function forget(statement: Statement): void {
    stored.delete(hex(statementDigest(statement)));
  }

  function replay(from: Statement, to: Statement): void {
    const { signatures = [] } = stored.get(hex(statementDigest(from))) ?? {};
    forget(from);
    stored.set(hex(statementDigest(to)), { statement: to, signatures });
  }

  function addSignature(statement: Statement, { identity, ...rest }: Signer): void {
    stored.get(hex(statementDigest(statement)))?.signatures.push({ ...rest, signature: signStatement(identity, statement) });
  }

  function enrol(draft: Draft = {}): Person {
    const person = newPerson();
    person.head = draftOf(person, draft);
    store(person.head, [by('subject', person.identity), by('enrolment', enrolment)]);

    return person;
  }

  function appointByRoot(person: Person, draft: Draft): void {
    person.head = following(person, { kind: 'mandate', ...draft });
    store(person.head, [by('subject', person.identity), by('root', root.identity)]);
  }

  function registrar(draft: Draft = {}): Person {
    const omar = enrol();
    appointByRoot(omar, { role: 'registrar', ...draft });

    return omar;
  }

  function appoint(person: Person, signer: Person, draft: Draft, at = january): void {
    const countersigner = statementDigest(signer.head);
    person.head = following(person, { kind: 'mandate', ...draft });
    store(person.head, [by('subject', person.identity), by('registrar', signer.identity, countersigner, at)]);
  }

  function renew(person: Person, validFrom = later(5)): void {
    const { identity, xwing } = newPerson();
    const statement = following(person, { kind: 'next', xwing, ed25519: identity.publicKey, validFrom });
    store(statement, [by('subject', identity), by('previous', person.identity, null, later(5))]);
    Object.assign(person, { identity, xwing, head: statement });
  }

  function reprove(person: Person, registrars: Person[], draft: Draft) {
    const proved = newPerson(person.id);
    const keys = { xwing: proved.xwing, ed25519: proved.identity.publicKey };
    const statement = following(person, { kind: 'reproof', ...keys, validFrom: later(3), ...draft });
    const countersigned = registrars.map(({ identity, head }) => by('registrar', identity, statementDigest(head)));
    store(statement, [by('subject', proved.identity), ...countersigned]);

    return { statement, person: { ...proved, head: statement } };
  }

  type Opening = {
    at?: Date; notBefore?: Date; expiry?: Date; session?: Identity; identity?: Identity; certificateOf?: Statement; unknownCertificate?: boolean; draft?: Draft;
  };
  function openOffice(member: Person, use: string, opening: Opening = {}): Statement {
    const session = identityFrom(randomBytes(32));
    const id = randomUUID();
    const { at = january, notBefore = january, expiry = later(0.4), identity = member.identity, certificateOf = member.head } = opening;
    certificates.set(id, signCertificate(identity, {
      deployment, person: member.id, statementDigest: statementDigest(certificateOf), sessionIdHash: randomBytes(32),
      sessionPublicKey: session.publicKey, notBefore, expiry,
    }));
    const statement: Statement = {
      deployment, person: territory, version: 1, kind: 'office', xwing: randomBytes(1216), ed25519: new Uint8Array(0),
      previous: null, validFrom: january, validTo: null, office: territory, role: use, ...opening.draft,
    };
    store(statement, [by('session', opening.session ?? session, idBytes(opening.unknownCertificate ? randomUUID() : id), at)]);

    return statement;
  }
  return { world, ended, store, forget, replay, addSignature, enrol, registrar, appoint, appointByRoot, renew, reprove, openOffice };
}

function newPerson(id: string = randomUUID()): Person {
  const identity = identityFrom(randomBytes(32));
  const xwing = randomBytes(1216);
  const person = { id, identity, xwing };

  return { ...person, head: draftOf(person, {}) };
}

function draftOf({ id, identity, xwing }: Omit<Person, 'head'>, draft: Draft): Statement {
  return {
    deployment, person: id, version: 1, kind: 'self', xwing, ed25519: identity.publicKey, previous: null,
    validFrom: january, validTo: null, office: null, role: null, ...draft,
  };
}

function following(person: Person, draft: Draft): Statement {
  const { head } = person;

  return { ...draftOf(person, {}), version: head.version + 1, previous: statementDigest(head), ...draft };
}

function by(role: StatementSignature['by'], identity: Identity, signer: Uint8Array | null = null, at = january): Signer {
  return { by: role, identity, signer, at };
}

function refused(t: Test, world: World, statement: Statement, reason: UntrustedReason): void {
  try {
    verifyStatement(statementDigest(statement), world);
    t.fail(`trusted, where ${reason} was due`);
  } catch (error) {
    t.equal(error instanceof UntrustedError ? error.reason : error, reason);
  }
}

function moment(): fc.Arbitrary<Date> {
  return fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
