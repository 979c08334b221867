import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { signAct } from '../server/vault/act.ts';
import { sessionOf } from './appoint.ts';
import type { Client } from './client.ts';
import { answered, consentedCases, created, keysOf, later, notifiedCases, opened, scene, type Scene } from './mediation-cast.ts';
import { comeBack, requestBody } from './territory.ts';
import { copyCase, robbed } from './worlds/thief.ts';
import type { ShredKeys } from '../server/vault/shred.ts';

const now = await scene(t);
const { house, town, amina, roussel, bloch } = now;
const { claire, deputy, omar, nadia, nationalSecretary, yves } = town;

const scan = { type: 'application/pdf', base64: Buffer.from('%PDF-1.7 Lettre signée de la main d’Amina').toString('base64') };
const paper = (party: string, receivedOn = today()) => ({ party, receivedOn, scan });
const signed = (party: string) => ({ answer: 'consent', litigation: 'none', ...paper(party) });

function today(offset = 0): string {
  return new Date(house.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
}

function onPaper(change: Record<string, unknown> = {}) {
  const { tier: _, consents: __, ...body } = requestBody();

  return { ...body, channel: 'paper', receivedOn: today(), scan, ...change };
}

t.test('a request on paper counts from the day it was received', async (t) => {
  const { case: id, ...entered } = await created(omar.post('/api/paper-requests', onPaper({ receivedOn: today(-2) })));
  t.match(entered, { tier: 'regional', receivedAt: /^2026-02-28T22:59:59/, enteredAt: /^2026-03-02T09/, acknowledgedBy: '2026-03-08' });
  const facts = (await omar.get(`/api/cases/${id}`)).json<{ receivedAt: string; me: { standing: string }[]; deadlines: { rule: string; dueOn: string }[] }>();
  t.match(facts.deadlines.find(({ rule }) => rule === 'acknowledgement'), { dueOn: '2026-03-08' });
  t.strictSame(facts.me.map(({ standing }) => standing).sort(), ['register', 'secretary'], 'the secretary has the standings of the office and none of their own');
  const [row] = await house.superuser`select channel, received_on::text, filed_at, capacity from request where case_id = ${id as string}`;
  t.match(row, { channel: 'paper', received_on: '2026-02-28', capacity: 'party' });
  t.match((await omar.get(`/api/cases/${id}/paper-entries`)).json(), { entries: [{ kind: 'request', channel: 'paper', receivedOn: '2026-02-28', attestedBy: omar.person, contestedAt: null }] });
});

t.test('what cannot be entered is refused, and says why', async (t) => {
  const send = (who: Client, body: Record<string, unknown>) => answered(who.post('/api/paper-requests', body));
  t.match(await send(omar, onPaper({ receivedOn: today(1) })), { status: 400, code: 'invalid-body' }, 'a day to come');
  t.match(await send(omar, onPaper({ receivedOn: today(-91) })), { status: 400 }, 'too long ago');
  t.match(await send(omar, onPaper({ receivedOn: '2026-02-30' })), { status: 400 }, 'no such day');
  t.match(await send(omar, onPaper({ scan: undefined })), { status: 400 }, 'no scan');
  t.match(await send(omar, onPaper({ scan: { type: 'image/png', base64: scan.base64 } })), { status: 400 }, 'not what it says');
  t.match(await send(omar, onPaper({ others: [] })), { status: 422, code: 'purpose-missing' });
  t.match(await send(nationalSecretary, onPaper()), { status: 422, code: 'territory-mismatch' });
  for (const who of [claire, deputy, amina, nadia, yves, town.administrator, town.registrar, ...town.committee]) t.match(await send(who, onPaper()), { status: 404, code: 'not-found' });
  const [count] = await house.superuser`select count(*)::int as cases from case_file`;
  t.match(count, { cases: 1 }, 'and nothing was written');
});

t.test('what the letter does not say is kept as not said, and is no « no »', async (t) => {
  const { priorStep } = requestBody();
  const { case: id } = await created(omar.post('/api/paper-requests', onPaper({ priorStep: { ...priorStep, form: null, attested: null }, litigation: { declared: null, detail: '' }, accompanied: null })));
  const [account] = ((await opened(claire, id as string, 'account')) ?? []).filter(({ kind }) => kind === 'account');
  t.match(JSON.parse(account?.text ?? '{}'), { priorStep: { form: null, attested: null }, litigation: { declared: null }, accompanied: null });
  const { accompanied: _, ...silent } = onPaper() as Record<string, unknown>;
  t.match(await answered(omar.post('/api/paper-requests', silent)), { status: 400 }, 'it is said that it is not said');
  t.match(await answered(amina.post('/api/requests', { ...requestBody(), accompanied: null })), { status: 400 }, 'on line, everybody answers for themselves');
});

t.test('a scan of two mebibytes goes in, a larger one does not; by telephone there is none', async (t) => {
  const bytes = (length: number) => Buffer.concat([Buffer.from('%PDF-'), randomBytes(length - 5)]).toString('base64');
  const { case: id } = await created(omar.post('/api/paper-requests', onPaper({ scan: { type: 'application/pdf', base64: bytes(2 * 1024 * 1024) } })));
  const [text] = ((await opened(claire, id as string, 'account')) ?? []).filter(({ kind }) => kind === 'scan');
  t.equal(Buffer.from(JSON.parse(text?.text ?? '{}').base64, 'base64').length, 2 * 1024 * 1024);
  t.match(await answered(omar.post('/api/paper-requests', onPaper({ scan: { type: 'application/pdf', base64: bytes(2 * 1024 * 1024 + 3) } }))), { status: 400 });
  const told = await created(omar.post('/api/paper-requests', onPaper({ channel: 'telephone', scan: undefined })));
  t.match((await omar.get(`/api/cases/${told['case']}/paper-entries`)).json(), { entries: [{ channel: 'telephone', scan: null }] });
});

t.test('the secretary cannot reopen what they entered', async (t) => {
  const { case: id, party } = (await created(omar.post('/api/paper-requests', onPaper()))) as { case: string; party: string };
  const session = await sessionOf(house, omar);
  const inOffice = await keysOf(house, id, omar.person);
  t.equal(inOffice, 0, 'no key of this case is theirs by name: they read the identities with the register');
  const mine = await opened(omar, id);
  t.ok(mine && mine.length > 0 && mine.every(({ compartment }) => compartment === 'identity'), 'identities, and nothing else');

  const rows = await copyCase(house.superuser, id);
  const shred = (await house.core.shred.keys(id)) as ShredKeys;
  const stolen = await robbed(id, rows, { deployment: house.core.secrets.deployment.id, xwing: [session.xwingPrivateKey], rings: [session.ringKey], shred });
  const account = await house.superuser<{ id: string }[]>`select i.id from item i join compartment k on k.id = i.compartment_id where k.kind = 'account' and i.case_id = ${id}`;
  t.equal(account.length, 2, 'the account and its scan');
  t.notOk(account.some((item) => stolen.has(item.id)), 'with every row of the database, their keys open neither');

  const seen = await house.core.database.withActor({ kind: 'person', id: omar.person }, (tx) => tx.query.item.findMany({ where: (item, { eq }) => eq(item.caseId, id) }));
  t.notOk(seen.some((item) => account.some((one) => one.id === item.id)), 'the rows are not theirs either');
  t.match(await answered(omar.post(`/api/cases/${id}/texts`, { kind: 'account', subject: party, text: 'Un ajout.' })), { status: 404 });
  t.match(await answered(omar.post(`/api/cases/${id}/request-withdrawal`, {})), { status: 404 }, 'nor is the request');
  t.match(await answered(omar.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' })), { status: 404 });
});

t.test('its author is invited to their own file, and has from then on what any author has', async (t) => {
  const { case: id, party, entry } = (await created(omar.post('/api/paper-requests', onPaper()))) as Record<string, string>;
  const url = `/api/cases/${id}/author-invitation`;
  const letter = { letter: 'Voici votre dossier.' };
  t.match(await answered(claire.post(url, letter)), { status: 404 }, 'nobody is in charge');
  await created0(claire.post(`/api/cases/${id}/charge`, {}));
  const held = (await opened(claire, id as string, 'account')) ?? [];
  t.strictSame(held.map(({ kind }) => kind).sort(), ['account', 'scan'], 'who takes charge reads both');
  t.equal((await opened(deputy, id as string, 'account'))?.length, 0, 'and the deputy no more');

  t.match(await answered(omar.post(url, letter)), { status: 404 });
  t.match(await answered(deputy.post(url, letter)), { status: 404 });
  const { link, code } = await created(claire.post(url, letter));
  t.match((await house.visitor().post('/api/invitations/opening', { link, code })).json(), { object: null }, 'there is no object yet');
  await created(amina.post('/api/invitations/acceptance', { link, code, account: 'Et ceci encore.' }));

  const facts = (await amina.get(`/api/cases/${id}`)).json<{ me: { standing: string; subject: string | null }[]; state: string }>();
  t.strictSame(facts.me.map(({ standing }) => standing).sort(), ['party', 'requester']);
  t.equal(facts.state, 'received');
  const read = (await opened(amina, id as string)) ?? [];
  t.ok(read.some(({ kind, text }) => kind === 'scan' && JSON.parse(text).base64 === scan.base64), 'their own paper');
  t.ok(read.some(({ kind, text }) => kind === 'account' && text.includes('plannings')) && read.some(({ text }) => text === 'Et ceci encore.') && read.some(({ text }) => text === 'Voici votre dossier.'));
  t.match(await answered(claire.post(url, letter)), { status: 409, code: 'acted-first' });

  t.match((await amina.get(`/api/cases/${id}/paper-entries`)).json(), { entries: [{ entry, party, kind: 'request' }] });
  t.match(await answered(roussel.post(`/api/cases/${id}/paper-entries/${entry}/contestation`, {})), { status: 404 });
  await created(amina.post(`/api/cases/${id}/paper-entries/${entry}/contestation`, {}));
  t.match(await answered(amina.post(`/api/cases/${id}/paper-entries/${entry}/contestation`, {})), { status: 409 });
  t.match((await claire.get(`/api/cases/${id}/paper-entries`)).json(), { entries: [{ entry, contestedAt: /^2026/ }] });
  t.match((await amina.post(`/api/cases/${id}/request-withdrawal`, {})).json(), { state: 'withdrawn' }, 'the request is theirs to take back');
});

t.test('an online request has no author to invite', async (t) => {
  const { case: id } = await created(amina.post('/api/requests', requestBody()));
  await created0(claire.post(`/api/cases/${id}/charge`, {}));
  t.match(await answered(claire.post(`/api/cases/${id}/author-invitation`, { letter: 'Bonjour.' })), { status: 404 });
  t.match(await answered(claire.post(`/api/cases/${id}/object/attestation`, { item: randomUUID() })), { status: 404 });
});

t.test('answers and signatures on paper move the case as the parties would', async (t) => {
  const { id, parties: [first, second, third] } = await asked(now);
  for (const who of [claire, deputy, amina, nadia, ...town.committee]) t.match(await answered(who.post(`/api/cases/${id}/paper-answers`, signed(second))), { status: 404 }, 'the secretary alone enters');
  t.match(await answered(omar.post(`/api/cases/${id}/paper-answers`, signed(randomUUID()))), { status: 404 }, 'for a party of the case');
  t.match(await answered(omar.post(`/api/cases/${id}/paper-answers`, { ...signed(second), receivedOn: today(1) })), { status: 400 });
  t.match(await answered(omar.post(`/api/cases/${id}/paper-withdrawals`, paper(second))), { status: 409, code: 'wrong-state' }, 'another party refuses rather than withdraws');

  await created(amina.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' }));
  t.match(await answered(omar.post(`/api/cases/${id}/paper-answers`, signed(first))), { status: 409, code: 'acted-first' }, 'what a party answered themselves stands');
  t.match(await answered(omar.post(`/api/cases/${id}/paper-answers`, { answer: 'refusal', ...paper(first) })), { status: 409, code: 'acted-first' });

  t.match(await created(omar.post(`/api/cases/${id}/paper-answers`, signed(second))), { state: 'consent_requested' });
  t.match(await answered(roussel.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' })), { status: 409, code: 'acted-first' });
  t.match(await answered(omar.post(`/api/cases/${id}/paper-answers`, { ...signed(third), litigation: 'declared' })), { status: 422, code: 'litigation-not-reviewed' });
  await created(claire.post(`/api/cases/${id}/litigation/review`, { party: third, reasons: 'Sans lien avec l’objet.' }));
  house.clock.pass(24 * 60);
  await Promise.all([omar, claire].map((who) => comeBack(house, who)));
  const { state, entry } = await created(omar.post(`/api/cases/${id}/paper-answers`, { ...signed(third), receivedOn: today(-1) }));
  t.equal(state, 'consented');
  const facts = (await claire.get(`/api/cases/${id}`)).json<{ consentedAt: string; deadlines: { rule: string; dueOn: string }[] }>();
  t.match(facts.consentedAt, new RegExp(`^${today(-1)}T`), 'T0 is the day of receipt');

  const rows = await house.superuser`select person_id, attested_by, received_on::text, answer from consent where case_id = ${id} and party_id = ${third}`;
  t.match(rows, [{ person_id: null, attested_by: omar.person, received_on: today(-1), answer: 'consent' }]);
  t.ok((await opened(claire, id, 'paper'))?.some(({ subject }) => subject === third), 'the mediator reads the scan');
  t.strictSame((await opened(omar, id))?.filter(({ compartment }) => compartment === 'paper'), [], 'whoever sealed it does not');
  t.equal(await keysIn(id, 'paper', omar.person), 0, 'and keeps no key of it');
  await comeBack(house, bloch);
  t.strictSame((await opened(bloch, id, 'paper'))?.map(({ subject }) => subject), [third], 'its party does, and no other’s');
  await created(bloch.post(`/api/cases/${id}/paper-entries/${entry}/contestation`, {}));
  t.match((await claire.get(`/api/cases/${id}/paper-entries`)).json<{ entries: { entry: string; contestedAt: string | null }[] }>().entries.find((one) => one.entry === entry), { contestedAt: /^2026/ });

  const agreement = await proposed(now, id);
  t.match(await answered(omar.post(`/api/cases/${id}/paper-signatures`, { ...paper(second), agreement: randomUUID() })), { status: 422, code: 'consent-outdated' });
  t.match(await created(omar.post(`/api/cases/${id}/paper-signatures`, { ...paper(second), agreement })), { isAgreed: false });
  t.match(await answered(omar.post(`/api/cases/${id}/paper-signatures`, { ...paper(second), agreement })), { status: 409, code: 'acted-first' });
  t.match(await answered(roussel.post(`/api/cases/${id}/agreement-signature`, { agreement, passphrase: roussel.account.passphrase })), { status: 409 });
  await created(omar.post(`/api/cases/${id}/paper-signatures`, { ...paper(third), agreement }));
  const last = await created(omar.post(`/api/cases/${id}/paper-signatures`, { ...paper(first), agreement }));
  t.equal(last['isAgreed'], true);
  const signatures = await house.superuser`select signature, attested_by from agreement_signature where case_id = ${id}`;
  t.ok(signatures.every((row) => row['signature'] === null && row['attested_by'] === omar.person), 'attested, not signed by a key nobody used');
  t.equal((await house.superuser<{ n: number }[]>`select count(*)::int as n from epoch e join compartment k on k.id = e.compartment_id where k.kind = 'paper' and k.subject = ${second} and k.case_id = ${id}`)[0]?.n, 2, 'each scan has a key of its own');
});

t.test('a refusal and a withdrawal on paper end the mediation', async (t) => {
  const { id, parties: [, second] } = await asked(now);
  await created(omar.post(`/api/cases/${id}/paper-answers`, signed(second)));
  t.match(await created(omar.post(`/api/cases/${id}/paper-answers`, { answer: 'refusal', ...paper(second) })), { state: 'refused' }, 'a later paper replaces an earlier one');

  const { id: other, parties: [, , third] } = (await consentedCases(now, 1))[0] as { id: string; parties: [string, string, string] };
  t.match(await created(omar.post(`/api/cases/${other}/paper-withdrawals`, paper(third))), { state: 'withdrawn' });
  t.match((await claire.get(`/api/cases/${other}`)).json(), { outcome: 'party_withdrew' });

  const { case: own, party } = (await created(omar.post('/api/paper-requests', onPaper()))) as Record<string, string>;
  t.match(await created(omar.post(`/api/cases/${own}/paper-withdrawals`, paper(party as string))), { state: 'withdrawn' }, 'before anybody is in charge');
  t.match((await omar.get(`/api/cases/${own}`)).json(), { outcome: 'desisted' });
});

t.test('a case whose author never comes goes on with what the office attests', async (t) => {
  const { case: id } = (await created(omar.post('/api/paper-requests', onPaper()))) as Record<string, string>;
  await created0(claire.post(`/api/cases/${id}/charge`, {}));
  const { item } = await created(claire.post(`/api/cases/${id}/object`, { text: 'Les plannings de nuit.' }));
  t.match(await answered(omar.post(`/api/cases/${id}/object/attestation`, { item })), { status: 404 });
  await created(claire.post(`/api/cases/${id}/object/attestation`, { item }));
  t.match(await answered(claire.post(`/api/cases/${id}/object/attestation`, { item })), { status: 409 });
  house.clock.pass(1);
  const { item: later } = await created(claire.post(`/api/cases/${id}/object`, { text: 'Les plannings de nuit et leur annonce.' }));
  t.match(await answered(claire.post(`/api/cases/${id}/object/attestation`, { item })), { status: 422, code: 'consent-outdated' });
  await created(claire.post(`/api/cases/${id}/object/attestation`, { item: later }));
});

t.test('nobody signs themselves a part in what was entered', async (t) => {
  const { case: id, party } = (await created(omar.post('/api/paper-requests', onPaper()))) as { case: string; party: string };
  const [founding] = await house.superuser<{ subject: Uint8Array }[]>`select subject from act where case_id = ${id} and kind = 'enter'`;
  const [place] = await house.superuser<{ id: string }[]>`select id from compartment where case_id = ${id} and kind = 'account'`;
  const plant = async (who: Client, kind: string, subject: Uint8Array | null, compartment: string | null = null) => {
    const session = await sessionOf(house, who);
    const act = { id: randomUUID(), kind, caseId: id, subject, compartment, previous: null, at: house.clock.now() };
    await house.superuser`insert into act (id, kind, case_id, subject, compartment_id, at, author_id, certificate_id, signature)
      values (${act.id}, ${kind}, ${id}, ${subject}, ${compartment}, ${act.at}, ${who.person}, ${session.certificate}, ${signAct(session, house.core.secrets.deployment.id, act)})`;

    return act.id;
  };
  const stand = (who: Client, act: string) => house.superuser`insert into representative (id, case_id, party_id, person_id, act_id, since) values (${randomUUID()}, ${id}, ${party}, ${who.person}, ${act}, ${house.clock.now()})`;

  await stand(omar, await plant(omar, 'file', founding?.subject ?? null));
  await stand(nadia, await plant(nadia, 'enter', founding?.subject ?? null));
  await house.superuser`update case_file set keys_due = true where id = ${id}`;
  for (const who of [omar, nadia, claire]) await comeBack(house, who);
  t.equal((await keysIn(id, 'account', omar.person)) + (await keysIn(id, 'account', nadia.person)), 0, 'a founding act of another kind, or of another, proves nothing');
  for (const who of [omar, nadia]) t.notOk((await opened(who, id, 'account'))?.some(({ compartment }) => compartment === 'account'));

  const opening = await plant(omar, 'open-epoch', null, place?.id ?? null);
  await house.superuser`update epoch set closed_at = ${house.clock.now()} where compartment_id = ${place?.id ?? ''}`;
  await house.superuser`insert into epoch (id, case_id, compartment_id, number, audience, act_id, opened_by, opened_at) values (${randomUUID()}, ${id}, ${place?.id ?? ''}, 2, 'preparation', ${opening}, ${omar.person}, ${house.clock.now()})`;
  await claire.post(`/api/cases/${id}/charge`, {});
  t.match(await house.superuser`select from key_grant where epoch_id in (select id from epoch where compartment_id = ${place?.id ?? ''} and number > 1)`, { length: 0 }, 'whoever began the account opens no later epoch of it, and nobody seals under one');
});

type Asked = { id: string; parties: [string, string, string] };

/** A case in which everybody has joined and nobody has answered yet. */
async function asked(now: Scene): Promise<Asked> {
  const [id] = (await notifiedCases(now, 1)) as [string];
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  for (const [rank, guest] of [roussel, bloch].entries()) {
    const { link, code } = await created(claire.post(`/api/cases/${id}/invitations`, { party: parties[rank + 1]?.party, letter: 'Vous êtes invité à une médiation.' }));
    await created(guest.post('/api/invitations/acceptance', { link, code }));
  }

  return { id, parties: parties.map(({ party }) => party) as Asked['parties'] };
}

/** Two delegates have been designated, and one proposes an agreement. */
async function proposed(now: Scene, id: string): Promise<string> {
  const [one, other] = now.town.committee as [Client, Client];
  await created(claire.post(`/api/cases/${id}/designations`, { delegates: [one.person, other.person] }));
  await later(now, 9);
  await created(one.post(`/api/cases/${id}/beginning`, {}));
  const { agreement } = await created(one.post(`/api/cases/${id}/agreements`, { text: 'Les plannings sont affichés quinze jours avant.', recommendations: 'Un point chaque mois.' }));

  return agreement as string;
}

async function keysIn(caseId: string, kind: string, person: string): Promise<number> {
  const [row] = await house.superuser<{ keys: number }[]>`
    select ((select count(*) from key_grant g join compartment k on k.id = g.compartment_id where k.case_id = ${caseId} and k.kind = ${kind} and g.recipient_id = ${person})
      + (select count(*) from ring_key r join compartment k on k.id = r.compartment_id where k.case_id = ${caseId} and k.kind = ${kind} and r.person_id = ${person}))::int as keys`;

  return row?.keys ?? -1;
}

/** An answer that must be a success. */
async function created0(answer: ReturnType<Client['post']>): Promise<void> {
  const { statusCode, body } = await answer;
  if (statusCode >= 300) throw new Error(`${statusCode} ${body}`);
}
