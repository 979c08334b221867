import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import type { Session } from '../server/core.ts';
import { events, type EventName } from '../server/journal/classes.ts';
import { shareInfo } from '../server/vault/office-share.ts';
import { attemptLimits } from '../server/people/attempts.ts';
import { openOfficeKeys } from '../server/people/offices/office-keys.ts';
import { resumeSession } from '../server/people/resume-session.ts';
import { openWaitingGrants, requireNoNewGrant } from '../server/people/waiting-grants.ts';
import { withIdentity } from '../server/people/with-identity.ts';
import { cookieName } from '../server/plugins/session.ts';
import { privateKeyFrom } from '../server/plugins/token-key.ts';
import { sha256, toBase64url } from '../server/vault/bytes.ts';
import { signCertificate } from '../server/vault/certificate.ts';
import { identityFrom } from '../server/vault/ed25519.ts';
import { OverloadError } from '../server/vault/passphrase.ts';
import { printRecoveryCode } from '../server/vault/recovery-code.ts';
import { openRing, sealRing, signRing } from '../server/vault/ring.ts';
import { keyPairFrom, openWith } from '../server/vault/seal.ts';
import { newSession, sealBundle } from '../server/vault/session-bundle.ts';
import { officeOf, sessionOf as sessionIn } from './appoint.ts';
import { keep, type Client } from './client.ts';
import { testCore } from './core.ts';
import { forgedTokens } from './forged-tokens.ts';

const house = await testCore(t);
const { core, superuser: db, clock } = house;

const journaled = async (event: EventName) => Number((await db`select count(*) from journal_entry where class = ${events[event].class}`)[0]?.['count']);
const lastEntry = async () => (await db`select class from journal_entry order by node_epoch desc, sequence desc limit 1`)[0]?.['class'];
const sessionOf = (client: Client) => sessionIn(house, client);
const codeOf = (answer: { json(): unknown }) => (answer.json() as { code?: string }).code;
/** A problem without what names the request. */
const shape = (answer: { statusCode: number; json(): Record<string, unknown>; headers: Record<string, unknown> }) => {
  const { instance: _, ...body } = answer.json();
  const { 'content-length': length, ...headers } = answer.headers;

  return { status: answer.statusCode, body, length, headers: Object.keys(headers).sort() };
};

t.test('Amina, at three in the morning, with nobody awake', async (t) => {
  const amina = house.visitor();
  const answer = await amina.enrol({ name: ' Amina  Benali ', address: 'Amina.Benali@Exemple.fr', passphrase: 'trois relèves et un café froid' });
  t.equal(answer.statusCode, 201);
  t.match(answer.json(), { person: /^[0-9a-f-]{36}$/, token: /^[\w-]{64}$/, jwt: /^[\w-]+\.[\w-]+\.[\w-]+$/, recoveryCode: /^([0-9A-Z]{4}-){8}.$/, expiresAt: '2026-03-02T13:10:00.000Z' });
  t.strictSame(Object.keys(answer.json()).sort(), ['expiresAt', 'jwt', 'person', 'recoveryCode', 'token'], 'no key leaves');
  t.equal(await journaled('enrolled'), 1);
  t.equal(await journaled('signed-in'), 1);

  t.match((await amina.get('/api/me')).json(), { person: amina.person, name: 'Amina Benali', address: 'amina.benali@exemple.fr', mandates: [], statement: { version: 1, kind: 'self', validFrom: '2026-03-02T03:10:00.000Z' } });

  t.test('signs out, and her session is over everywhere', async (t) => {
    t.equal((await amina.del('/api/session')).statusCode, 204);
    t.equal((await amina.get('/api/me')).statusCode, 401);
    t.equal((await amina.api('POST', '/api/session/token', {})).statusCode, 401);
    t.equal(await lastEntry(), events['signed-out'].class);
  });

  t.test('signs in again with the same passphrase, however her keyboard composes it', async (t) => {
    const decomposed = amina.account.passphrase.normalize('NFD');
    t.not(decomposed, amina.account.passphrase);
    t.equal((await amina.signIn({ address: ' AMINA.benali@exemple.fr', passphrase: decomposed })).statusCode, 201);
    t.equal((await amina.get('/api/me')).statusCode, 200);
  });
});

t.test('a known and an unknown address', async (t) => {
  const claire = await house.person('Claire Vidal');
  const { address } = claire.account;
  const wrong = { address, passphrase: 'une phrase qui n’est pas la sienne', isShared: false };
  const unknown = { ...wrong, address: 'personne@exemple.fr' };

  t.test('get the same refusal, for the same work, with one entry each in the journal', async (t) => {
    const before = [house.hashes(), await journaled('sign-in-failed')] as const;
    const [one, other] = [await house.visitor().post('/api/sessions', wrong), await house.visitor().post('/api/sessions', unknown)];
    t.equal(codeOf(one), 'sign-in-failed');
    t.strictSame(shape(one), shape(other));
    t.equal(house.hashes() - before[0], 2);
    t.equal(await journaled('sign-in-failed'), before[1] + 2);
  });

  t.test('get the same refusal when a recovery code is wrong, well formed or not', async (t) => {
    const before = [house.hashes(), await journaled('sign-in-failed')] as const;
    const tries = [printRecoveryCode(randomBytes(20)), 'pas un code'].flatMap((code) => [{ ...wrong, code }, { ...unknown, code }]);
    const answers = [];
    for (const body of tries) answers.push(shape(await house.visitor().post('/api/recoveries', body)));
    t.match(answers[0], { status: 401, body: { code: 'sign-in-failed', errors: [{ field: 'code' }] } });
    for (const answer of answers) t.strictSame(answer, answers[0]);
    t.equal(house.hashes(), before[0]);
    t.equal(await journaled('sign-in-failed'), before[1] + 4);
  });

  t.test('enrol alike, and the account that was there is untouched', async (t) => {
    const rows = () => db`select p.id, p.profile, s.id as slot, s.sealed from person p join slot s on s.person_id = p.id where p.id = ${claire.person} order by s.kind`;
    const before = await rows();
    const hashes = house.hashes();
    const [again, fresh] = [house.visitor(), house.visitor()];
    const known = await again.enrol({ name: 'Claire Vidal', address, passphrase: 'ma deuxième vie de médiatrice' });
    const first = await fresh.enrol({ name: 'Claire Vidal', address: 'claire.autre@exemple.fr', passphrase: 'ma deuxième vie de médiatrice' });
    t.strictSame([known.statusCode, Object.keys(known.json()), known.body.length], [first.statusCode, Object.keys(first.json()), first.body.length]);
    t.equal(house.hashes() - hashes, 2);
    t.strictSame(await rows(), before);
    t.equal((await claire.get('/api/me')).statusCode, 200);

    t.test('and the passphrase chooses between them', async (t) => {
      t.equal((await claire.signIn()).json().person, claire.person);
      t.equal((await again.signIn()).json().person, again.person);
      t.not(again.person, claire.person);
    });
  });
});

t.test('a passphrase', async (t) => {
  const enrolWith = async (passphrase: string) => house.visitor().enrol({ name: 'Omar Haddad', address: 'omar@exemple.fr', passphrase });
  const weak = { statusCode: 422, code: 'passphrase-weak', field: 'passphrase' };
  const told = async (passphrase: string) => {
    const answer = await enrolWith(passphrase);

    return { statusCode: answer.statusCode, code: codeOf(answer), field: answer.json().errors?.[0]?.field };
  };

  t.match(await told('quatorze signe'), weak, 'fourteen');
  t.match(await told('m'.repeat(40)), weak, 'one letter');
  t.match(await told('Omar Haddad Omar Haddad'), weak, 'one’s own name');
  t.match(await told(`${'é'.repeat(3)}${'abcdef '.repeat(40)}`), weak, 'more than 256');
  t.equal((await enrolWith('🌙🛏️🩺☕🌧️🚑🕯️🔑🐈‍⬛🎻')).statusCode, 201, 'emoji count by code point');
  t.match(await told([...'🌙🛏🩺☕🌧🚑🕯🔑🐈🎻🍐🧶🪴🧭'].join('')), weak, 'fourteen emoji');
  t.equal((await enrolWith([...'🌙🛏🩺☕🌧🚑🕯🔑🐈🎻🍐🧶🪴🧭🪁'].join(''))).statusCode, 201, 'fifteen emoji');
});

t.test('who enrols gives a name and an address', async (t) => {
  const passphrase = 'huit heures de garde encore';
  t.match((await house.visitor().enrol({ name: '  ', address: 'a@exemple.fr', passphrase })).json(), { code: 'invalid-body', errors: [{ field: 'name' }] });
  t.match((await house.visitor().enrol({ name: 'Yves', address: 'pas une adresse', passphrase })).json(), { code: 'invalid-body', errors: [{ field: 'address' }] });
  t.match((await house.visitor().post('/api/people', { name: 'Yves', address: 'y@exemple.fr', passphrase, isShared: false, role: 'registrar' })).json(), { code: 'invalid-body', errors: [{ field: 'role' }] });
});

t.test('eight people enrol at once', async (t) => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, place) => house.person(`Membre ${'ABCDEFGH'[place]}`)));
  t.equal(new Set(all.map(({ person }) => person)).size, 8);
  for (const one of all) t.equal((await one.get('/api/me')).statusCode, 200);
});

t.test('tries are counted before anything is computed', async (t) => {
  const limited = await testCore(t, { change: (core) => ({ ...core, attemptLimits: { ...attemptLimits, enrol: { account: 50, network: 50, seconds: 3600 } } }) });
  const roussel = await limited.person('Mme Roussel');
  const wrong = { passphrase: 'une autre phrase, au hasard' };
  const { account, network, seconds } = attemptLimits['sign-in'];
  const { passphrase } = roussel.account;

  for (let tries = 0; tries < account; tries++) t.equal((await (roussel.signIn(wrong))).statusCode, 401);
  const hashes = limited.hashes();
  const refused = await roussel.signIn({ passphrase });
  t.match([refused.statusCode, codeOf(refused)], [429, 'too-many'], 'even with the right passphrase');
  t.ok(Number(refused.headers['retry-after']) > 0);
  t.equal(limited.hashes(), hashes, 'nothing hashed');
  t.equal((await limited.superuser`select 1 from journal_entry where class = ${events['sign-in-failed'].class}`).length, account);

  const unknown = limited.visitor();
  for (let tries = 0; tries < account; tries++) await unknown.signIn({ address: 'personne@exemple.fr', ...wrong });
  t.equal((await unknown.signIn()).statusCode, 429, 'an unknown address is limited alike');

  limited.clock.pass(seconds / 60);
  t.equal((await roussel.signIn()).statusCode, 201, 'the window ends');

  const machine = limited.visitor();
  await limited.superuser`update attempt_window set count = ${network} where kind = 'sign-in-network'`;
  await machine.signIn({ address: 'une@exemple.fr', ...wrong });
  await limited.superuser`update attempt_window set count = ${network} where kind = 'sign-in-network'`;
  t.equal((await machine.signIn({ address: 'autre@exemple.fr' })).statusCode, 429, 'one machine, many addresses');
});

t.test('a session', async (t) => {
  const yves = await house.person('Yves Lemoine');

  t.test('lives sixty idle minutes on one’s own device, and every request counts', async (t) => {
    for (let times = 0; times < 3; times++) {
      clock.pass(59);
      t.equal((await yves.get('/api/me')).statusCode, 200);
    }
    clock.pass(60);
    t.match((await yves.get('/api/me')).json(), { status: 401, code: 'signed-out' });
  });

  t.test('lives ten on a shared one', async (t) => {
    const ward = await yves.elsewhere({ isShared: true });
    clock.pass(9.9);
    t.equal((await ward.get('/api/me')).statusCode, 200);
    clock.pass(10);
    t.equal((await ward.get('/api/me')).statusCode, 401);
  });

  t.test('never outlives ten hours', async (t) => {
    await yves.signIn();
    for (let hour = 0; hour < 12; hour++) {
      clock.pass(49.9);
      t.equal((await yves.get('/api/me')).statusCode, 200);
    }
    clock.pass(1.2);
    t.equal((await yves.get('/api/me')).statusCode, 401);
  });

  t.test('is written at most once a minute', async (t) => {
    await yves.signIn();
    const { idHash } = await sessionOf(yves);
    const seen = async () => ((await db`select last_seen_at from session where id_hash = ${idHash}`)[0]?.['last_seen_at'] as Date).getTime();
    const first = await seen();
    clock.pass(0.9);
    await yves.get('/api/me');
    t.equal(await seen(), first);
    clock.pass(0.2);
    await yves.get('/api/me');
    t.equal(await seen(), clock.now().getTime());
  });

  t.test('is listed with its dates, and one may be ended from another', async (t) => {
    const phone = await yves.elsewhere({ isShared: true });
    const { sessions } = (await yves.get('/api/sessions')).json<{ sessions: { id: string; isCurrent: boolean; isShared: boolean }[] }>();
    t.equal(sessions.length, 2, 'the ended ones are not there');
    const other = sessions.find(({ isCurrent }) => !isCurrent);
    t.match(other, { isShared: true, startedAt: clock.now().toISOString(), lastSeenAt: clock.now().toISOString() });

    const nadia = await house.person('Nadia Ferrand');
    t.equal((await nadia.del(`/api/sessions/${other?.id}`)).statusCode, 404, 'not somebody else’s');
    t.equal((await phone.get('/api/me')).statusCode, 200);
    t.equal((await yves.del(`/api/sessions/${other?.id}`)).statusCode, 204);
    t.equal((await phone.get('/api/me')).statusCode, 401, 'at once');
    t.equal(await lastEntry(), events['session-revoked'].class);
    t.equal((await yves.del(`/api/sessions/${other?.id}`)).statusCode, 404);
  });

  t.test('may be the only one left', async (t) => {
    const others = await Promise.all([yves.elsewhere(), yves.elsewhere()]);
    t.equal((await yves.del('/api/sessions')).statusCode, 204);
    for (const other of others) t.equal((await other.get('/api/me')).statusCode, 401);
    t.equal((await yves.get('/api/me')).statusCode, 200);
  });

  t.test('of someone who holds a mandate lives thirty idle minutes', async (t) => {
    const registrar = await house.registrar();
    t.match((await registrar.get('/api/me')).json(), { mandates: [{ role: 'registrar', endedAt: null }], statement: { version: 2, kind: 'mandate' } });
    clock.pass(29);
    t.equal((await registrar.get('/api/me')).statusCode, 200);
    clock.pass(30);
    t.equal((await registrar.get('/api/me')).statusCode, 401);
  });
});

t.test('who asks is checked on every request', async (t) => {
  const bloch = await house.person('Dr Bloch');
  const stranger = await house.person('Un inconnu');
  const cookie = { cookie: `${cookieName(house.config)}=${bloch.token}` };
  const anonymous = house.visitor();
  const tried = async (headers: Record<string, string>) => (await anonymous.api('GET', '/api/me', undefined, headers)).statusCode;
  const bearer = { authorization: `Bearer ${bloch.jwt}` };

  t.equal(cookieName({ origin: 'https://mediation.exemple.fr', secure: true }), '__Host-entente');
  t.equal(cookieName({ origin: 'http://mediation.exemple.fr', secure: false }), '__Host-entente', 'plain HTTP elsewhere gets no weaker cookie');
  t.equal(cookieName(house.config), 'entente');
  t.ok(house.log.some((line) => line.includes('neither Secure nor __Host-')), 'and the log says so');

  t.equal(await tried({ ...cookie, ...bearer }), 200);
  t.equal(await tried({ 'entente-session': bloch.token, ...bearer }), 200);
  t.equal(await tried(cookie), 401, 'a cookie without a token');
  t.equal(await tried({ 'entente-session': bloch.token }), 401, 'a secret without a token');
  t.equal(await tried(bearer), 401, 'a token without a secret');
  t.equal(await tried({ ...cookie, authorization: `Bearer ${stranger.jwt}` }), 401, 'a token of another session');
  const elsewhere = await bloch.elsewhere();
  t.equal(await tried({ ...cookie, authorization: `Bearer ${elsewhere.jwt}` }), 401, 'a token of another session of one’s own');

  const { idHash } = await sessionOf(bloch);
  const key = privateKeyFrom(core.secrets.tokenSeed);
  for (const [name, token] of Object.entries(forgedTokens({ deployment: core.secrets.deployment.id, sid: toBase64url(idHash), key }))) {
    t.equal(await tried({ ...cookie, authorization: `Bearer ${token}` }), name === 'genuine' ? 200 : 401, name);
  }

  const wrongSecret = Buffer.from(bloch.token, 'base64url');
  wrongSecret[47] = (wrongSecret[47] ?? 0) ^ 1;
  t.equal(await tried({ 'entente-session': wrongSecret.toString('base64url'), ...bearer }), 401, 'a wrong secret');
  t.equal(await tried({ 'entente-session': 'x', ...bearer }), 401);

  t.test('a new token is given to the secret, not to the cookie', async (t) => {
    t.equal((await anonymous.api('POST', '/api/session/token', {}, cookie)).statusCode, 401);
    const given = await anonymous.api('POST', '/api/session/token', {}, { 'entente-session': bloch.token });
    t.equal(given.statusCode, 201);
    t.equal(await tried({ ...cookie, authorization: `Bearer ${given.json().jwt}` }), 200);
  });
});

t.test('whoever writes rows signs nobody in', async (t) => {
  const claire = await house.person('Claire Fontaine');
  const thief = await house.person('Un voleur');
  const own = await sessionOf(claire);
  const [certificate] = await db`select * from session_certificate where id = ${own.certificate}`;
  const forge = async (certificateId: string, sessionSeed: Uint8Array) => {
    const forged = newSession();
    const bundle = { xwingPrivateKey: randomBytes(32), ringKey: randomBytes(32), sessionSeed };
    await db`insert into session values (${forged.idHash}, ${certificateId}, ${claire.person}, ${sealBundle(forged.secret, forged.idHash, core.secrets.deployment.id, bundle)}, 60, ${clock.now()})`;

    return forged;
  };
  const isIn = async ({ token, idHash }: { token: string; idHash: Uint8Array }) => {
    const jwt = house.app.tokens.issue(toBase64url(idHash));

    return (await house.visitor().api('GET', '/api/me', undefined, { 'entente-session': token, authorization: `Bearer ${jwt}` })).statusCode;
  };

  const alarms = await journaled('alarm');
  t.equal(await isIn(await forge(own.certificate, randomBytes(32))), 401, 'a row over a certificate of hers');
  t.equal(await journaled('alarm'), alarms + 1, 'is an alarm');
  t.equal(await isIn(await forge(randomUUID(), randomBytes(32))), 401, 'a row without certificate');

  const seed = randomBytes(32);
  const row = await forge(randomUUID(), seed);
  const facts = {
    deployment: core.secrets.deployment.id, person: claire.person, statementDigest: certificate?.['statement_digest'] as Uint8Array, sessionIdHash: row.idHash,
    sessionPublicKey: identityFrom(seed).publicKey, notBefore: clock.now(), expiry: new Date(clock.now().getTime() + 3_600_000),
  };
  const insert = async (signature: Uint8Array) => {
    const id = randomUUID();
    await db`insert into session_certificate values (${id}, ${claire.person}, ${facts.statementDigest}, ${row.idHash}, ${facts.sessionPublicKey}, ${facts.notBefore}, ${facts.expiry}, ${signature}, null)`;
    await db`update session set certificate_id = ${id} where id_hash = ${row.idHash}`;
  };
  await insert(await withIdentity(core, await sessionOf(thief), thief.account.passphrase, (identity) => signCertificate(identity, facts).signature));
  t.equal(await isIn(row), 401, 'a certificate signed by the thief');
  t.equal((await db`select 1 from session where id_hash = ${row.idHash}`).length, 0, 'and the row is gone');

  await db`update session_certificate set person_id = ${thief.person} where id = ${own.certificate}`;
  t.equal((await claire.get('/api/me')).statusCode, 401, 'her own, once its certificate is given to another');
  await db`update session_certificate set person_id = ${claire.person} where id = ${own.certificate}`;
  t.equal((await claire.get('/api/me')).statusCode, 200);

  await db`update session_certificate set ended_at = now() where id = ${own.certificate}`;
  t.equal((await claire.get('/api/me')).statusCode, 401, 'an ended certificate');
});

t.test('keys put in somebody’s place are not signed in to', async (t) => {
  const roussel = await house.person('Mme Roussel');
  const [own] = await db`select * from statement where person_id = ${roussel.person}`;
  await db`insert into statement values (${sha256(randomBytes(8))}, ${roussel.person}, 1, 'self', ${randomBytes(1216)}, ${randomBytes(32)}, null, ${own?.['valid_from']}, null, null, null)`;
  const before = [await journaled('alarm'), await journaled('sign-in-failed')];
  t.match((await roussel.signIn()).json(), { code: 'sign-in-failed' });
  t.strictSame([await journaled('alarm'), await journaled('sign-in-failed')], [(before[0] ?? 0) + 1, before[1]]);
});

t.test('the passphrase changes', async (t) => {
  const omar = await house.person('Omar Saïdi');
  const old = omar.account.passphrase;
  const other = await omar.elsewhere();
  const fresh = 'un jardin derrière la pharmacie';

  const refusals = await journaled('refused');
  t.match((await omar.post('/api/passphrase', { current: 'pas la bonne, tant pis', passphrase: fresh })).json(), { status: 401, code: 'wrong-passphrase', errors: [{ field: 'current' }] });
  t.equal(await journaled('refused'), refusals + 1);
  t.match((await omar.post('/api/passphrase', { current: old, passphrase: 'court' })).json(), { code: 'passphrase-weak' });
  t.equal((await other.get('/api/me')).statusCode, 200, 'a refusal ends nothing');

  t.equal((await omar.post('/api/passphrase', { current: old, passphrase: fresh })).statusCode, 204);
  t.equal(await lastEntry(), events['passphrase-changed'].class);
  t.equal((await omar.get('/api/me')).statusCode, 200);
  t.equal((await other.get('/api/me')).statusCode, 401);
  t.equal((await other.signIn({ passphrase: old })).statusCode, 401);
  t.equal((await other.signIn({ passphrase: fresh })).statusCode, 201);

  t.test('twice at once: one wins, the other is told', async (t) => {
    const [one, two] = ['le premier de nous deux', 'le second de nous deux'];
    const answers = await Promise.all([omar.post('/api/passphrase', { current: fresh, passphrase: one }), other.post('/api/passphrase', { current: fresh, passphrase: two })]);
    const statuses = answers.map(({ statusCode }) => statusCode);
    t.strictSame([...statuses].sort(), [204, 409]);
    t.equal((await omar.signIn({ passphrase: statuses[0] === 204 ? two : one })).statusCode, 401);
    t.equal((await omar.signIn({ passphrase: statuses[0] === 204 ? one : two })).statusCode, 201);
  });
});

t.test('a lost passphrase is recovered with the code', async (t) => {
  const amina = await house.person('Amina Cherif');
  const old = amina.account.passphrase;
  const code = amina.recoveryCode;
  const signedIn = await amina.elsewhere();
  const fresh = 'la fenêtre donne sur le parking';
  const asked = { address: amina.account.address, code: ` ${code.toLowerCase().replaceAll('-', ' ')}`, passphrase: fresh, isShared: false };

  t.match((await house.visitor().post('/api/recoveries', { ...asked, passphrase: 'court' })).json(), { code: 'passphrase-weak' });
  const answer = keep(amina, await house.visitor().post('/api/recoveries', asked));
  t.equal(answer.statusCode, 201);
  t.not(amina.recoveryCode, code);
  t.equal((await amina.get('/api/me')).statusCode, 200, 'signed in');
  t.equal((await signedIn.get('/api/me')).statusCode, 401, 'every other session ended');
  t.equal((await signedIn.signIn({ passphrase: old })).statusCode, 401);
  t.equal((await signedIn.signIn({ passphrase: fresh })).json().person, amina.person);
  t.equal((await house.visitor().post('/api/recoveries', asked)).statusCode, 401, 'a code serves once');
  t.equal((await house.visitor().post('/api/recoveries', { ...asked, code: amina.recoveryCode })).statusCode, 201, 'the new one serves');
});

t.test('keys are renewed', async (t) => {
  let open = async (_session: Session, _caseId: string) => {};
  const renewing = await testCore(t, { change: (core) => ({ ...core, openGrants: (session, caseId) => open(session, caseId), afterSignIn: async (session) => void (await openOfficeKeys(core, session)) }) });
  const nadia = await renewing.person('Nadia Roche');
  const { core, superuser: db } = renewing;
  const own = () => sessionIn(renewing, nadia);
  const office = await officeOf(renewing, 'national');
  await renewing.appoint(nadia, { office, role: 'mediator' });
  const before = await own();
  const place = { caseId: randomUUID(), compartment: randomUUID(), epoch: 1, epochId: randomUUID(), office, party: randomUUID() };
  const facts = { deployment: core.secrets.deployment.id, person: nadia.person, caseId: place.caseId, compartment: place.compartment, epoch: place.epoch };
  const compartmentKey = randomBytes(32);
  const sealed = sealRing(before.ringKey, facts, compartmentKey);
  const at = renewing.clock.now();
  await db.begin(async (sql) => {
    await sql`insert into case_file (id, reference, tier, office_id, purpose, state, received_at) values (${place.caseId}, 'M-1', 'national', ${place.office}, 'dispute', 'received', ${at})`;
    await sql`insert into party (id, case_id, ordinal, kind) values (${place.party}, ${place.caseId}, 1, 'person')`;
    await sql`insert into representative (id, case_id, party_id, person_id, act_id, since) values (${randomUUID()}, ${place.caseId}, ${place.party}, ${nadia.person}, ${randomUUID()}, ${at})`;
    await sql`insert into compartment (id, case_id, kind, subject, act_id, created_by, created_at) values (${place.compartment}, ${place.caseId}, 'account', ${place.party}, ${randomUUID()}, ${nadia.person}, ${at})`;
    await sql`insert into epoch (id, case_id, compartment_id, number, audience, act_id, opened_by, opened_at) values (${place.epochId}, ${place.caseId}, ${place.compartment}, 1, 'preparation', ${randomUUID()}, ${nadia.person}, ${at})`;
    await sql`insert into ring_key (person_id, epoch_id, case_id, compartment_id, sealed, certificate_id, signature, created_at) values (${nadia.person}, ${place.epochId}, ${place.caseId}, ${place.compartment}, ${sealed}, ${before.certificate}, ${signRing(before, facts, sealed)}, ${at})`;
  });
  const other = await nadia.elsewhere();
  const [former, code] = [nadia.token, nadia.recoveryCode];

  renewing.clock.pass(5);
  t.equal((await nadia.post('/api/keys', { passphrase: 'pas celle-là, une autre' })).statusCode, 401);
  const answer = keep(nadia, await nadia.post('/api/keys', { passphrase: nadia.account.passphrase }));
  t.equal(answer.statusCode, 201);
  t.match((await nadia.get('/api/me')).json(), { mandates: [{ role: 'mediator' }], statement: { version: 3, kind: 'next' } });
  const after = await own();
  t.notSame(after.ringKey, before.ringKey);
  t.notSame(after.xwingPrivateKey, before.xwingPrivateKey);

  const [ring] = await db`select sealed, certificate_id from ring_key where person_id = ${nadia.person}`;
  t.strictSame(Buffer.from(openRing(after.ringKey, facts, ring?.['sealed'] as Uint8Array)), compartmentKey, 'the new ring key opens what the old one did');
  t.throws(() => openRing(before.ringKey, facts, ring?.['sealed'] as Uint8Array));
  t.equal(ring?.['certificate_id'], after.certificate);

  const shares = await db<{ id: string; office_key_id: string; person_id: string; grantor_id: string; enc: Uint8Array; ciphertext: Uint8Array; xwing: Uint8Array }[]>`
    select h.*, s.xwing_public as xwing from office_key_share h join office_key k on k.id = h.office_key_id join statement s on s.digest = k.statement_digest where h.person_id = ${nadia.person}`;
  t.equal(shares.length, 2, 'register and request');
  for (const { id, office_key_id: officeKeyId, person_id: personId, grantor_id: grantorId, enc, ciphertext, xwing } of shares) {
    const info = shareInfo(core.secrets.deployment.id, { id, officeKeyId, personId, grantorId });
    const [half] = await openWith(after.xwingPrivateKey, [{ sealed: { enc, ciphertext }, info }]);
    t.strictSame(Buffer.from((await keyPairFrom(half ?? new Uint8Array(32))).publicKey), Buffer.from(xwing), 'the office key is still held');
    await t.rejects(openWith(before.xwingPrivateKey, [{ sealed: { enc, ciphertext }, info }]));
  }

  t.equal((await other.get('/api/me')).statusCode, 401);
  t.equal(await resumeSession(core, former), null);
  t.equal((await nadia.signIn()).statusCode, 201, 'the passphrase is the same');
  const recovery = { address: nadia.account.address, passphrase: 'encore une autre phrase', isShared: false };
  t.equal((await nadia.post('/api/recoveries', { ...recovery, code })).statusCode, 401, 'the former code is dead');
  t.equal((await nadia.post('/api/recoveries', { ...recovery, code: nadia.recoveryCode })).statusCode, 201);

  t.test('what waits unopened joins the ring first, and what comes meanwhile is not lost', async (t) => {
    await nadia.signIn({ passphrase: recovery.passphrase });
    const give = async (caseId = place.caseId) => {
      const epochId = randomUUID();
      await db`update epoch set closed_at = opened_at`;
      await db`insert into epoch (id, case_id, compartment_id, number, audience, act_id, opened_by, opened_at) select ${epochId}, ${caseId}, ${place.compartment}, 1 + max(number), 'preparation', ${randomUUID()}, ${nadia.person}, ${at} from epoch`;
      await db`insert into key_grant (id, case_id, compartment_id, epoch_id, recipient_kind, recipient_id, grantor_id, enc, ciphertext, certificate_id, signature, created_at)
        values (${randomUUID()}, ${caseId}, ${place.compartment}, ${epochId}, 'person', ${nadia.person}, ${nadia.person}, ${randomBytes(8)}, ${randomBytes(8)}, ${randomUUID()}, ${randomBytes(64)}, ${at})`;

      return epochId;
    };
    const second = await give();
    open = async (session, caseId) => {
      t.equal(caseId, place.caseId);
      const ring = sealRing(session.ringKey, { ...facts, epoch: 2 }, compartmentKey);
      await db`insert into ring_key (person_id, epoch_id, case_id, compartment_id, sealed, certificate_id, signature, created_at) values (${nadia.person}, ${second}, ${place.caseId}, ${place.compartment}, ${ring}, ${session.certificate}, ${signRing(session, facts, ring)}, ${at})`;
    };
    t.equal(keep(nadia, await nadia.post('/api/keys', { passphrase: recovery.passphrase })).statusCode, 201);
    const [row] = await db`select sealed from ring_key where epoch_id = ${second}`;
    t.strictSame(Buffer.from(openRing((await own()).ringKey, { ...facts, epoch: 2 }, row?.['sealed'] as Uint8Array)), compartmentKey);

    open = async () => {};
    await give();
    const session = await own();
    const left = await openWaitingGrants(core, session);
    t.equal(left.size, 1, 'what nobody entitled gave stays shut');
    const asNadia = (given: ReadonlySet<string>) => core.database.withActor({ kind: 'person', id: nadia.person }, (tx) => requireNoNewGrant(tx, session, given));
    await t.resolves(asNadia(left));
    await t.rejects(asNadia(new Set()), { code: 'changed-meanwhile' });
  });

  t.test('twice at once: one wins, and the line does not fork', async (t) => {
    await nadia.signIn({ passphrase: recovery.passphrase });
    const twin = await nadia.elsewhere();
    const answers = await Promise.all([nadia, twin].map((one) => one.post('/api/keys', { passphrase: recovery.passphrase })));
    t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [201, 409]);
    t.equal((await nadia.signIn()).statusCode, 201);
  });
});

t.test('between the passphrase and the session', async (t) => {
  const arrived: string[] = [];
  const hooks = { afterSignIn: async (_session: Session) => {}, hashed: async () => {} };
  const gated = await testCore(t, {
    change: (core) => ({
      ...core,
      afterSignIn: (session) => hooks.afterSignIn(session),
      hasher: {
        ...core.hasher,
        hash: async (passphrase, salt) => {
          const stretched = await core.hasher.hash(passphrase, salt);
          await hooks.hashed();

          return stretched;
        },
      },
    }),
  });
  const claire = await gated.person('Claire Vidal');
  const count = async (event: EventName) => (await gated.superuser`select 1 from journal_entry where class = ${events[event].class}`).length;

  t.test('what waited for a person is done when they come', async (t) => {
    hooks.afterSignIn = async ({ person }) => void arrived.push(person);
    await claire.signIn();
    t.strictSame(arrived, [claire.person]);
  });

  t.test('a failure there shuts nobody out, and is an alarm', async (t) => {
    hooks.afterSignIn = async () => {
      throw new Error('a queue is broken');
    };
    t.equal((await claire.signIn()).statusCode, 201);
    t.equal(await count('alarm'), 1);
  });

  t.test('a passphrase changed meanwhile no longer opens anything', async (t) => {
    const sessions = await count('signed-in');
    hooks.hashed = async () => void (await gated.superuser`delete from slot where person_id = ${claire.person} and kind = 'passphrase'`);
    t.equal((await claire.signIn()).statusCode, 401);
    t.strictSame([await count('sign-in-failed'), await count('signed-in')], [1, sessions]);
  });

  t.test('the service may be too busy to hash', async (t) => {
    hooks.hashed = () => Promise.reject(new OverloadError());
    const answer = await gated.visitor().signIn({ address: 'a@exemple.fr', passphrase: 'x' });
    t.match(answer.json(), { status: 503, code: 'overloaded' });
    t.equal(answer.headers['retry-after'], '5');
    t.equal(await count('sign-in-failed'), 1, 'which is no failed sign-in');
  });
});

t.test('no table and no log holds in clear what a person typed', async (t) => {
  const typed = { name: 'Zéphyrine Quatrebarbes', address: 'zephyrine.quatrebarbes@exemple.fr', passphrase: 'le perroquet récite Prévert' };
  const client = house.visitor();
  await client.enrol(typed);
  await client.signIn();
  await client.signIn({ passphrase: 'le perroquet se trompe' });
  await client.signIn({ passphrase: typed.passphrase });
  await client.post('/api/passphrase', { current: typed.passphrase, passphrase: 'le perroquet change d’avis' });

  const tables = await db<{ name: string }[]>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  const copied = (await Promise.all(tables.map(async ({ name }) => JSON.stringify(await db`select * from ${db(name)}`, inLatin)))).join('\n') + house.log.join('\n');
  const secrets = [...Object.values(typed), 'Quatrebarbes', 'perroquet', client.recoveryCode, client.recoveryCode.replaceAll('-', ''), client.token];
  t.ok(copied.includes(client.person), 'the search sees rows');
  for (const secret of secrets) t.notOk(copied.toLowerCase().includes(Buffer.from(secret).toString('latin1').toLowerCase()) || copied.includes(secret));
});

/** Bytes as characters, so that text inside bytea columns is found. */
function inLatin(_name: string, value: unknown): unknown {
  const bytes = value as { type?: string; data?: number[] };

  return bytes?.type === 'Buffer' && bytes.data ? Buffer.from(bytes.data).toString('latin1') : value;
}
