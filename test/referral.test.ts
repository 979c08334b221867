import { createHash } from 'node:crypto';
import t from 'tap';
import { refuse } from '../server/mediation/refuse.ts';
import { withdrawRequest } from '../server/mediation/withdraw-request.ts';
import { sessionOf } from './appoint.ts';
import type { Client } from './client.ts';
import { testCore } from './core.ts';
import { openTerritory, requestBody } from './territory.ts';
import { agreeOn, file, joinAll, stateOf, tablesHolding, texts } from './tiers.ts';

const house = await testCore(t);
const { claire, deputy, omar, nadia, nationalDeputy, nationalSecretary, yves, committee, administrator, registrar, territory } = await openTerritory(house, { members: 1, nationalMembers: 0 });
const [amina, roussel, bloch] = [await house.person('Amina Benali'), await house.person('Sylvie Roussel'), await house.person('Étienne Bloch')];
const [stranger, member] = [await house.person('Une inconnue'), committee[0] as Client];
const parties = { amina, roussel, bloch };
const canaries = { account: 'zibeline orangée', caucus: 'tapir mélodieux', workspace: 'enclume argentée', notes: 'lichen septentrional' };
const ground = 'refused-by-a-party';

type Referred = { referral: string; case: string; reference: string };
type Referrals = { referrals: { state: string; reason: string | null; upper: string }[] };

const refer = (who: Client, id: string, body: Record<string, unknown> = { ground }) => who.post(`/api/cases/${id}/referral`, body);
const accept = (who: Client, id: string) => who.post(`/api/cases/${id}/referral/acceptance`, {});
const giveBack = (who: Client, id: string) => who.post(`/api/cases/${id}/referral/return`, { reason: 'regional-means-left' });
const carry = (who: Client, id: string, item: string) => who.post(`/api/cases/${id}/carried-texts`, { item });
const write = (who: Client, id: string, kind: string, text: string, subject?: string) => who.post(`/api/cases/${id}/texts`, { kind, text, ...(subject && { subject }) });

/** Filed, acknowledged and taken in charge by Claire. */
async function inCharge(told = 'Les nuits changent la veille.'): Promise<string> {
  const id = await file(amina, 'regional', told);
  await omar.post(`/api/cases/${id}/acknowledgement`);
  await claire.post(`/api/cases/${id}/charge`);

  return id;
}

/** All three take part, something is written in every place a mediator has, and Mme Roussel refuses. */
async function refusedBelow(): Promise<string> {
  const id = await inCharge(`Depuis le printemps, ${canaries.account}.`);
  await agreeOn(house, id, claire, amina);
  // The committee's part is told in its own test.
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  await joinAll(house, id, claire, parties);
  const party = (await amina.get(`/api/cases/${id}`)).json<{ me: { standing: string; subject: string }[] }>().me.find(({ standing }) => standing === 'party')?.subject;
  await write(claire, id, 'caucus', `Entre nous : ${canaries.caucus}.`, party);
  await write(claire, id, 'workspace', `Plan des séances : ${canaries.workspace}.`);
  await write(claire, id, 'notes', `Pour moi seule : ${canaries.notes}.`);
  await refuse(house.core, await sessionOf(house, roussel), id);

  return id;
}

t.test('A party cannot refer, at either end; nobody but the mediator in charge does, and only after an end', async (t) => {
  const nationally = await amina.post('/api/requests', { ...requestBody(), tier: 'national' });
  t.match(nationally.json(), { status: 422, code: 'referrer-not-competent' });

  const id = await inCharge();
  t.match((await refer(claire, id)).json(), { status: 409, code: 'wrong-state' });
  t.match((await refer(amina, id)).json(), { status: 422, code: 'referrer-not-competent' }, 'the reason, whatever the state');
  await withdrawRequest(house.core, await sessionOf(house, amina), id);
  for (const other of [omar, deputy, member, nadia, nationalDeputy, yves, administrator, registrar, stranger]) t.equal((await refer(other, id)).statusCode, 404);
  t.equal((await refer(claire, id, { ground: 'because' })).statusCode, 400);

  const twice = await Promise.all([refer(claire, id), refer(await claire.elsewhere(), id)]);
  t.strictSame(twice.map(({ statusCode }) => statusCode).sort(), [201, 409], 'two at once');
  t.match((await refer(claire, id)).json(), { status: 409, code: 'acted-first' });
});

t.test('What travels is the facts sheet; until the answer the national office may only acknowledge, accept or return', async (t) => {
  const lower = await refusedBelow();
  const before = (await texts(amina, lower)).length;
  const referred = await refer(claire, lower);
  t.equal(referred.statusCode, 201);
  const upper = referred.json<Referred>();
  t.match(upper, { reference: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/, answerBy: '2026-03-17' });

  const seen = (await nadia.get(`/api/cases/${upper.case}`)).json<{ tier: string; state: string; receivedAt: string; parties: { isRepresented: boolean }[]; deadlines: { rule: string }[] }>();
  t.match(seen, { tier: 'national', state: 'received', receivedAt: house.clock.now().toISOString() });
  t.strictSame(seen.parties.map(({ isRepresented }) => isRepresented), [true, true, true]);
  t.strictSame(seen.deadlines.map(({ rule }) => rule).sort(), ['acknowledgement', 'referral-answer']);

  const sheets = await texts(nadia, upper.case);
  t.strictSame([...new Set(sheets.map(({ compartment }) => compartment))], ['identity']);
  t.strictSame(sheets.map(({ kind }) => kind).sort(), ['entry', 'entry', 'entry', 'facts', 'facts', 'facts']);
  t.match(JSON.parse(sheets.find(({ kind }) => kind === 'facts')?.text ?? '{}'), { purpose: 'dispute', state: 'refused', outcome: 'party_refused', ground });
  t.notOk(sheets.some(({ text }) => Object.values(canaries).some((canary) => text.includes(canary))), 'nothing of what was said');
  t.equal((await texts(nationalSecretary, upper.case, 'identity')).length, 6, 'the secretary dispatches');
  for (const party of Object.values(parties)) {
    const own = await texts(party, upper.case);
    t.strictSame(own.map(({ kind }) => kind).sort(), ['entry', 'facts'], 'each party reads its own sheet and no other');
    t.ok(own[0]?.text.includes(party.account.name.split(' ')[1] ?? ''));
  }
  t.strictSame(await texts(claire, upper.case), [], 'whoever refers keeps no key');
  t.match((await claire.get(`/api/cases/${upper.case}`)).json(), { me: [{ standing: 'requester' }] });
  for (const other of [omar, deputy, member, administrator, registrar, stranger]) t.equal((await other.get(`/api/cases/${upper.case}`)).statusCode, 404);
  t.equal((await nadia.get(`/api/cases/${lower}`)).statusCode, 404, 'the case below stays out of reach');

  t.match((await nadia.post(`/api/cases/${upper.case}/charge`)).json(), { status: 409, code: 'referral-pending' });
  t.match((await write(nadia, upper.case, 'notes', 'Déjà ?')).json(), { status: 409, code: 'referral-pending' });
  t.equal((await nationalSecretary.post(`/api/cases/${upper.case}/acknowledgement`)).statusCode, 200);

  for (const other of [nationalSecretary, claire, amina, omar, deputy, member, stranger]) {
    t.equal((await accept(other, upper.case)).statusCode, 404);
    t.equal((await giveBack(other, upper.case)).statusCode, 404);
  }
  const answers = await Promise.all([accept(nadia, upper.case), accept(nationalDeputy, upper.case)]);
  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [201, 409], 'two at once');
  t.match((await giveBack(nadia, upper.case)).json(), { status: 409, code: 'acted-first' });

  t.equal(await stateOf(amina, lower), 'transferred');
  for (const officer of [claire, omar, deputy]) {
    t.equal((await officer.get(`/api/cases/${lower}`)).statusCode, 404, `${officer.account.name} no longer reaches it`);
    t.equal((await officer.get(`/api/cases/${upper.case}`)).statusCode, 404);
    t.equal((await officer.get(`/api/cases/${lower}/referrals`)).statusCode, 404);
  }
  t.match(await texts(claire, lower), [{ compartment: 'notes', text: /lichen septentrional/ }], 'her own notes, and nothing else');
  t.equal((await write(claire, lower, 'notes', 'Encore un mot.')).statusCode, 404);
  for (const officer of [omar, deputy, nadia]) t.equal((await officer.get(`/api/cases/${lower}/texts`)).statusCode, 404);
  t.equal((await texts(amina, lower)).length, before, 'the parties keep reading the case below');
  const [left] = await house.superuser<{ holders: string[] }[]>`
    select array_agg(distinct k.kind) as holders from (select compartment_id, recipient_id as person from key_grant where case_id = ${lower} union select compartment_id, person_id from ring_key where case_id = ${lower}) h
    join compartment k on k.id = h.compartment_id where h.person in (${claire.person}, ${omar.person}, ${deputy.person})`;
  t.strictSame(left?.holders, ['notes'], 'no key of the case below is left with its officers');

  t.equal((await nadia.post(`/api/cases/${upper.case}/charge`)).statusCode, 200);
  t.strictSame([...new Set((await texts(nadia, upper.case)).map(({ compartment }) => compartment))], ['identity']);

  const mine = (await texts(amina, lower, 'account')).find(({ kind }) => kind === 'account')?.id ?? '';
  t.equal((await carry(roussel, upper.case, mine)).statusCode, 404, 'nobody carries what another wrote');
  t.equal((await carry(amina, upper.case, (await texts(amina, lower, 'caucus'))[0]?.id ?? '')).statusCode, 404, 'nor what the mediator wrote to her');
  for (const other of [nadia, claire, stranger]) t.equal((await carry(other, upper.case, mine)).statusCode, 404);
  t.equal((await carry(amina, upper.case, mine)).statusCode, 201);
  t.match((await carry(amina, upper.case, mine)).json(), { status: 409, code: 'acted-first' });
  t.match(await texts(nadia, upper.case, 'account'), [{ author: amina.person, text: /zibeline orangée/ }], 'what she carried is read above');
  t.strictSame(await texts(nationalSecretary, upper.case, 'account'), []);
  for (const other of [roussel, bloch]) t.strictSame(await texts(other, upper.case, 'account'), [], 'and by no other party');
  const [source] = await house.superuser<{ sealed: Uint8Array }[]>`select sealed from item where id = ${mine}`;
  const [copy] = await house.superuser<{ source_digest: Uint8Array }[]>`select source_digest from item where case_id = ${upper.case} and kind = 'account'`;
  t.equal(Buffer.from(copy?.source_digest ?? []).toString('hex'), createHash('sha256').update(source?.sealed ?? '').digest('hex'), 'the copy names its source');

  t.strictSame(await tablesHolding(house, Object.values(canaries)), [], 'no text in clear in any table');
});

t.test('A party carries a text before the answer too; of two contrary answers at once, one counts', async (t) => {
  const lower = await inCharge();
  await withdrawRequest(house.core, await sessionOf(house, amina), lower);
  const upper = (await refer(claire, lower, { ground: 'withdrawn-by-a-party' })).json<Referred>().case;
  const account = (await texts(amina, lower, 'account'))[0]?.id ?? '';
  t.equal((await carry(amina, upper, account)).statusCode, 201);
  t.equal((await texts(nationalDeputy, upper, 'account')).length, 1, 'read by the office’s request key until somebody takes charge');

  t.equal((await nadia.post(`/api/cases/${upper}/referral/return`, { reason: 'bored' })).statusCode, 400);
  await house.superuser`insert into seat (id, case_id, person_id, act_id, convened_at, excluded) values (gen_random_uuid(), ${upper}, ${nationalDeputy.person}, null, ${house.clock.now()}, true)`;
  t.match((await accept(nationalDeputy, upper)).json(), { status: 422, code: 'conflict-declared' });
  await house.superuser`delete from seat where case_id = ${upper}`;
  const answers = await Promise.all([giveBack(nadia, upper), accept(nationalDeputy, upper)]);
  const returned = answers[0].statusCode === 201;
  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [201, 409], 'one of two contrary answers counts');
  t.equal(await stateOf(amina, lower), returned ? 'withdrawn' : 'transferred');
});

t.test('A returned referral is told with its reason, and another may follow', async (t) => {
  const lower = await inCharge();
  await withdrawRequest(house.core, await sessionOf(house, amina), lower);
  const upper = (await refer(claire, lower)).json<Referred>().case;
  t.equal((await giveBack(nadia, upper)).statusCode, 201);
  t.match((await giveBack(nadia, upper)).json(), { status: 409 });
  t.equal(await stateOf(amina, upper), 'redirected');
  t.equal(await stateOf(claire, lower), 'withdrawn', 'the case below is as it was');
  t.equal((await texts(claire, lower, 'account')).length, 1);
  t.equal((await claire.get(`/api/cases/${upper}`)).statusCode, 404);
  t.match((await claire.get(`/api/cases/${lower}/referrals`)).json(), { referrals: [{ state: 'returned', reason: 'regional-means-left', upper }] });
  t.equal((await nadia.post(`/api/cases/${upper}/charge`)).statusCode, 409);
  t.equal((await refer(claire, lower)).statusCode, 201);
  t.equal((await amina.get(`/api/cases/${lower}/referrals`)).json<Referrals>().referrals.length, 2);
});

t.test('The national mediator calls a situation up without learning whether the reference exists', async (t) => {
  const lower = await inCharge();
  await withdrawRequest(house.core, await sessionOf(house, amina), lower);
  const { reference } = (await claire.get(`/api/cases/${lower}`)).json<{ reference: string }>();
  const ask = (who: Client, body: Record<string, unknown>) => who.post('/api/call-ups', { territory, reason: 'impartiality', ...body });
  const listed = async (who: Client) => (await who.get('/api/call-ups')).json<{ callUps: { callUp: string; answer: string | null; answerReason: string | null; referral: string | null }[] }>().callUps;

  const known = await ask(nadia, { reference });
  const unknown = await ask(nadia, { reference: '0000-ZZZZ' });
  t.equal(known.statusCode, 201);
  t.equal(unknown.statusCode, known.statusCode);
  t.strictSame({ ...unknown.json(), callUp: '' }, { ...known.json(), callUp: '', dueOn: '2026-03-10' }, 'word for word the same answer');
  t.equal((await ask(nadia, {})).statusCode, 400, 'a reference or a purpose');
  t.equal((await ask(nadia, { purpose: 'return', territory: stranger.person })).statusCode, 422);
  const byPurpose = (await ask(nationalDeputy, { purpose: 'return' })).json<{ callUp: string }>().callUp;
  for (const other of [claire, deputy, omar, nationalSecretary, member, amina, yves, administrator, stranger]) t.equal((await ask(other, { reference })).statusCode, 404);

  for (const officer of [nadia, nationalDeputy, claire, deputy]) t.equal((await listed(officer)).length, 3);
  for (const other of [omar, nationalSecretary, member, amina, yves, stranger]) t.strictSame(await listed(other), []);

  const [first, second] = [known.json<{ callUp: string }>().callUp, unknown.json<{ callUp: string }>().callUp];
  const decline = (who: Client, id: string) => who.post(`/api/call-ups/${id}/refusal`, { reason: 'no-such-case' });
  for (const other of [nadia, omar, member, amina, stranger]) t.equal((await decline(other, second)).statusCode, 404);
  const declined = await Promise.all([decline(claire, second), decline(deputy, second)]);
  t.strictSame(declined.map(({ statusCode }) => statusCode).sort(), [201, 409], 'two at once');

  t.match((await refer(claire, lower, { ground, callUp: second })).json(), { status: 409, code: 'acted-first' });
  t.match((await refer(claire, lower, { ground, callUp: byPurpose })).json(), { status: 400, errors: [{ field: 'callUp' }] }, 'it asked for another situation');
  t.equal((await refer(claire, lower, { ground, callUp: stranger.person })).statusCode, 404);
  const { referral } = (await refer(claire, lower, { ground, callUp: first })).json<Referred>();
  const answers = new Map((await listed(nadia)).map((one) => [one.callUp, one]));
  t.match(answers.get(first), { answer: 'referred', referral });
  t.match(answers.get(second), { answer: 'declined', answerReason: 'no-such-case' });
  t.equal((await decline(claire, first)).statusCode, 409);
});
