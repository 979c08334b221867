import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import t, { type Test } from 'tap';
import { urlOf, type Passwords } from '../db/bootstrap.ts';
import { connect } from '../db/client.ts';
import { init, InitError, type InitOptions } from '../db/init.ts';
import { account } from '../db/init/account.ts';
import { makeFirstPeople, type FirstPerson } from '../db/init/first-people.ts';
import { readRootFile } from '../db/init/root-file.ts';
import { loadDirectory } from '../db/seed/load.ts';
import { officeKeysOf } from '../policies/appointments.ts';
import { recipients } from '../policies/charter/recipients.ts';
import { territoryAt } from '../policies/charter/territories.ts';
import { officeKeyUses, roles, type Role } from '../policies/vocabulary.ts';
import { directoryFacts, holderOf } from '../server/people/directory.ts';
import { mandatesInForce } from '../server/people/offices/mandates.ts';
import { openOfficeKeys } from '../server/people/offices/office-keys.ts';
import { signIn } from '../server/people/sign-in.ts';
import { readSecrets } from '../server/secrets.ts';
import { rootKeys } from '../server/vault/root.ts';
import { closeSealing } from '../server/vault/seal.ts';
import type { Client } from './client.ts';
import { testCore, type House } from './core.ts';
import { testDatabase } from './database.ts';

const day = 24 * 60;
const alpes = 'auvergne-rhone-alpes';

t.test('Claire is appointed in four hands, and the keys of her office follow', async (t) => {
  const { house, administration, registry, openOffice, propose, appointed } = await town(t);
  const office = await openOffice(alpes);
  const claire = await house.person('Claire Aubrevelle');
  const appointment = await propose(claire, office, 'mediator');

  t.match((await claire.get('/api/offices')).json(), { offices: [] }, 'a proposal gives nothing');
  t.match((await claire.get('/api/undertaking')).json(), { text: /article 12/ });
  t.match(await oneOf(claire, appointment), { state: 'proposed', may: ['sign'] });
  t.match(await refusal(registry, `/api/appointments/${appointment}/countersignature`), { status: 422, code: 'undertaking-missing' });
  t.match(await refusal(claire, `/api/appointments/${appointment}/signature`, 'une autre phrase de passe'), { status: 401, code: 'wrong-passphrase' });
  await done(t, claire, appointment, 'signature');

  t.ok(await claire.elsewhere().then(({ token }) => token), 'a mandate that waits for a registrar does not shut its person out');
  t.match(await oneOf(registry, appointment), { name: 'Claire Aubrevelle', role: 'mediator', office: { id: office }, state: 'signed', may: ['countersign'] });
  t.match(await oneOf(administration, appointment), { may: ['relieve'] });
  await done(t, registry, appointment, 'countersignature');

  t.match(await oneOf(claire, appointment), { state: 'in-force', may: [] });
  t.match(await refusal(registry, `/api/appointments/${appointment}/countersignature`), { status: 409, code: 'wrong-state' });
  await claire.signIn();
  t.match((await claire.get('/api/offices')).json(), { offices: [{ id: office, roles: ['mediator'] }] });
  t.strictSame(await openKeys(claire, office), ['register', 'request']);
  t.equal(await sharesOf(house, claire), 2, 'who opens a key holds it');

  t.test('Omar, secretary, waits until Claire has looked at who he is', async (t) => {
    const omar = await appointed('Omar Bastidoux', office, 'secretary');
    t.equal(await sharesOf(house, omar), 0, 'nothing is shared silently');
    const [pending, ...others] = (await claire.get('/api/office-keys/pending')).json().shares;
    t.match(pending, { name: 'Omar Bastidoux', role: 'secretary', registrar: 'Greffe de Valmont', use: 'register', person: omar.person, epoch: 1 });
    t.strictSame(others, [], 'the request key is never his');

    const request = await keyOf(house, office, 'request');
    t.match(await shared(claire, request, omar), { status: 404 });
    t.match(await shared(omar, pending.officeKey, claire), { status: 422, code: 'key-missing' }, 'he has nothing to give yet');
    t.match(await shared(administration, pending.officeKey, omar), { status: 404 });
    t.match(await shared(claire, pending.officeKey, administration), { status: 404 });
    t.match(await shared(claire, pending.officeKey, omar), { status: 204 });
    t.equal(await sharesOf(house, omar), 1);
    t.match(await shared(claire, pending.officeKey, omar), { status: 409, code: 'acted-first' });
    t.match((await claire.get('/api/office-keys/pending')).json(), { shares: [] });
  });

  t.test('a deputy who is relieved leaves with nothing, and Claire opens the next keys', async (t) => {
    const deputy = await appointed('Denis Carnavin', office, 'deputy');
    for (const { officeKey } of (await claire.get('/api/office-keys/pending')).json().shares) t.match(await shared(claire, officeKey, deputy), { status: 204 });
    t.equal(await sharesOf(house, deputy), 2);

    const pending = await pendingRequest(house, office);
    const mandate = await mandateOf(deputy, 'deputy');
    t.match((await administration.post(`/api/appointments/${mandate}/relief`, {})).statusCode, 204);
    t.strictSame(await pending(), { closed: true, grants: 1, holders: 2, due: true }, 'the epoch he read is closed; the grant stays for those who remain');
    t.equal(await sharesOf(house, deputy), 0);
    t.equal(await sharesOf(house, claire), 2, 'those who remain still open what is pending');
    t.strictSame(await openKeys(claire, office), [], 'both keys he held are closed');
    t.match((await deputy.get('/api/offices')).json(), { offices: [] });
    t.match(await refusal(administration, `/api/appointments/${mandate}/relief`), { status: 409 });

    await deputy.signIn();
    t.strictSame(await openKeys(claire, office), [], 'he opens none any more');
    house.clock.pass(5);
    await claire.signIn();
    t.strictSame(await openKeys(claire, office), ['register', 'request']);
    const epochs = await house.superuser`select use, epoch::int, closed_at is null as open from office_key where office_id = ${office} order by use, epoch`;
    t.strictSame(epochs.map(({ use, epoch, open }) => [use, epoch, open]), [['register', 1, false], ['register', 2, true], ['request', 1, false], ['request', 2, true]]);
  });

  t.test('a newcomer gets the halves of closed keys too, so that pending requests stay readable', async (t) => {
    const other = await appointed('Adèle Fontbrisse', office, 'deputy');
    const pending = (await claire.get('/api/office-keys/pending')).json().shares.filter(({ person }: { person: string }) => person === other.person);
    t.strictSame(pending.map(({ use, epoch }: { use: string; epoch: number }) => [use, epoch]).sort(), [['register', 2], ['request', 2]]);
    for (const { officeKey } of pending) t.match(await shared(claire, officeKey, other), { status: 204 });
    t.equal(await sharesOf(house, other), 4);
  });
});

t.test('Nobody appoints alone, nor for themselves', async (t) => {
  const { house, administration, registry, openOffice, propose, appoint } = await town(t);
  const office = await openOffice(alpes);
  const claire = await house.person('Claire Aubrevelle');
  const appointment = await propose(claire, office, 'mediator');
  const countersign = `/api/appointments/${appointment}/countersignature`;
  await done(t, claire, appointment, 'signature');

  t.match(await refusal(administration, countersign), { status: 404 }, 'an administrator does not countersign');
  t.match(await refusal(claire, countersign), { status: 404 }, 'nor does the mediator herself');
  t.match(await refusal(registry, `/api/appointments/${appointment}/signature`), { status: 404 }, 'a registrar does not sign in her place');
  for (const [who, client] of [['registrar', registry], ['mediator to be', claire]] as const) {
    t.match(await refusal(client, `/api/appointments/${appointment}/relief`), { status: 404 }, `a ${who} relieves nobody`);
    t.match((await client.post('/api/offices', { tier: 'national' })).statusCode, 404, `a ${who} opens no office`);
    t.match((await client.post(`/api/offices/${office}/appointments`, proposal(claire, 'deputy'))).statusCode, 404, `a ${who} proposes nobody`);
  }
  t.match((await administration.post(`/api/offices/${office}/appointments`, proposal(administration, 'mediator'))).json(), { code: 'registrar-concerned' });
  const shouting = { ...proposal(administration, 'mediator'), person: administration.person.toUpperCase() };
  t.match((await administration.post(`/api/offices/${office}/appointments`, shouting)).json(), { code: 'invalid-body' }, 'and an id has one way to be written');

  t.test('a registrar who is to be secretary needs another registrar', async (t) => {
    const own = await propose(registry, office, 'secretary');
    await done(t, registry, own, 'signature');
    t.match(await refusal(registry, `/api/appointments/${own}/countersignature`), { status: 422, code: 'registrar-concerned' });
  });

  t.test('who proposed does not countersign, even as registrar', async (t) => {
    const both = await appoint(await house.person('Irène Deuxmains'), office, 'registrar');
    const service = (await house.superuser`select id from office where tier = 'service'`)[0]?.['id'] as string;
    await appoint(both, service, 'administrator');
    const mine = await propose(await house.person('Yves Garrivault'), office, 'deputy', both);
    const yves = (await house.superuser`select person_id from mandate where id = ${mine}`)[0]?.['person_id'];
    t.ok(yves);
    t.match(await refusal(both, `/api/appointments/${mine}/countersignature`), { status: 422, code: 'registrar-concerned' });
    t.match(await refusal(both, countersign), { status: undefined }, 'what another proposed, she countersigns');
  });

  t.test('each refusal is journaled', async (t) => {
    const [{ refused }] = (await house.superuser`select count(*)::int as refused from journal_entry where class = 5`) as [{ refused: number }];
    t.ok(refused >= 12);
  });
});

t.test('What cannot be is not proposed', async (t) => {
  const { house, administration, registry, openOffice } = await town(t);
  const office = await openOffice(alpes);
  const claire = await house.person('Claire Aubrevelle');
  const proposed = async (change: object) => (await administration.post(`/api/offices/${office}/appointments`, { ...proposal(claire, 'mediator'), ...change })).json();

  t.match(await proposed({ person: randomUUID() }), { status: 404 }, 'nobody of that id');
  t.match(await proposed({ role: 'administrator' }), { code: 'invalid-body', errors: [{ field: 'role' }] });
  t.match(await proposed({ certified: false }), { code: 'certification-missing' }, 'Ch 7.2');
  t.match(await proposed({ validTo: '2029-03-03' }), { code: 'invalid-body', errors: [{ field: 'validTo' }] }, 'three years at most, D art. 9');
  t.match(await proposed({ validTo: '2026-03-01' }), { code: 'invalid-body' });
  t.match(await proposed({ establishment: randomUUID() }), { code: 'invalid-body', errors: [{ field: 'establishment' }] });
  t.match(await proposed({ salary: 1500 }), { code: 'invalid-body' });
  t.match((await administration.post(`/api/offices/${randomUUID()}/appointments`, proposal(claire, 'mediator'))).statusCode, 404);
  t.match((await administration.post('/api/offices', { tier: 'regional', territory: randomUUID() })).json(), { code: 'invalid-body' });
  t.match((await administration.post('/api/offices', { tier: 'regional', territory: await territoryId(house, alpes) })).statusCode, 409, 'one office for one territory');
  t.match((await administration.post('/api/offices', { tier: 'local', establishment: await establishmentId(house, 'EHPAD Les Glycines') })).json(), { code: 'invalid-body' }, 'it has no scheme');
  t.match((await administration.post('/api/offices', { tier: 'local', establishment: await establishmentId(house, 'CHU de Valmont') })).statusCode, 201);

  t.test('the last registrar stays, and nobody relieves themselves', async (t) => {
    t.match(await refusal(administration, `/api/appointments/${await mandateOf(registry, 'registrar')}/relief`), { status: 422, code: 'office-empty' });
    t.match(await refusal(administration, `/api/appointments/${await mandateOf(administration, 'administrator')}/relief`), { status: 422, code: 'registrar-concerned' });
  });

  t.test('a mandate does not reach back before its proposal, and a withdrawn one is not countersigned', async (t) => {
    const { id } = await proposed({ validFrom: '2026-01-01', validTo: '2028-12-31' });
    const [row] = await house.superuser`select valid_from, valid_to from mandate where id = ${id}`;
    t.equal(row?.['valid_from'].toISOString(), house.clock.now().toISOString());
    t.equal(row?.['valid_to'].toISOString(), '2028-12-30T23:00:00.000Z', 'midnight in Paris');
    await done(t, claire, id, 'signature');
    t.match((await administration.post(`/api/appointments/${id}/relief`, {})).statusCode, 204);
    t.match(await refusal(registry, `/api/appointments/${id}/countersignature`), { status: 409 });
  });
});

t.test('Two mandates signed at once: the second is signed again, and nobody is shut out', async (t) => {
  const { house, registry, openOffice, propose } = await town(t);
  const office = await openOffice(alpes);
  const nadia = await house.person('Nadia Hestremont');
  const [one, other] = [await propose(nadia, office, 'deputy'), await propose(nadia, office, 'member')];
  await done(t, nadia, one, 'signature');
  await done(t, nadia, other, 'signature');
  await done(t, registry, one, 'countersignature');

  t.match(await refusal(registry, `/api/appointments/${other}/countersignature`), { status: 409 });
  await done(t, nadia, other, 'signature');
  await done(t, registry, other, 'countersignature');
  t.strictSame((await inForce(house, nadia)).sort(), ['deputy', 'member']);
});

t.test('A registrar whose mandate is over countersigns nothing', async (t) => {
  const { house, administration, registry, openOffice, propose } = await town(t);
  const office = await openOffice(alpes);
  const claire = await house.person('Claire Aubrevelle');
  house.clock.pass(2 * 365 * day);
  await Promise.all([administration.signIn(), claire.signIn()]);
  const appointment = await propose(claire, office, 'mediator', administration, { validFrom: '2028-03-02', validTo: '2031-03-01' });
  await done(t, claire, appointment, 'signature');
  house.clock.pass(368 * day);
  await registry.signIn();

  t.match(await refusal(registry, `/api/appointments/${appointment}/countersignature`), { status: 404 });
  t.match(await inForce(house, registry), []);
});

t.test('Rows do not entitle', async (t) => {
  const { house, administration, registry, openOffice, propose, appointed } = await town(t);
  const office = await openOffice(alpes);
  const claire = await appointed('Claire Aubrevelle', office, 'mediator');
  const eve = await house.person('Ève Intruse');
  const now = house.clock.now();
  const forged = (change: object = {}) => ({
    id: randomUUID(), person_id: eve.person, office_id: office, role: 'mediator', certified: true, valid_from: now, valid_to: new Date(now.getTime() + 1e10),
    proposed_by: administration.person, proposed_at: now, statement_digest: Buffer.alloc(32), undertaking_text: '2026-1', undertaking_signature: Buffer.alloc(64), undertaking_at: now, ...change,
  });

  t.test('a mandate inserted by a superuser opens, lists and receives no key', async (t) => {
    await house.superuser`insert into mandate ${house.superuser(forged({ countersigned_by: registry.person, countersigned_at: now }))}`;
    await eve.signIn();
    t.match((await eve.get('/api/offices')).json(), { offices: [] });
    t.strictSame((await claire.get('/api/office-keys/pending')).json(), { shares: [] });
    t.match(await shared(claire, await keyOf(house, office, 'request'), eve), { status: 404 });
    t.equal(await sharesOf(house, eve), 0);
  });

  t.test('one that waits to be countersigned, proposed by nobody, is not countersigned', async (t) => {
    const row = forged();
    await house.superuser`insert into mandate ${house.superuser(row)}`;
    t.match(await refusal(registry, `/api/appointments/${row.id}/countersignature`), { status: 422, code: 'signatures-missing' });
  });

  t.test('one whose facts were changed after it was proposed is not countersigned', async (t) => {
    const appointment = await propose(eve, office, 'member');
    await house.superuser`update mandate set certified = true, role = 'deputy' where id = ${appointment}`;
    await done(t, eve, appointment, 'signature');
    t.match(await refusal(registry, `/api/appointments/${appointment}/countersignature`), { status: 422, code: 'signatures-missing' });
  });

  t.test('without the undertaking, or with another one, a countersigned mandate is not in force', async (t) => {
    t.strictSame(await inForce(house, claire), ['mediator']);
    const [kept] = await house.superuser`select undertaking_signature, undertaking_at from mandate where person_id = ${claire.person}`;
    await house.superuser`update mandate set undertaking_at = null where person_id = ${claire.person}`;
    t.strictSame(await inForce(house, claire), []);
    await house.superuser`update mandate set undertaking_at = ${kept?.['undertaking_at']}, undertaking_signature = ${Buffer.alloc(64)} where person_id = ${claire.person}`;
    t.strictSame(await inForce(house, claire), []);
    await house.superuser`update mandate set undertaking_signature = ${kept?.['undertaking_signature']} where person_id = ${claire.person}`;
    t.strictSame(await inForce(house, claire), ['mediator']);
  });

  t.test('a share swapped in the database is not passed on', async (t) => {
    const omar = await appointed('Omar Bastidoux', office, 'secretary');
    const key = await keyOf(house, office, 'register');
    await house.superuser`update office_key_share set ciphertext = ${Buffer.alloc(48)} where person_id = ${claire.person} and office_key_id = ${key}`;
    t.match(await shared(claire, key, omar), { status: 422, code: 'key-missing' });
    t.equal(await sharesOf(house, omar), 0);
  });
});

t.test('Two members who sign in at once open one key', async (t) => {
  const { house, openOffice, appointed } = await town(t, { opensKeys: false });
  const office = await openOffice(alpes);
  const [claire, denis] = [await appointed('Claire Aubrevelle', office, 'mediator'), await appointed('Denis Carnavin', office, 'deputy')];
  const sessions = await Promise.all([sessionOf(house, claire), sessionOf(house, denis)]);
  const opened = await Promise.all(sessions.map((session) => openOfficeKeys(house.core, session)));

  t.equal(opened.flat().length, 2, 'register and request, once each');
  t.strictSame((await house.superuser`select count(*)::int as keys from office_key where office_id = ${office}`)[0], { keys: 2 });
  t.strictSame((await house.superuser`select count(*)::int as statements from statement where kind = 'office'`)[0], { statements: 2 });
  t.strictSame((await Promise.all(sessions.map((session) => openOfficeKeys(house.core, session)))).flat(), [], 'nothing more to open');
});

t.test('A mandate that ends by its date takes its shares along at the next sign-in of a member', async (t) => {
  const { house, openOffice, propose, registry, appointed } = await town(t);
  const office = await openOffice(alpes);
  const denis = await house.person('Denis Carnavin');
  const brief = await propose(denis, office, 'deputy', undefined, { validTo: '2026-04-01' });
  await done(t, denis, brief, 'signature');
  await done(t, registry, brief, 'countersignature');
  await denis.signIn();
  t.equal(await sharesOf(house, denis), 2, 'he opened both keys');
  const claire = await appointed('Claire Aubrevelle', office, 'mediator');
  house.clock.pass(60 * day);
  await claire.signIn();

  t.equal(await sharesOf(house, denis), 0);
  t.equal(await sharesOf(house, claire), 2);
  t.match(await house.superuser`select max(epoch)::int as epoch from office_key where office_id = ${office}`, [{ epoch: 2 }]);
});

t.test('SQL and policies agree on who holds which key of an office', async (t) => {
  const sql = postgres((await testDatabase(t)).url('super'), { max: 1 });
  t.teardown(() => sql.end());
  const rows = await sql<{ role: Role; use: string; holds: boolean }[]>`
    select role, use, holds_office_key(role, use) as holds from unnest(string_to_array(${roles.join()}, ',')) role, unnest(string_to_array(${Object.keys(officeKeyUses).join()}, ',')) use`;
  t.equal(rows.length, roles.length * 3);
  for (const { role, use, holds } of rows) t.equal(holds, officeKeysOf([role]).includes(use as keyof typeof officeKeyUses), `${role} ${use}`);
});

t.test('The directory answers the rules of the charter, and names open under its key only', async (t) => {
  const { house, administration } = await town(t);
  const establishments = (await administration.get('/api/directory/establishments')).json().establishments;
  t.match(establishments.find(({ name }: { name: string }) => name === 'CHU de Valmont'), { type: 'university-hospital', department: '38', localScheme: 'own' });
  t.equal((await house.visitor().get('/api/directory/territories')).json().territories.length, 10);

  const facts = await house.core.database.withActor({ kind: 'visitor' }, (tx) => directoryFacts(tx, house.clock.now()));
  t.match(territoryAt('38', '2026-03-02', facts), { office: 'regional', territory: { code: alpes } });
  const valmont = facts.establishments.find(({ name }) => name === 'CHU de Valmont');
  const told = recipients([{ id: 'a', personKeys: [], categories: ['hospital-practitioner'], establishmentId: valmont?.id ?? null, placementEstablishmentId: null, facultyId: null, schoolId: null }], facts, '2026-03-02');
  t.strictSame(told.recipients.map((one) => one.function), ['director', 'cme-president']);
  const sealed = facts.holders.find(({ id }) => id === told.recipients[0]?.holder.id);
  if (!sealed) return t.fail('the director is in the directory');
  t.match(holderOf(house.core.secrets, sealed), { name: /\S+ \S+/, email: /@valmont\.example$/, postalAddress: /CHU de Valmont/ });
  t.throws(() => holderOf({ ...house.core.secrets, directoryKey: new Uint8Array(32) }, sealed));
  t.throws(() => holderOf(house.core.secrets, { ...sealed, id: randomUUID() }), 'a profile moved to another row');
  t.equal(facts.settings.length > 10, true);

  await loadDirectory(house.database.url('super'), house.core.secrets);
  t.pass('loading twice changes nothing');
});

t.test('init makes a whole installation, once', async (t) => {
  const { options, superuser } = await bareMachine(t);

  await t.test('a run that fails half-way is finished by the next', async (t) => {
    await t.rejects(init({ ...options, clock: () => new Date(NaN) }));
    t.ok(existsSync(options.rootFile));
    t.equal((await superuser`select from person`).length, 0);
  });

  const seed = readRootFile(options.rootFile);
  const made = await init(options);
  const secrets = readSecrets(options.secretsFolder);

  await t.test('with root in a file of its own and secrets that rest on it', async (t) => {
    t.equal(statSync(options.rootFile).mode & 0o777, 0o600);
    t.match(readFileSync(options.rootFile, 'utf8'), /hors de la machine[^]*Take this off the machine/);
    if (!seed) return t.fail('the first run wrote the root file');
    t.strictSame((await rootKeys(seed)).identity.publicKey, secrets.deployment.root.ed25519, 'the second run kept the root of the first');
    t.equal(made.deployment, secrets.deployment.id);
  });

  t.test('with two persons whose mandates lead to root, in the journal', async (t) => {
    const database = connect(made.urls.app, () => new Date(), { max: 1 });
    t.teardown(() => database.close());
    const persons = [made.administrator.person, made.registrar.person];
    const held = await database.withActor({ kind: 'person', id: made.registrar.person }, (tx) => mandatesInForce(tx, secrets, new Date(), persons));
    t.strictSame(held.map(({ row }) => row.role).sort(), ['administrator', 'registrar']);
    t.match(await superuser`select count(*)::int as entries from journal_entry where class in (6, 16)`, [{ entries: 5 }]);
    t.equal((await superuser`select from slot`).length, 4);
    t.ok((await superuser`select from establishment`).length > 40);
    t.not(made.administrator.passphrase, made.registrar.passphrase);
    for (const { passphrase, recoveryCode } of [made.administrator, made.registrar]) {
      t.match(passphrase, /^([a-z]{4} ){5}[a-z]{4}$/);
      t.match(recoveryCode, /^([0-9A-Z]{4}-){8}.$/);
    }
  });

  t.test('and says once what must be kept and what its loss costs', async (t) => {
    const text = account(made);
    for (const shown of [made.administrator.passphrase, made.registrar.recoveryCode, options.rootFile, options.secretsFolder, 'hors de cette machine', 'Perdue']) t.ok(text.includes(shown));
    t.notOk(text.includes('DATABASE_URL='), 'passwords that were given are not repeated');
    t.match(account({ ...made, generated: ['app', 'sequencer', 'auditor', 'retention'] }), /SEQUENCER_DATABASE_URL=postgres/);
  });

  t.test('a second run names what it found and changes nothing', async (t) => {
    await t.rejects(init(options), { name: 'InitError', message: /already initialised: it holds 4 key statements/ });
    await superuser`truncate statement, statement_signature, office_key cascade`;
    await t.rejects(init(options), InitError, 'secrets of an installation are not reused for another');
    t.strictSame(readSecrets(options.secretsFolder), secrets);
  });

  t.test('secrets without their root are refused with what to do', async (t) => {
    writeFileSync(join(options.secretsFolder, 'init.unfinished'), '');
    rmSync(options.rootFile);
    await t.rejects(init(options), { name: 'InitError', message: /missing or damaged/ });
    t.notOk(existsSync(options.rootFile), 'no other root takes its place');
  });
});

type Town = {
  house: House;
  administration: Client;
  registry: Client;
  openOffice(territory: string): Promise<string>;
  propose(person: Client, office: string, role: Role, by?: Client, change?: object): Promise<string>;
  appoint(person: Client, office: string, role: Role): Promise<Client>;
  appointed(name: string, office: string, role: Role): Promise<Client>;
};

/** A service with its directory, its first administrator and its first registrar. */
async function town(t: Test, { opensKeys = true } = {}): Promise<Town> {
  const house = await testCore(t, { change: (core) => ({ ...core, ...(opensKeys && { afterSignIn: async (session) => void (await openOfficeKeys(core, session)) }) }) });
  await loadDirectory(house.database.url('super'), house.core.secrets);
  const first = await makeFirstPeople(house.core, house.root, {
    administrator: { name: 'Administration de Valmont', address: 'administration@valmont.example' },
    registrar: { name: 'Greffe de Valmont', address: 'greffe@valmont.example' },
  });
  const [administration, registry] = [await signedIn(house, first.administrator), await signedIn(house, first.registrar)];

  const propose: Town['propose'] = async (person, office, role, by = administration, change = {}) => {
    const answer = await by.post(`/api/offices/${office}/appointments`, { ...proposal(person, role), ...change });
    t.equal(answer.statusCode, 201, answer.body);

    return answer.json().id;
  };
  const appoint: Town['appoint'] = async (person, office, role) => {
    const appointment = await propose(person, office, role);
    await done(t, person, appointment, 'signature');
    await done(t, registry, appointment, 'countersignature');
    await person.signIn();

    return person;
  };

  return {
    house, administration, registry, propose, appoint,
    openOffice: async (code) => (await administration.post('/api/offices', { tier: 'regional', territory: await territoryId(house, code) })).json().id,
    appointed: async (name, office, role) => appoint(await house.person(name), office, role),
  };
}

async function signedIn(house: House, { name, address, passphrase }: FirstPerson): Promise<Client> {
  const client = house.visitor();
  client.account = { name, address, passphrase, isShared: false };
  await client.signIn();

  return client;
}

function proposal({ person }: Client, role: Role) {
  return { person, role, certified: role === 'mediator', gender: 'woman', establishment: null, validFrom: '2026-03-02', validTo: '2029-03-01' };
}

async function done(t: Test, client: Client, appointment: string, what: 'signature' | 'countersignature'): Promise<void> {
  const answer = await client.post(`/api/appointments/${appointment}/${what}`, { passphrase: client.account.passphrase });
  t.equal(answer.statusCode, 204, answer.body);
}

async function refusal(client: Client, url: string, passphrase = client.account.passphrase): Promise<{ status?: number; code?: string }> {
  const answer = await client.post(url, url.endsWith('/relief') ? {} : { passphrase });

  return answer.body === '' ? {} : answer.json();
}

async function shared(from: Client, officeKey: string, to: Client): Promise<{ status: number; code?: string }> {
  const answer = await from.post(`/api/office-keys/${officeKey}/shares`, { person: to.person });

  return { status: answer.statusCode, ...(answer.body !== '' && { code: answer.json().code }) };
}

async function oneOf(client: Client, appointment: string) {
  return (await client.get('/api/appointments')).json().appointments.find(({ id }: { id: string }) => id === appointment);
}

async function mandateOf(client: Client, role: Role): Promise<string> {
  return (await client.get('/api/appointments')).json().appointments.find((one: { person: string; role: Role }) => one.person === client.person && one.role === role).id;
}

async function openKeys(client: Client, office: string): Promise<string[]> {
  return (await client.get('/api/offices')).json().offices.find(({ id }: { id: string }) => id === office).openKeys.sort();
}

async function keyOf({ superuser }: House, office: string, use: string): Promise<string> {
  return (await superuser`select id from office_key where office_id = ${office} and use = ${use} and closed_at is null`)[0]?.['id'];
}

async function sharesOf({ superuser }: House, { person }: Client): Promise<number> {
  return (await superuser`select from office_key_share where person_id = ${person}`).length;
}

async function inForce({ core }: House, { person }: Client): Promise<Role[]> {
  return core.database.withActor({ kind: 'person', id: person }, async (tx) => (await mandatesInForce(tx, core.secrets, core.clock(), [person])).map(({ row }) => row.role));
}

/** A request nobody has taken in charge, whose account is sealed to the office; gives what has become of its keys. */
async function pendingRequest({ superuser, clock }: House, office: string) {
  const [caseId, compartment, epoch, someone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const at = clock.now();
  const key = (await superuser`select id from office_key where office_id = ${office} and use = 'request' and closed_at is null`)[0]?.['id'];
  await superuser`insert into case_file ${superuser({ id: caseId, reference: randomUUID(), tier: 'regional', office_id: office, purpose: 'dispute', state: 'received', received_at: at })}`;
  await superuser`insert into compartment ${superuser({ id: compartment, case_id: caseId, kind: 'account', subject: someone, act_id: someone, created_by: someone, created_at: at })}`;
  await superuser`insert into epoch ${superuser({ id: epoch, case_id: caseId, compartment_id: compartment, number: 1, audience: 'preparation', act_id: someone, opened_by: someone, opened_at: at })}`;
  await superuser`insert into key_grant ${superuser({
    id: randomUUID(), case_id: caseId, compartment_id: compartment, epoch_id: epoch, recipient_kind: 'office', recipient_id: key, grantor_id: someone,
    enc: Buffer.alloc(8), ciphertext: Buffer.alloc(8), certificate_id: someone, signature: Buffer.alloc(64), created_at: at,
  })}`;

  return async () => (await superuser`
    select (select closed_at is not null from epoch where id = ${epoch}) as closed, (select count(*)::int from key_grant where case_id = ${caseId}) as grants,
      holders::int, keys_due as due from case_file where id = ${caseId}`)[0];
}

async function territoryId({ superuser }: House, code: string): Promise<string> {
  return (await superuser`select id from territory where code = ${code}`)[0]?.['id'];
}

async function establishmentId({ superuser }: House, name: string): Promise<string> {
  return (await superuser`select id from establishment where name = ${name}`)[0]?.['id'];
}

async function sessionOf({ core }: House, client: Client) {
  return (await signIn(core, { ...client.account, ip: '10.0.0.1' })).session;
}

/** Two empty databases that init may fill, and a folder for what it writes. */
async function bareMachine(t: Test): Promise<{ options: InitOptions; superuser: postgres.Sql }> {
  const given = await testDatabase(t, { shred: true });
  const folder = mkdtempSync(join(tmpdir(), 'entente-init-'));
  const superuser = postgres(given.url('super'), { max: 1, onnotice: () => {} });
  t.teardown(async () => {
    await superuser.end();
    await closeSealing();
    rmSync(folder, { recursive: true });
  });
  const nameOf = (url: string) => new URL(url).pathname.slice(1);
  const passwordOf = (login: keyof Passwords) => decodeURIComponent(new URL(given.url(login)).password);

  return {
    superuser,
    options: {
      bootstrapUrl: urlOf(given.url('super'), 'postgres'),
      names: { database: nameOf(given.url('app')), shredDatabase: nameOf(given.shredUrl('app')) },
      passwords: { app: passwordOf('app'), sequencer: passwordOf('sequencer'), auditor: passwordOf('auditor'), retention: passwordOf('retention') },
      secretsFolder: join(folder, 'secrets'), rootFile: join(folder, 'root.key'), cost: { memoryKiB: 1_024, passes: 2, lanes: 1 },
      administrator: { name: 'Administration', address: 'administration@valmont.example' }, registrar: { name: 'Greffe', address: 'greffe@valmont.example' },
    },
  };
}
