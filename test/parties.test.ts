import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import t from 'tap';
import { functionHolders } from '../db/seed/directory.ts';
import { agreement, agreementSignature, caseFile, compartment, item, keyGrant } from '../db/schema/index.ts';
import { performDeed } from '../server/mediation/deed.ts';
import { agreementDigest } from '../server/mediation/propose-agreement.ts';
import { fromBase64url, sha256, toBase64url } from '../server/vault/bytes.ts';
import { invitationKeys, linkHash, verifyDecline } from '../server/vault/invitation.ts';
import { sessionOf } from './appoint.ts';
import type { Client } from './client.ts';
import { testCore } from './core.ts';
import { openTerritory, requestBody, valmont } from './territory.ts';
import { stateOf, tablesHolding, texts } from './tiers.ts';

const canary = {
  account: 'un chef de gare sans aucun train',
  letter: 'la porte du bureau vert restera ouverte',
  object: 'les volets de la salle de pause',
  entry: 'Rousselle-Canari',
};
const day = 24 * 60;

const house = await testCore(t);
const { claire, omar, yves, committee, nadia } = await openTerritory(house, { members: 1, nationalMembers: 0 });
const [member] = committee as [Client];

const amina = await house.person('Amina Benali');
const director = await house.person('Directeur de Valmont');
const everybody = [amina, claire, omar, yves, member, nadia, director];

type Invited = { invitation: string; link: string; path: string; code: string };

t.test('the object', async (t) => {
  const id = await filed();
  await take(claire, id);

  t.test('is written by the mediator in charge, and by nobody else of the case or outside', async (t) => {
    for (const other of [amina, omar, member, director, nadia]) t.equal((await other.post(`/api/cases/${id}/object`, { text: canary.object })).statusCode, 404);
    t.equal((await claire.post(`/api/cases/${id}/object`, { text: canary.object })).statusCode, 201);
  });

  t.test('is agreed as it stands, by the requester', async (t) => {
    const [first] = await texts(amina, id, 'object');
    t.equal(first?.text, canary.object);
    house.clock.pass(1);
    const second = (await claire.post(`/api/cases/${id}/object`, { text: `${canary.object}, et rien d’autre` })).json<{ item: string }>().item;
    t.match((await agree(amina, id, first?.id ?? '')).json(), { status: 422, code: 'consent-outdated' });
    for (const other of [claire, omar, member, director]) t.equal((await agree(other, id, second)).statusCode, 404);
    t.equal((await agree(amina, id, second)).statusCode, 201);
    t.equal((await agree(amina, id, second)).statusCode, 409, 'once');
  });

  t.test('must be agreed anew once it was rewritten, before anybody is invited', async (t) => {
    await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
    house.clock.pass(1);
    await claire.post(`/api/cases/${id}/object`, { text: 'Autre chose.' });
    t.match((await invited(claire, id, await waiting(id))).json(), { status: 422, code: 'object-not-agreed' });
  });
});

t.test('an invitation', async (t) => {
  const id = await ready();
  const [roussel, bloch] = await waitingParties(id) as [string, string];
  const own = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>().parties.map(({ party }) => party).find((party) => party !== roussel && party !== bloch) ?? '';
  let given: Invited;

  t.test('leaves the mediator in charge only, towards a party of this case nobody stands for', async (t) => {
    for (const other of [amina, omar, member, director, nadia]) t.equal((await invited(other, id, roussel)).statusCode, 404);
    t.equal((await invited(claire, id, own)).statusCode, 409, 'Amina already stands for herself');
    t.equal((await invited(amina, id, own)).statusCode, 404, 'who may not invite learns nothing');
    t.equal((await invited(claire, id, randomUUID())).statusCode, 404);
    const answer = await invited(claire, id, roussel);
    t.equal(answer.statusCode, 201);
    t.match(answer.json(), { link: /^[\w-]{27}$/, path: /^\/invitation\/[\w-]{27}$/, code: /^\d{8}$/ });
    given = answer.json();
  });

  t.test('shows by its link which service writes, names nobody and consumes nothing', async (t) => {
    for (const _ of [1, 2]) {
      const shown = await house.visitor().get(`/api/invitations/${given.link}`);
      t.match(shown.json(), { tier: 'regional', territory: 'Auvergne-Rhône-Alpes' });
      t.notMatch(shown.body, /Amina|Roussel|Bloch|Claire|Valmont|volets/);
    }
  });

  t.test('cannot be guessed, and is not opened by five wrong codes, nor then by the right one', async (t) => {
    t.equal((await house.visitor().get(`/api/invitations/${toBase64url(new Uint8Array(20))}`)).statusCode, 404);
    t.equal((await opening({ link: toBase64url(new Uint8Array(20)), code: given.code })).statusCode, 404);
    for (let tries = 1; tries <= 5; tries++) t.match((await opening({ ...given, code: other(given.code) })).json(), { status: 422, code: 'code-wrong' });
    const entries = async () => (await house.superuser<[{ count: number }]>`select count(*)::int as count from journal_entry`)[0].count;
    const before = await entries();
    t.match((await opening(given)).json(), { status: 422, code: 'code-wrong' });
    t.equal(await entries(), before, 'a dead link fills no journal');
  });

  t.test('made anew replaces the former, and shows the object to link and code', async (t) => {
    const again = (await invited(claire, id, roussel)).json<Invited>();
    t.match((await house.visitor().get(`/api/invitations/${given.link}`)).json(), { status: 422, code: 'link-expired' });
    given = again;
    t.match((await opening(given)).json(), { object: canary.object });
  });

  t.test('is expired after thirty days', async (t) => {
    const now = house.clock.now();
    house.clock.pass(29 * day);
    t.equal((await house.visitor().get(`/api/invitations/${given.link}`)).statusCode, 200);
    house.clock.pass(2 * day);
    t.match((await opening(given)).json(), { status: 422, code: 'link-expired' });
    house.clock.set(now);
  });

  t.test('gives whoever already has a part in the case no second one', async (t) => {
    for (const insider of [amina, omar]) t.match((await accept(insider, given)).json(), { status: 422, code: 'conflict-declared' });
  });

  t.test('reaches in the database what its key opens, and no other content', async (t) => {
    const seen = await house.core.database.withActor({ kind: 'visitor', link: linkHash(fromBase64url(given.link)) }, async (tx) => ({
      cases: await tx.select({ id: caseFile.id }).from(caseFile),
      grants: await tx.select({ recipient: keyGrant.recipientId }).from(keyGrant),
      places: await tx.selectDistinct({ kind: compartment.kind, subject: compartment.subject }).from(item).innerJoin(compartment, eq(compartment.id, item.compartmentId)),
    }));
    t.strictSame(seen.cases, [{ id }]);
    t.ok(seen.grants.length > 0 && seen.places.length > 0);
    t.ok(seen.places.every(({ kind, subject }) => kind === 'object' || subject === roussel));
  });

  const sylvie = house.visitor();

  t.test('is accepted with an account made by the same gesture, entry and account included', async (t) => {
    const entry = { ...requestBody().others[0], name: canary.entry };
    const answer = await sylvie.post('/api/invitations/enrolment', {
      ...proof(given), name: 'Sylvie Roussel', address: 'sylvie.roussel@exemple.fr', passphrase: 'douze parapluies sous la verrière', isShared: false, entry, account: canary.account,
    });
    t.equal(answer.statusCode, 201);
    Object.assign(sylvie, answer.json());
    t.match(answer.json(), { case: id, party: roussel, recoveryCode: /\S/ });
    const read = await texts(sylvie, id);
    t.strictSame([...new Set(read.map(({ compartment }) => compartment))].sort(), ['account', 'identity', 'letters', 'object']);
    t.ok(read.every(({ compartment, subject }) => compartment === 'object' || subject === roussel));
    t.match(read.find(({ compartment }) => compartment === 'letters'), { text: canary.letter });
    t.match(read.filter(({ compartment }) => compartment === 'identity').map(({ text }) => (JSON.parse(text) as { name: string }).name), ['Sylvie Roussel', canary.entry], 'what was said of them before, too');
  });

  t.test('opens to each party their own side only, and to the mediator both', async (t) => {
    t.match((await texts(claire, id, 'account')).map(({ text }) => text).join(), canary.account);
    t.match((await texts(claire, id, 'identity')).map(({ text }) => text).join(), canary.entry);
    t.notOk((await texts(sylvie, id, 'account')).some(({ subject }) => subject === own), 'not Amina’s account');
    t.notOk((await texts(amina, id)).some(({ subject }) => subject === roussel), 'and Amina nothing of hers');
    for (const other of [omar, member, director]) t.strictSame(await texts(other, id, 'account'), []);
  });

  t.test('leaves no key to the link, and a caucus both may write in', async (t) => {
    t.match(await house.superuser`select count(*)::int from key_grant where recipient_kind = 'invitation' and case_id = ${id}`, [{ count: 0 }]);
    t.equal((await sylvie.post(`/api/cases/${id}/texts`, { kind: 'caucus', subject: roussel, text: 'Merci de votre lettre.' })).statusCode, 201);
    t.match((await texts(claire, id, 'caucus')).map(({ text }) => text), ['Merci de votre lettre.']);
  });

  t.test('is accepted once', async (t) => {
    t.equal((await accept(sylvie, given)).statusCode, 409);
    t.equal((await accept(director, given)).statusCode, 409);
    t.equal((await house.visitor().get(`/api/invitations/${given.link}`)).statusCode, 409);
  });

  t.test('taken up by two at once goes to one; the other is told', async (t) => {
    const link = (await invited(claire, id, bloch)).json<Invited>();
    const [etienne, somebody] = [await house.person('Étienne Bloch'), await house.person('Quelqu’un d’autre')];
    const answers = await Promise.all([accept(etienne, link), accept(somebody, link)]);
    t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [201, 409]);
    t.match(await house.superuser`select count(*)::int from representative where party_id = ${bloch}`, [{ count: 1 }]);
    const loser = answers[0]?.statusCode === 409 ? etienne : somebody;
    t.equal((await loser.get(`/api/cases/${id}`)).statusCode, 404);
  });

  t.test('survives in what others prove: the mediator still seals to who accepted a link made after a first', async (t) => {
    house.clock.pass(1);
    t.equal((await claire.post(`/api/cases/${id}/object`, { text: 'Objet revu.' })).statusCode, 201);
    t.match(await house.superuser`select keys_due from case_file where id = ${id}`, [{ keys_due: false }]);
    t.match((await texts(sylvie, id, 'object')).at(-1), { text: 'Objet revu.' });
  });

  t.test('whose acceptance somebody changed in the database gives its bearer no further key', async (t) => {
    await house.superuser`update invitation set accept_signature = set_byte(accept_signature, 0, get_byte(accept_signature, 0) # 1) where id = ${given.invitation}`;
    await performDeed(house.core, await sessionOf(house, claire), id, { act: 'write', creates: () => [{ kind: 'agreement' }], change: async () => undefined });
    const sealed = await house.superuser`select g.recipient_id from key_grant g join compartment c on c.id = g.compartment_id where c.case_id = ${id} and c.kind = 'agreement'`;
    t.ok(sealed.some(({ recipient_id }) => recipient_id === amina.person));
    t.notOk(sealed.some(({ recipient_id }) => recipient_id === sylvie.person));
  });
});

t.test('an invitation declined', async (t) => {
  const id = await ready();
  const [party] = await waitingParties(id) as [string];
  const given = (await invited(claire, id, party)).json<Invited>();

  t.match((await decline({ ...given, code: other(given.code) })).json(), { code: 'code-wrong' });
  t.equal((await decline(given)).statusCode, 204);
  t.equal((await decline(given)).statusCode, 409, 'once');
  const late = (await invited(claire, id, party)).json<Invited>();
  for (const state of ['refused', 'withdrawn', 'ended']) {
    await house.superuser`update case_file set state = ${state} where id = ${id}`;
    t.match((await accept(director, late)).json(), { status: 409, code: 'wrong-state' }, `nobody joins a case that is ${state}`);
  }
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  t.equal((await accept(director, given)).statusCode, 409);

  const [row] = await house.superuser`select state, decline_signature from invitation where id = ${given.invitation}`;
  const { identity } = await invitationKeys(fromBase64url(given.link));
  t.equal(row?.state, 'declined');
  t.ok(verifyDecline(identity.publicKey, house.core.secrets.deployment.id, given.invitation, new Uint8Array(row?.decline_signature)), 'signed by the link’s own key');
  t.equal(await stateOf(claire, id), 'consent_requested', 'and nothing else is told');
  t.match(await house.superuser`select count(*)::int from key_grant where recipient_id = ${given.invitation}`, [{ count: 0 }]);
  t.equal((await invited(claire, id, party)).statusCode, 201, 'the mediator may ask again');
});

t.test('the consents', async (t) => {
  const id = await ready();
  const [sylvie, etienne] = await join(id);
  const consenting = (who: Client, body: Record<string, unknown> = {}) => who.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none', ...body });

  t.test('are the parties’ alone, on the text in force, with an answer about procedures', async (t) => {
    t.match((await house.visitor().get('/api/consent-texts')).json(), { texts: [{ version: 'mediation-1', text: /confidentielle/ }, {}] });
    for (const other of [claire, omar, member, director]) t.equal((await consenting(other)).statusCode, 404);
    t.match((await consenting(amina, { textVersion: 'mediation-0' })).json(), { status: 422, code: 'consent-outdated' });
    t.match((await amina.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1' })).json(), { status: 400, errors: [{ field: 'litigation' }] });
  });

  t.test('wait for the mediator when a party declares a procedure, of which the others learn nothing', async (t) => {
    t.match((await consenting(amina, { litigation: 'declared' })).json(), { status: 422, code: 'litigation-not-reviewed' });
    t.match((await consenting(amina)).json(), { code: 'litigation-not-reviewed' }, 'said once, it is not unsaid');
    const [, own] = await ownParty(amina, id);
    t.equal((await sylvie.post(`/api/cases/${id}/litigation/review`, { party: own, reasons: 'Non.' })).statusCode, 404);
    t.equal((await claire.post(`/api/cases/${id}/litigation/review`, { party: own, reasons: 'La procédure porte sur autre chose.' })).statusCode, 201);
    t.equal((await consenting(amina, { litigation: 'declared' })).statusCode, 201);
    t.notOk((await texts(sylvie, id)).some(({ kind }) => kind === 'litigation-review'));
  });

  t.test('open the three months from the last of them', async (t) => {
    t.equal((await consenting(amina)).statusCode, 409, 'once');
    house.clock.pass(7 * day);
    for (const one of [sylvie, etienne, claire, amina]) await one.signIn();
    t.match((await consenting(sylvie)).json(), { state: 'consent_requested' });
    t.match((await consenting(etienne)).json(), { state: 'consented', consentedAt: house.clock.now().toISOString() });
    const [clock] = await house.superuser`select start_at, due_on::text from deadline where case_id = ${id} and rule = 'agreement'`;
    t.equal(clock?.start_at.getTime(), house.clock.now().getTime());
    t.equal(clock?.due_on, threeMonthsAfter(house.clock.now()));
    t.match(await house.superuser`select count(distinct a.subject)::int from act a join consent c on c.act_id = a.id where a.case_id = ${id} and a.kind = 'consent' and octet_length(a.subject) = 48`, [{ count: 3 }], 'each signed');
  });
});

t.test('a refusal ends it, whoever had consented', async (t) => {
  await signAllIn();
  const id = await ready();
  const [sylvie] = await join(id);
  await amina.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' });

  for (const other of [claire, omar, member, director]) t.equal((await other.post(`/api/cases/${id}/refusals`, {})).statusCode, 404);
  t.match((await sylvie.post(`/api/cases/${id}/refusals`, {})).json(), { state: 'refused' });
  t.equal((await amina.post(`/api/cases/${id}/refusals`, {})).statusCode, 409);
  t.match(await house.superuser`select state, outcome from case_file where id = ${id}`, [{ state: 'refused', outcome: 'party_refused' }]);
});

t.test('the requester takes the request back before the consents, and open links die', async (t) => {
  const id = await ready();
  const [first] = await waitingParties(id) as [string];
  const given = (await invited(claire, id, first)).json<Invited>();

  for (const other of [claire, omar, member, director]) t.equal((await other.post(`/api/cases/${id}/request-withdrawal`, {})).statusCode, 404);
  t.match((await amina.post(`/api/cases/${id}/request-withdrawal`, {})).json(), { state: 'withdrawn' });
  t.equal((await amina.post(`/api/cases/${id}/request-withdrawal`, {})).statusCode, 409);
  t.match((await opening(given)).json(), { code: 'link-expired' });
});

t.test('a local attempt, agreed to by all, is attested, and the attestation carried up by its author’s own session', async (t) => {
  const lower = await filed('local');
  await take(yves, lower);
  await agreedObject(yves, lower);
  t.equal((await yves.post(`/api/cases/${lower}/conciliation`, {})).statusCode, 201);
  const parties = [amina, ...(await join(lower, yves))];
  for (const one of parties) t.equal((await one.post(`/api/cases/${lower}/consents`, { textVersion: 'conciliation-1' })).statusCode, 201);
  t.equal(await stateOf(yves, lower), 'in_conciliation');
  t.match(await house.superuser`select rule from deadline where case_id = ${lower} and rule = 'local-conciliation'`, [{}]);
  t.equal((await yves.post(`/api/cases/${lower}/conciliation/end`, {})).statusCode, 201);

  const id = await filed();
  const own = await ownParty(amina, lower);
  t.equal((await amina.post(`/api/cases/${lower}/texts`, { kind: 'account', subject: own[1], as: 'attestation', text: 'x' })).statusCode, 400, 'no free text is called an attestation');
  await performDeed(house.core, await sessionOf(house, amina), lower, { act: 'write', writesOnly: true, change: ({ write }) => write({ kind: 'account', subject: own[1] }, 'attestation', 'De ma main.') });
  t.match((await amina.post(`/api/cases/${id}/attestation`, { localCase: lower })).json(), { status: 422, code: 'signatures-missing' }, 'her own word is none');
  house.clock.pass(1);
  t.equal((await yves.post(`/api/cases/${lower}/conciliation/attestation`, {})).statusCode, 201, 'nor does it stand in the way of the true one');

  for (const other of [claire, omar, director, parties[1] as Client]) t.equal((await other.post(`/api/cases/${id}/attestation`, { localCase: lower })).statusCode, 404);
  t.equal((await amina.post(`/api/cases/${id}/attestation`, { localCase: id })).statusCode, 404, 'not from a regional case');
  const copied = await amina.post(`/api/cases/${id}/attestation`, { localCase: lower });
  t.equal(copied.statusCode, 201);

  const source = (await texts(amina, lower, 'account')).find(({ kind, author }) => kind === 'attestation' && author === yves.person);
  const copy = (await texts(amina, id, 'account')).find(({ kind }) => kind === 'attestation');
  t.equal(copy?.text, source?.text);
  const [below] = await house.superuser`select sealed from item where id = ${source?.id ?? ''}`;
  const [above] = await house.superuser`select source_digest, sealed from item where id = ${copied.json<{ item: string }>().item}`;
  t.strictSame(new Uint8Array(above?.source_digest), sha256(new Uint8Array(below?.sealed)));
  t.notSame(above?.sealed, below?.sealed);
  await take(claire, id);
  t.equal((await texts(claire, id, 'account')).filter(({ kind }) => kind === 'attestation').length, 1);
});

t.test('the notices', async (t) => {
  await signAllIn();
  const id = await filed();
  await omar.post(`/api/cases/${id}/acknowledgement`, {});
  const sending = (who: Client, body: Record<string, unknown> = {}, of = id) => who.post(`/api/cases/${of}/notices`, body);

  t.test('wait for the time to reflect, and are the secretary’s to send', async (t) => {
    for (const other of [claire, amina, member, director, nadia]) t.equal((await sending(other)).statusCode, 404);
    t.match((await sending(omar)).json(), { status: 422, code: 'reflection-running' });
    house.clock.pass(4 * day);
    await signAllIn();
  });

  t.test('name a function nobody is known to hold, unless it was looked for', async (t) => {
    await house.superuser`update function_holder set valid_to = '2026-01-01' where establishment_id = ${valmont.id} and function = 'cme-president'`;
    t.match((await sending(omar)).json(), { status: 422, code: 'recipient-unknown', missing: 'cme-president' });
    await house.superuser`update function_holder set valid_to = null where establishment_id = ${valmont.id} and function = 'cme-president'`;
  });

  t.test('leave sealed, one for each of those the texts name, who is named inside only', async (t) => {
    const answer = await sending(omar, { letters: [{ function: 'director', text: canary.letter }] });
    t.match(answer.json(), { state: 'notified', notices: [{ function: 'director', state: 'sent' }, { function: 'cme-president', state: 'sent' }] });
    t.equal((await sending(omar)).statusCode, 409, 'once');
    const [toDirector, toPresident] = answer.json<{ notices: { notice: string }[] }>().notices.map(({ notice }) => notice);
    const expected = functionHolders.find((one) => one.establishmentId === valmont.id && one.function === 'director');
    t.match((await omar.get(`/api/cases/${id}/notices/${toDirector}`)).json(), { to: { name: expected?.name, function: 'director' }, letter: canary.letter });
    const letter = (await omar.get(`/api/cases/${id}/notices/${toPresident}`)).json<{ letter: string }>().letter;
    t.match(letter, /existence de la demande/);
    t.notMatch(letter, /Amina|Benali|Roussel|Bloch|Pneumologie/);
    t.equal((await claire.get(`/api/cases/${id}/notices/${toDirector}`)).statusCode, 200, 'whose office it is');
    for (const other of [amina, member, director, nadia]) t.equal((await other.get(`/api/cases/${id}/notices/${toDirector}`)).statusCode, 404);
    t.match((await omar.get(`/api/cases/${id}/notices`)).json(), { notices: [{ state: 'sent' }, { state: 'sent' }] });
    t.equal((await director.get(`/api/cases/${id}/notices`)).statusCode, 404);
    t.match(await house.superuser`select met_at from deadline where case_id = ${id} and rule = 'notices'`, [{ met_at: null }], 'drawn up, they have told nobody yet');
    t.strictSame(await tablesHolding(house, [letter.slice(0, 40), 'existence de la demande']), []);
  });

  t.test('to somebody who is a party are held', async (t) => {
    const holder = functionHolders.find((one) => one.establishmentId === valmont.id && one.function === 'director');
    const own = { ...requestBody(), others: [{ ...requestBody().others[0], name: `M. ${holder?.name.toUpperCase()}`, profession: 'director' }] };
    const concerned = (await amina.post('/api/requests', own)).json<{ case: string }>().case;
    await omar.post(`/api/cases/${concerned}/acknowledgement`, {});
    house.clock.pass(4 * day);
    await signAllIn();
    const answer = await sending(omar, {}, concerned);
    t.match(answer.json(), { state: 'notified', notices: [{ function: 'director', state: 'held' }] });
    const [held] = answer.json<{ notices: { notice: string }[] }>().notices;
    t.equal((await omar.get(`/api/cases/${concerned}/notices/${held?.notice}`)).statusCode, 404, 'nothing was written');
  });

  t.test('always leave on the eighth day, after the mediator took charge too', async (t) => {
    await house.superuser`insert into setting (key, valid_from, value, mark, source) values ('notice-reflection', '2026-03-01', '8', 'I', 'test')`;
    const late = await filed();
    await omar.post(`/api/cases/${late}/acknowledgement`, {});
    await take(claire, late);
    house.clock.pass(7 * day);
    await signAllIn();
    t.match((await sending(omar, {}, late)).json(), { code: 'reflection-running' });
    house.clock.pass(day);
    await signAllIn();
    t.equal((await sending(omar, {}, late)).statusCode, 201);
  });
});

t.test('an agreement signed by all is transmitted by whoever holds it, and followed up', async (t) => {
  await signAllIn();
  const id = await ready();
  const parties = [amina, ...(await join(id))];
  const text = `Article 1. ${canary.object}.`;
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
  const transmitting = (who: Client) => who.post(`/api/cases/${id}/transmission`, {});
  t.match((await transmitting(claire)).json(), { status: 422, code: 'signatures-missing' });

  for (const one of parties) {
    const [, partyId] = await ownParty(one, id);
    await house.core.database.withActor({ kind: 'person', id: one.person }, (tx) =>
      tx.insert(agreementSignature).values({ agreementId: final, caseId: id, partyId, personId: one.person, statementDigest: new Uint8Array(32), signature: new Uint8Array(64), at: house.clock.now() }));
  }
  for (const other of [amina, omar, member, director]) t.equal((await transmitting(other)).statusCode, 404);
  const answer = await transmitting(claire);
  t.match(answer.json(), { state: 'follow_up', notices: [{ function: 'director' }, { function: 'cme-president' }] });
  const [first] = answer.json<{ notices: { notice: string }[] }>().notices;
  t.match((await omar.get(`/api/cases/${id}/notices/${first?.notice}`)).json(), { letter: text }, 'the secretary prints it');
  t.strictSame(await texts(omar, id, 'agreement'), [], 'without holding the agreement');
  t.match(await house.superuser`select rule from deadline where case_id = ${id} and rule like 'follow-up%' order by due_on`, [{ rule: 'follow-up-first' }, { rule: 'follow-up-second' }, { rule: 'follow-up-third' }]);
});

t.test('none of what was written stands in clear anywhere', async (t) => {
  t.strictSame(await tablesHolding(house, [...Object.values(canary), 'Roussel', 'Benali']), []);
  t.notMatch(house.log.join('\n'), new RegExp([...Object.values(canary), 'Roussel', 'invitation/[\\w-]{27}'].join('|')));
});

async function filed(tier: 'local' | 'regional' = 'regional'): Promise<string> {
  const answer = await amina.post('/api/requests', { ...requestBody(), tier });
  if (answer.statusCode !== 201) throw new Error(answer.body);

  return answer.json<{ case: string }>().case;
}

async function take(who: Client, id: string): Promise<void> {
  await who.post(`/api/cases/${id}/charge`, {});
}

async function agreedObject(mediator: Client, id: string): Promise<void> {
  const { item } = (await mediator.post(`/api/cases/${id}/object`, { text: canary.object })).json<{ item: string }>();
  await agree(amina, id, item);
}

/** A case in which the parties are asked whether they consent; how a committee comes to that is told elsewhere. */
async function ready(): Promise<string> {
  const id = await filed();
  await take(claire, id);
  await agreedObject(claire, id);
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;

  return id;
}

/** Both others accept their invitations with accounts of their own. */
async function join(id: string, mediator = claire): Promise<[Client, Client]> {
  const parties = await waitingParties(id, mediator);
  const joined: Client[] = [];
  for (const [rank, party] of parties.entries()) {
    const person = await house.person(['Sylvie Roussel', 'Étienne Bloch'][rank] ?? '');
    const answer = await accept(person, (await invited(mediator, id, party)).json());
    if (answer.statusCode !== 201) throw new Error(answer.body);
    joined.push(person);
  }

  return joined as [Client, Client];
}

async function waitingParties(id: string, who = claire): Promise<string[]> {
  const { parties } = (await who.get(`/api/cases/${id}`)).json<{ parties: { party: string; isRepresented: boolean }[] }>();

  return parties.filter(({ isRepresented }) => !isRepresented).map(({ party }) => party);
}

async function waiting(id: string): Promise<string> {
  return (await waitingParties(id))[0] ?? '';
}

async function ownParty(who: Client, id: string): Promise<[string, string]> {
  const { me } = (await who.get(`/api/cases/${id}`)).json<{ me: { standing: string; subject: string }[] }>();

  return [id, me.find(({ standing }) => standing === 'party')?.subject ?? ''];
}

async function signAllIn(): Promise<void> {
  for (const one of everybody) await one.signIn();
}

function agree(who: Client, id: string, item: string) {
  return who.post(`/api/cases/${id}/object/agreement`, { item });
}

function invited(who: Client, id: string, party: string) {
  return who.post(`/api/cases/${id}/invitations`, { party, letter: canary.letter });
}

function opening(given: Pick<Invited, 'link' | 'code'>) {
  return house.visitor().post('/api/invitations/opening', proof(given));
}

function accept(who: Client, given: Pick<Invited, 'link' | 'code'>) {
  return who.post('/api/invitations/acceptance', proof(given));
}

function decline(given: Pick<Invited, 'link' | 'code'>) {
  return house.visitor().post('/api/invitations/refusal', proof(given));
}

function proof({ link, code }: Pick<Invited, 'link' | 'code'>) {
  return { link, code };
}

/** A code that is not this one. */
function other(code: string): string {
  return code.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
}

function threeMonthsAfter(at: Date): string {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 3, at.getUTCDate())).toISOString().slice(0, 10);
}
