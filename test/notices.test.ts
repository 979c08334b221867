import { randomUUID } from 'node:crypto';
import t from 'tap';
import { functionHolders } from '../db/seed/directory.ts';
import { agreement, agreementSignature } from '../db/schema/index.ts';
import { settingDefaults } from '../policies/charter/settings.ts';
import { performDeed } from '../server/mediation/deed.ts';
import { agreementDigest } from '../server/mediation/propose-agreement.ts';
import { sessionOf } from './appoint.ts';
import type { Client } from './client.ts';
import { testCore } from './core.ts';
import { comeBack, openTerritory, requestBody, valmont } from './territory.ts';
import { tablesHolding } from './tiers.ts';

const day = 24 * 60;
const reason = 'le directeur est la personne que la demande désigne';

const house = await testCore(t, { from: new Date('2026-03-02T09:00:00Z') });
const { claire, omar, committee, nadia, administrator, offices, appointAlso } = await openTerritory(house, { members: 1, nationalMembers: 0 });
const [member] = committee as [Client];
const amina = await house.person('Amina Benali');
const stranger = await house.person('Le directeur adjoint');
const everybody = [claire, omar, member, nadia, amina, stranger, administrator];
const director = functionHolders.find((one) => one.establishmentId === valmont.id && one.function === 'director');
const president = functionHolders.find((one) => one.establishmentId === valmont.id && one.function === 'cme-president');

type Listed = { notice: string; function: string; state: string; decision: string | null; substitute: string | null; postedOn: string | null; postedHow: string | null };

const listed = async (id: string, who = omar) => (await who.get(`/api/cases/${id}/notices`)).json<{ notices: Listed[] }>().notices;
const posting = (who: Client, id: string, notice: string, body: object) => who.post(`/api/cases/${id}/notices/${notice}/posting`, { ...body });
const deciding = (who: Client, id: string, notice: string, body: object) => who.post(`/api/cases/${id}/notices/${notice}/decision`, { ...body });
const toldAt = async (id: string) => (await house.superuser`select met_at from deadline where case_id = ${id} and rule = 'notices'`)[0]?.['met_at'] as Date | null | undefined;
const toPost = async (who: Client, id: string) => (await who.get('/api/week')).json<{ letters: { case: string; subject: string; count: number; dueOn: string | null }[] }>().letters.filter((one) => one.case === id);
const refusals = async () => (await house.superuser`select count(*)::int from journal_entry where class = 5`)[0]?.count as number;

t.test('a printed letter is recorded as posted', async (t) => {
  const id = await notified();
  const [first, second] = (await listed(id)).map(({ notice }) => notice) as [string, string];
  const today = '2026-03-06';

  t.test('by the secretary, and nobody else', async (t) => {
    const before = await refusals();
    for (const other of [claire, amina, member, nadia, stranger]) t.equal((await posting(other, id, first, { on: today, how: 'post' })).statusCode, 404);
    t.equal((await refusals()) - before, 5, 'each refusal is journaled');
  });

  t.test('and until then it is in the secretary’s week, with the day by which it leaves', async (t) => {
    t.match(await toPost(omar, id), [{ subject: 'request', count: 2, dueOn: '2026-03-10' }]);
    for (const other of [claire, amina, member, nadia, stranger]) t.strictSame(await toPost(other, id), []);
    t.equal(await toldAt(id), null, 'a letter drawn up has told nobody');
  });

  t.test('on a day that may be: neither before it was drawn up, nor to come', async (t) => {
    for (const on of ['2026-03-04', '2026-03-08', '2027-01-01']) t.match((await posting(omar, id, first, { on, how: 'post' })).json(), { status: 400, errors: [{ field: 'on' }] }, on);
    t.equal((await posting(omar, id, first, { on: today, how: 'pigeon' })).statusCode, 400);
    t.match((await posting(omar, id, first, { on: today, how: 'post' })).json(), { notice: first, postedOn: today, postedHow: 'post' });
    t.equal((await posting(omar, id, first, { on: today, how: 'internal' })).statusCode, 409, 'once');
    t.equal(await toldAt(id), null, 'one has left, not the other');
    t.match(await toPost(omar, id), [{ count: 1 }]);
    t.equal((await posting(omar, id, second, { on: today, how: 'by-hand' })).statusCode, 201);
    t.ok(await toldAt(id), 'the deadline is met when the last has left');
    t.strictSame(await toPost(omar, id), []);
    t.equal((await posting(omar, id, id, { on: today, how: 'post' })).statusCode, 404);
  });

  t.test('which the secretary and whoever is in charge see, by function and without a name', async (t) => {
    for (const who of [omar, claire]) {
      const answer = await who.get(`/api/cases/${id}/notices`);
      t.match(answer.json(), { notices: [{ function: 'cme-president', state: 'sent', postedOn: today }, { function: 'director', state: 'sent', postedOn: today, decision: null }] });
      for (const holder of [director, president]) t.notMatch(answer.body, holder?.name ?? '?');
    }
    const before = await refusals();
    for (const other of [amina, member, nadia, stranger]) t.equal((await other.get(`/api/cases/${id}/notices`)).statusCode, 404);
    t.equal((await refusals()) - before, 4);
  });

  t.test('and each letter names one recipient and no other', async (t) => {
    for (const notice of [first, second]) {
      const { body } = await omar.get(`/api/cases/${id}/notices/${notice}`);
      t.equal([director, president].filter((holder) => body.includes(holder?.name ?? '?')).length, 1);
    }
    t.match(await house.superuser`select count(*)::int from reading r join compartment k on k.id = r.compartment_id where k.kind = 'dispatch' and r.case_id = ${id} and r.person = ${omar.person}`, [{ count: 2 }], 'each print is a reading');
    const before = await refusals();
    t.equal((await omar.get(`/api/cases/${id}/notices/${id}`)).statusCode, 404);
    t.equal((await refusals()) - before, 1);
  });
});

t.test('a notice to a party is held until whoever is in charge decides', async (t) => {
  t.test('with a reason, as nobody else may', async (t) => {
    const { id, held } = await withHeld();
    t.match((await posting(omar, id, held, { on: '2026-03-06', how: 'post' })).json(), { status: 422, code: 'recipient-held' });
    for (const other of [omar, amina, member, nadia, stranger]) t.equal((await deciding(other, id, held, { decision: 'send', reason })).statusCode, 404);
    t.match((await deciding(claire, id, held, { decision: 'send', reason: '  ' })).json(), { status: 422, code: 'reasons-missing' });
    t.equal((await deciding(claire, id, held, { decision: 'send' })).statusCode, 400);
    t.equal((await deciding(claire, id, held, { decision: 'send-to-substitute', reason })).statusCode, 400, 'a substitute is a function');
    t.equal((await deciding(claire, id, held, { decision: 'send', substitute: 'dean', reason })).statusCode, 400);
    t.equal((await deciding(claire, id, id, { decision: 'send', reason })).statusCode, 404);
  });

  t.test('to send it all the same: the secretary prints it', async (t) => {
    const { id, held } = await withHeld();
    t.match((await deciding(claire, id, held, { decision: 'send', reason })).json(), { notice: held, state: 'sent' });
    t.equal((await deciding(claire, id, held, { decision: 'do-not-send', reason })).statusCode, 409, 'once');
    const { to, letter } = (await omar.get(`/api/cases/${id}/notices/${held}`)).json<{ to: { name: string; function: string }; letter: string }>();
    t.match(to, { name: director?.name, function: 'director' });
    t.match(letter, /existence de la demande/);
    t.equal(await toldAt(id), null, 'decided, it has not left yet');
    t.equal((await posting(omar, id, held, { on: '2026-03-06', how: 'post' })).statusCode, 201);
    t.ok(await toldAt(id));
    t.match((await listed(id)).find(({ notice }) => notice === held), { state: 'sent', decision: 'send', substitute: null, postedHow: 'post' });
    t.equal((await omar.get(`/api/cases/${id}/texts?kind=workspace`)).body.includes(reason), false, 'the secretary does not read why');
    t.ok((await claire.get(`/api/cases/${id}/texts?kind=workspace`)).body.includes(reason));
  });

  t.test('to send it to another function of the place, who is no party either', async (t) => {
    const { id, held } = await withHeld();
    t.match((await deciding(claire, id, held, { decision: 'send-to-substitute', substitute: 'school-head', reason })).json(), { status: 422, code: 'recipient-unknown', missing: 'school-head' });
    t.match((await deciding(claire, id, held, { decision: 'send-to-substitute', substitute: 'director', reason })).json(), { status: 422, code: 'conflict-declared' });
    t.match((await deciding(claire, id, held, { decision: 'send-to-substitute', substitute: 'cme-president', reason })).json(), { state: 'sent' });
    t.match((await omar.get(`/api/cases/${id}/notices/${held}`)).json(), { to: { name: president?.name, function: 'cme-president' }, letter: /commission médicale/ });
    t.match((await listed(id)).find(({ notice }) => notice === held), { function: 'director', decision: 'send-to-substitute', substitute: 'cme-president' });
  });

  t.test('not to send it: nothing was written, and nothing can be posted', async (t) => {
    const { id, held } = await withHeld();
    t.equal(await toldAt(id), null, 'a letter held waits');
    t.strictSame(await toPost(omar, id), [], 'but not for the secretary');
    t.match((await deciding(claire, id, held, { decision: 'do-not-send', reason })).json(), { state: 'not_sent' });
    t.ok(await toldAt(id), 'nothing else was to leave');
    t.equal((await omar.get(`/api/cases/${id}/notices/${held}`)).statusCode, 404);
    t.equal((await posting(omar, id, held, { on: '2026-03-06', how: 'post' })).statusCode, 409);
    t.match(await house.superuser`select count(*)::int from compartment where kind = 'dispatch' and subject = ${held}`, [{ count: 0 }]);
    t.strictSame(await tablesHolding(house, [reason]), [], 'the reason is nowhere in clear');
  });
});

t.test('a secretary who is a party, and has left the case to others, is not told of its letters', async (t) => {
  const id = await notified();
  await house.superuser`insert into representative (id, case_id, party_id, person_id, act_id, since) select gen_random_uuid(), case_id, id, ${omar.person}, gen_random_uuid(), ${house.clock.now()} from party where case_id = ${id} and ordinal = 2`;
  t.match(await toPost(omar, id), [{ subject: 'request' }]);
  t.equal((await omar.post(`/api/cases/${id}/recusal`, {})).statusCode, 201);
  t.equal((await omar.get(`/api/cases/${id}`)).statusCode, 200, 'it is still theirs, as a party');
  t.equal((await omar.get(`/api/cases/${id}/notices`)).statusCode, 404);
  t.strictSame(await toPost(omar, id), []);
  t.match((await omar.post('/api/searches', { words: 'Benali' })).json<{ found: { case: string }[] }>().found.filter((one) => one.case === id), [], 'nor finds in it who the others are');
  t.match((await omar.get('/api/cases?titles=yes')).json<{ cases: { case: string; title: object }[] }>().cases.find((one) => one.case === id), { title: { object: null, parties: [] } });
});

t.test('nor of what is to be acknowledged there', async (t) => {
  const { case: id } = (await amina.post('/api/requests', requestBody())).json<{ case: string }>();
  const toTell = async () => (await omar.get('/api/week')).json<{ toTell: { case: string; what: string }[] }>().toTell.filter((one) => one.case === id);
  await house.superuser`insert into representative (id, case_id, party_id, person_id, act_id, since) select gen_random_uuid(), case_id, id, ${omar.person}, gen_random_uuid(), ${house.clock.now()} from party where case_id = ${id} and ordinal = 2`;
  t.match(await toTell(), [{ what: 'acknowledge' }]);
  t.equal((await omar.post(`/api/cases/${id}/recusal`, {})).statusCode, 201);
  t.strictSame(await toTell(), []);
});

t.test('the week tells the secretary alone what is to be posted, and by when', async (t) => {
  const id = await notified();
  await appointAlso(claire, offices.national, 'secretary');
  await comeBack(house, omar);
  t.strictSame(await toPost(claire, id), [], 'who is secretary elsewhere is not the secretary of this case');
  await house.superuser`insert into deadline (id, case_id, rule, start_table, start_id, start_at, due_on, due_at) values (gen_random_uuid(), ${id}, 'consent-answer', 'case_file', ${id}, ${house.clock.now()}, '2026-03-07', '2026-03-07T22:59:59Z')`;
  t.match(await toPost(omar, id), [{ count: 2, dueOn: '2026-03-10' }], 'not what else is due in the case');
  t.equal((await amina.post(`/api/cases/${id}/request-withdrawal`, {})).statusCode, 201);
  t.strictSame(await toPost(omar, id), [], 'of a case that has ended nothing leaves');
});

t.test('where nobody is to be told, the deadline is met at once', async (t) => {
  await house.superuser`update function_holder set valid_to = '2026-01-01' where establishment_id = ${valmont.id}`;
  const id = await notified();
  await house.superuser`update function_holder set valid_to = null where establishment_id = ${valmont.id}`;
  t.strictSame(await listed(id), []);
  t.ok(await toldAt(id));
});

t.test('a copy of the agreement is held, decided and posted alike', async (t) => {
  const { id, held } = await withHeld();
  const text = 'Article 1. Les plannings de nuit sont affichés quinze jours à l’avance.';
  const final = randomUUID();
  await performDeed(house.core, await sessionOf(house, claire), id, {
    act: 'write',
    creates: () => [{ kind: 'agreement' }],
    change: async ({ tx, write, now, move }) => {
      const itemId = await write({ kind: 'agreement' }, 'agreement', text);
      await tx.insert(agreement).values({ id: final, caseId: id, version: 1, kind: 'final', itemId, textDigest: agreementDigest(text), proposedBy: claire.person, proposedAt: now });
      await move('agreed');
    },
  });
  const { me } = (await amina.get(`/api/cases/${id}`)).json<{ me: { standing: string; subject: string }[] }>();
  const partyId = me.find(({ standing }) => standing === 'party')?.subject ?? '';
  await house.core.database.withActor({ kind: 'person', id: amina.person }, (tx) =>
    tx.insert(agreementSignature).values({ agreementId: final, caseId: id, partyId, personId: amina.person, statementDigest: new Uint8Array(32), signature: new Uint8Array(64), at: house.clock.now() }));
  const { notices } = (await claire.post(`/api/cases/${id}/transmission`, {})).json<{ notices: { notice: string; state: string }[] }>();
  t.match(notices, [{ function: 'director', state: 'held' }]);
  const copy = notices[0]?.notice ?? '';

  t.match((await deciding(claire, id, copy, { decision: 'send-to-substitute', substitute: 'cme-president', reason })).json(), { state: 'sent' });
  t.match((await omar.get(`/api/cases/${id}/notices/${copy}`)).json(), { to: { name: president?.name }, letter: text });
  t.match(await toPost(omar, id), [{ subject: 'agreement', count: 1, dueOn: null }]);
  t.equal(await toldAt(id), null, 'the copy is no notice, which is still held');
  t.equal((await deciding(claire, id, held, { decision: 'do-not-send', reason })).statusCode, 201);
  t.ok(await toldAt(id), 'nor does a copy that waits to be posted hold the notices back');
  await house.superuser`update case_file set state = 'closed' where id = ${id}`;
  t.match(await toPost(omar, id), [{ subject: 'agreement' }], 'a case that closes has still to send its agreement');
  t.equal((await posting(omar, id, copy, { on: '2026-03-06', how: 'by-hand' })).statusCode, 201);
  t.match((await claire.get(`/api/cases/${id}/notices`)).json<{ notices: (Listed & { subject: string })[] }>().notices.find(({ notice }) => notice === copy), { subject: 'agreement', postedHow: 'by-hand' });
});

t.test('refusals of what is listed are journaled', async (t) => {
  const id = await notified();
  const before = await refusals();
  for (const path of ['agreements', 'referrals', 'notices']) t.equal((await stranger.get(`/api/cases/${id}/${path}`)).statusCode, 404);
  t.equal((await stranger.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' })).statusCode, 404);
  t.equal((await refusals()) - before, 4);
});

t.test('the settings', async (t) => {
  const setting = async (key: string) => (await house.visitor().get('/api/settings')).json<{ settings: { key: string }[] }>().settings.find((one) => one.key === key);
  const setting1 = (who: Client, body: object) => who.post('/api/settings', { key: 'notice-reflection', value: 5, validFrom: today(), ...body });

  t.test('are public, with their unit, their mark and their source', async (t) => {
    t.match(await setting('notice-reflection'), { value: 3, unit: 'days', mark: 'I', source: settingDefaults['notice-reflection'].source, isDecided: false, later: [] });
    t.equal((await house.visitor().get('/api/settings')).json<{ settings: unknown[] }>().settings.length, Object.keys(settingDefaults).length);
  });

  t.test('are decided by an administrator alone, for a day to come, in whole numbers', async (t) => {
    for (const other of [claire, omar, amina, nadia, member]) t.equal((await setting1(other, {})).statusCode, 404);
    const wrong: [object, string][] = [[{ key: 'mot-de-passe' }, 'key'], [{ value: 2.5 }, 'value'], [{ value: -1 }, 'value'], [{ value: 9999 }, 'value'], [{ key: 'quorum-percent', value: 101 }, 'value'], [{ validFrom: '2026-01-01' }, 'validFrom']];
    for (const [body, field] of wrong) t.match((await setting1(administrator, body)).json(), { status: 400, code: 'invalid-body', errors: [{ field }] }, JSON.stringify(body));
    t.match(await setting('notice-reflection'), { value: 3 });
  });

  t.test('keep what held before, and hold from their day on', async (t) => {
    t.equal((await setting1(administrator, { value: 6, validFrom: '2026-05-01' })).statusCode, 201);
    t.equal((await setting1(administrator, { value: 7, validFrom: '2026-05-01' })).statusCode, 409, 'a day is decided once');
    t.match(await setting('notice-reflection'), { value: 3, later: [{ validFrom: '2026-05-01', value: 6 }] });
    t.equal((await setting1(administrator, { value: 1 })).statusCode, 201);
    t.match(await setting('notice-reflection'), { value: 1, isDecided: true, mark: 'I', validFrom: today() });
    t.match(await house.superuser`select set_by, set_at from setting where key = 'notice-reflection' and valid_from = ${today()}`, [{ set_by: administrator.person, set_at: Date }]);
    const id = (await amina.post('/api/requests', requestBody())).json<{ case: string }>().case;
    await omar.post(`/api/cases/${id}/acknowledgement`, {});
    house.clock.pass(2 * day);
    await signAllIn();
    t.equal((await omar.post(`/api/cases/${id}/notices`, { vacantSought: true })).statusCode, 201, 'the deadline follows');
  });

  t.test('cannot be written past the deed by the application’s login', async (t) => {
    const row = { key: 'invitation', valid_from: '2026-09-01', mark: 'I', source: 'x' };
    await t.rejects(house.core.database.withActor({ kind: 'person', id: claire.person }, (tx) => tx.execute(`insert into setting (key, valid_from, value, mark, source, set_by, set_at) values ('${row.key}', '${row.valid_from}', '1', 'I', 'x', '${claire.person}', '2026-03-02')`)), { cause: { code: '42501' } });
    await t.rejects(house.core.database.withActor({ kind: 'person', id: administrator.person }, (tx) => tx.execute(`insert into setting (key, valid_from, value, mark, source) values ('invitation', '2026-09-01', '1', 'I', 'x')`)), { cause: { code: '42501' } });
  });
});

function today(): string {
  return house.clock.now().toISOString().slice(0, 10);
}

async function signAllIn(): Promise<void> {
  for (const one of everybody) await comeBack(house, one);
}

/** A case on 6 March, taken in charge, whose notices were drawn up that day. */
async function notified(body: object = requestBody()): Promise<string> {
  house.clock.set(new Date('2026-03-02T09:00:00Z'));
  await signAllIn();
  const { case: id } = (await amina.post('/api/requests', { ...body })).json<{ case: string }>();
  await omar.post(`/api/cases/${id}/acknowledgement`, {});
  house.clock.pass(4 * day);
  await signAllIn();
  await claire.post(`/api/cases/${id}/charge`, {});
  const answer = await omar.post(`/api/cases/${id}/notices`, { vacantSought: true });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  await signAllIn();

  return id;
}

async function withHeld(): Promise<{ id: string; held: string }> {
  const own = { ...requestBody(), others: [{ ...requestBody().others[0], name: `M. ${director?.name.toUpperCase()}`, profession: 'director' }] };
  const id = await notified(own);
  const held = (await listed(id)).find(({ state }) => state === 'held')?.notice;
  if (!held) throw new Error('no notice is held');

  return { id, held };
}
