import { randomUUID } from 'node:crypto';
import t from 'tap';
import { agreementBytes } from '../server/mediation/sign-agreement.ts';
import { sha256, utf8 } from '../server/vault/bytes.ts';
import { verify } from '../server/vault/ed25519.ts';
import type { Client } from './client.ts';
import { answered, consentedCases, created, keysOf, later, notifiedCases, opened, scene, type Text } from './mediation-cast.ts';
import { comeBack, valmont } from './territory.ts';

const words = (texts: Text[] | undefined) => (texts ?? []).map(({ text }) => text);

t.test('A mediation, from the designation of two delegates to its closing', async (t) => {
  const now = await scene(t);
  const { house, town, amina, roussel, bloch } = now;
  const { claire, deputy, omar, committee } = town;
  const [helene, paul, fatou, jean, maria] = committee as [Client, Client, Client, Client, Client];
  const renee = await town.appoint('Renée Duval', town.offices.regional, 'member', { establishment: valmont.id, certified: true });
  const [main, ending] = await consentedCases(now, 2) as [Ready, Ready];
  const at = (path: string, id = main.id) => `/api/cases/${id}/${path}`;
  const [ofAmina, ofRoussel] = main.parties;
  const parties: [string, Client][] = [['Amina', amina], ['Mme Roussel', roussel], ['Dr Bloch', bloch]];
  const outside: [string, Client][] = [['the secretary', omar], ['a deputy', deputy], ['the national mediator', town.nadia], ['a member who is not designated', maria]];
  const caucus = (who: Client, party: string) => opened(who, main.id, 'caucus').then((texts) => words(texts?.filter(({ subject }) => subject === party)));

  await t.test('designating: one or two of the body, one certified, none with a link', async (t) => {
    for (const [who, client] of [...parties, ...outside]) t.match(await answered(client.post(at('designations'), { delegates: [helene.person] })), { status: 404 }, `${who} designates nobody`);
    t.match(await answered(claire.post(at('designations'), { delegates: [paul.person] })), { status: 422, code: 'certification-missing' });
    t.match(await answered(claire.post(at('designations'), { delegates: [helene.person, amina.person] })), { status: 422, code: 'undertaking-missing' });
    t.match(await answered(claire.post(at('designations'), { delegates: [renee.person] })), { status: 422, code: 'conflict-declared' }, 'she works where the parties do');
    t.match(await answered(claire.post(at('designations'), { delegates: [helene.person, paul.person, fatou.person] })), { status: 400 });
    await house.superuser`insert into seat (id, case_id, person_id, act_id, convened_at, answer) values (gen_random_uuid(), ${main.id}, ${jean.person}, gen_random_uuid(), ${house.clock.now()}, 'link')`;
    t.match(await answered(claire.post(at('designations'), { delegates: [helene.person, jean.person] })), { status: 422, code: 'conflict-declared' });
    await house.superuser`delete from seat where case_id = ${main.id}`;

    const both = await Promise.all([1, 2].map(() => answered(claire.post(at('designations'), { delegates: [helene.person, paul.person] }))));
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
    const deadlines = (await helene.get(`/api/cases/${main.id}`)).json<{ deadlines: { rule: string; dueOn: string }[] }>().deadlines;
    t.match(deadlines.find(({ rule }) => rule === 'challenge'), { dueOn: '2026-03-14' });
    for (const delegate of [helene, paul]) t.match(await answered(delegate.get(at('notices'))), { status: 404 }, 'who was told of the request is no business of a delegate');
  });

  await t.test('the mediator in charge leaves every caucus, and the delegates see nothing from before', async (t) => {
    t.strictSame(await caucus(claire, ofAmina), ['Avant la médiation, un mot de Claire.']);
    await created(helene.post(at('texts'), { kind: 'caucus', subject: ofAmina, text: 'Bonjour, je suis Hélène.' }));
    await created(amina.post(at('texts'), { kind: 'caucus', subject: ofAmina, text: 'Je préfère écrire ici.' }));
    t.match(await answered(amina.post(at('texts'), { kind: 'caucus', subject: ofAmina, as: 'decision', text: 'x' })), { status: 400, code: 'invalid-body' }, 'a party decides nothing in words of the mediator');
    for (const [kind, subject] of [['caucus', maria.person], ['caucus', undefined], ['letters', maria.person], ['workspace', ofAmina]] as const) {
      t.match(await answered(helene.post(at('texts'), { kind, ...(subject && { subject }), text: 'x' })), { status: 404 }, `${kind} of nobody in this case`);
    }
    t.strictSame(await caucus(amina, ofAmina), ['Avant la médiation, un mot de Claire.', 'Bonjour, je suis Hélène.', 'Je préfère écrire ici.']);
    t.strictSame(await caucus(paul, ofAmina), ['Bonjour, je suis Hélène.', 'Je préfère écrire ici.']);
    t.strictSame(await caucus(claire, ofAmina), ['Avant la médiation, un mot de Claire.']);
    t.match(await answered(claire.post(at('texts'), { kind: 'caucus', subject: ofAmina, text: 'Encore moi.' })), { status: 422, code: 'key-missing' });
    t.strictSame(await caucus(roussel, ofAmina), [], 'no other party reads it');
    t.match(await answered(roussel.post(at('texts'), { kind: 'caucus', subject: ofAmina, text: 'x' })), { status: 404 });
    for (const [who, client] of outside) t.notOk(words(await opened(client, main.id, 'caucus')).length, `${who} opens no caucus`);
  });

  await t.test('a challenge: once, without a reason, and what the delegate held is taken back', async (t) => {
    await created(paul.post(at('texts'), { kind: 'notes', text: 'Mes notes de préparation.' }));
    await created(paul.post(at('texts'), { kind: 'workspace', text: 'Un plan de séances.' }));
    for (const [who, client] of [...outside, ['a delegate', helene] as const, ['the mediator', claire] as const]) t.match(await answered(client.post(at('challenge'), { delegate: paul.person })), { status: 404 }, `${who} challenges nobody`);
    t.match(await answered(bloch.post(at('challenge'), { delegate: maria.person })), { status: 404 }, 'she is no delegate');

    const both = await Promise.all([bloch, bloch].map((who) => answered(who.post(at('challenge'), { delegate: paul.person }))));
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
    t.match(await answered(roussel.post(at('challenge'), { delegate: helene.person })), { status: 409, code: 'wrong-state' });
    t.equal((await paul.get(`/api/cases/${main.id}`)).statusCode, 404);
    t.equal(await keysOf(house, main.id, paul.person), 1, 'his own notes');
    t.strictSame(await opened(paul, main.id).then(words), ['Mes notes de préparation.']);
    t.match(await answered(paul.post(at('texts'), { kind: 'notes', text: 'x' })), { status: 404 }, 'he writes no more');
    const open = await house.superuser`select k.kind from epoch e join compartment k on k.id = e.compartment_id where k.case_id = ${main.id} and k.kind in ('caucus', 'identity', 'letters', 'object') and e.closed_at is null`;
    t.equal(open.length, 0, 'every epoch he held is closed');
  });

  await t.test('his replacement gets no earlier epoch of a caucus', async (t) => {
    await created(helene.post(at('texts'), { kind: 'caucus', subject: ofAmina, text: 'En attendant un second délégué.' }));
    t.match(await answered(claire.post(at('designations'), { delegates: [paul.person] })), { status: 422, code: 'conflict-declared' }, 'who was challenged does not come back');
    t.match(await answered(claire.post(at('designations'), { delegates: [helene.person] })), { status: 409, code: 'acted-first' });
    house.clock.pass(1);
    await created(claire.post(at('designations'), { delegates: [fatou.person] }));
    t.match(await answered(bloch.post(at('challenge'), { delegate: fatou.person })), { status: 422, code: 'challenge-used' });
    t.match(await answered(bloch.post(at('challenge-waiver'), {})), { status: 422, code: 'challenge-used' });

    await created(amina.post(at('texts'), { kind: 'caucus', subject: ofAmina, text: 'Bienvenue à la nouvelle venue.' }));
    t.strictSame(await caucus(fatou, ofAmina), ['Bienvenue à la nouvelle venue.']);
    t.equal((await caucus(helene, ofAmina)).length, 4, 'who remains keeps what she held');
    t.equal((await caucus(amina, ofAmina)).length, 5);
    t.strictSame(await caucus(claire, ofAmina), ['Avant la médiation, un mot de Claire.']);
    await comeBack(house, claire);
    t.match(await opened(fatou, main.id, 'identity'), [{}, {}, {}], 'identities are hers as any delegate’s');
  });

  await t.test('beginning: nobody can challenge any more', async (t) => {
    for (const [who, client] of [...parties, ...outside, ['the mediator', claire] as const]) t.match(await answered(client.post(at('beginning'), {})), { status: 404 }, `${who} does not begin it`);
    t.match(await answered(helene.post(at('beginning'), {})), { status: 422, code: 'challenge-window-open' });
    await created(amina.post(at('challenge-waiver'), {}));
    t.match(await answered(amina.post(at('challenge'), { delegate: helene.person })), { status: 422, code: 'challenge-used' }, 'what was waived is waived');
    t.match(await answered(helene.post(at('beginning'), {})), { status: 422 });
    await created(roussel.post(at('challenge-waiver'), {}));
    const both = await Promise.all([helene, fatou].map((who) => answered(who.post(at('beginning'), {}))));
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
    t.match(await answered(amina.post(at('challenge'), { delegate: helene.person })), { status: 409, code: 'wrong-state' });
  });

  await t.test('the room, meetings and what stays among mediators', async (t) => {
    const today = house.clock.now().toISOString().slice(0, 10);
    t.match(await answered(helene.post(at('meetings'), { kind: 'plenary', heldOn: today, text: 'x' })), { status: 409 }, 'no plenary before the room');
    for (const [who, client] of [...parties, ...outside, ['the mediator', claire] as const]) t.match(await answered(client.post(at('room'), {})), { status: 404 }, `${who} does not open the room`);
    const both = await Promise.all([helene, fatou].map((who) => answered(who.post(at('room'), {}))));
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
    await created(bloch.post(at('texts'), { kind: 'room', text: 'Je propose de commencer par les nuits.' }));
    for (const reader of [amina, roussel, helene, fatou]) t.strictSame(words(await opened(reader, main.id, 'room')), ['Je propose de commencer par les nuits.']);
    t.strictSame(words(await opened(claire, main.id, 'room')), [], 'the mediator in charge is not in the room');

    const interview = { kind: 'interview', party: ofAmina, heldOn: today, text: 'Entretien avec la première partie.' };
    for (const [who, client] of [...parties, ...outside]) t.match(await answered(client.post(at('meetings'), interview)), { status: 404 }, `${who} records nothing`);
    t.match(await answered(helene.post(at('meetings'), { ...interview, party: ending.parties[0] })), { status: 400 }, 'a party of another case');
    t.match(await answered(helene.post(at('meetings'), { ...interview, heldOn: '2026-12-01' })), { status: 400 }, 'a meeting to come');
    await Promise.all([helene, fatou].map((who) => created(who.post(at('meetings'), interview))));
    await created(helene.post(at('meetings'), { kind: 'plenary', heldOn: today, text: 'Réunion plénière, tous présents.' }));
    t.equal(words(await opened(claire, main.id, 'workspace')).filter((text) => text.startsWith('Entretien')).length, 2);
    t.strictSame(words(await opened(amina, main.id, 'workspace')), []);
    t.ok(words(await opened(amina, main.id, 'room')).includes('Réunion plénière, tous présents.'));
    await created(helene.post(at('texts'), { kind: 'notes', text: 'Note d’Hélène.' }));
    t.strictSame(words(await opened(helene, main.id, 'notes')), ['Note d’Hélène.']);
    for (const other of [fatou, claire, amina]) t.strictSame(words(await opened(other, main.id, 'notes')), [], 'notes are their author’s alone');
  });

  await t.test('an agreement: proposed, signed by each with their passphrase, and only as it reads', async (t) => {
    const proposal = { text: 'Les plannings paraissent trente jours avant.', recommendations: 'Une réunion de service chaque mois.' };
    for (const [who, client] of [...parties, ...outside, ['the mediator', claire] as const]) t.match(await answered(client.post(at('agreements'), proposal)), { status: 404 }, `${who} proposes none`);
    const first = await created(helene.post(at('agreements'), proposal));
    await created(amina.post(at('agreement-signature'), { agreement: first.agreement, passphrase: amina.account.passphrase }));
    const second = await created(fatou.post(at('agreements'), { ...proposal, text: 'Les plannings paraissent quarante jours avant.' }));
    t.match([first, second], [{ version: 1 }, { version: 2 }]);

    const sign = (who: Client, agreement: unknown, passphrase = who.account.passphrase) => answered(who.post(at('agreement-signature'), { agreement: agreement as string, passphrase }));
    t.match(await sign(roussel, first.agreement), { status: 422, code: 'consent-outdated' });
    t.match(await sign(roussel, second.agreement, 'ce n’est pas la bonne'), { status: 401, code: 'wrong-passphrase' });
    for (const [who, client] of [...outside, ['a delegate', helene] as const, ['the mediator', claire] as const]) t.match(await sign(client, second.agreement), { status: 404 }, `${who} does not sign`);
    t.match((await maria.get(at('agreements'))).statusCode, 404);

    const both = await Promise.all([sign(amina, second.agreement), sign(amina, second.agreement)]);
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
    const together = await Promise.all([roussel, bloch].map((who) => created(who.post(at('agreement-signature'), { agreement: second.agreement, passphrase: who.account.passphrase }))));
    t.strictSame(together.map(({ isAgreed }) => isAgreed).sort(), [false, true], 'the last of them makes it agreed');
    t.match((await amina.get(`/api/cases/${main.id}`)).json(), { state: 'agreed', outcome: 'agreement_signed' });
    t.match((await amina.get(at('agreements'))).json<{ agreements: unknown[] }>().agreements[1], { version: 2, signedBy: { length: 3 } });

    const [row] = await house.superuser<{ text_digest: Uint8Array; signature: Uint8Array; key: Uint8Array }[]>`
      select a.text_digest, s.signature, p.identity_public as key from agreement a join agreement_signature s on s.agreement_id = a.id join statement p on p.digest = s.statement_digest
      where a.id = ${second.agreement as string} and s.party_id = ${ofRoussel}`;
    const read = words(await opened(bloch, main.id, 'agreement')).find((text) => text.startsWith('Les plannings paraissent quarante'));
    t.same(Buffer.from(sha256(utf8(read ?? ''))), row?.text_digest, 'whoever has the text can check what was signed');
    t.not(read, 'Les plannings paraissent quarante jours avant.', 'and nobody can guess it from its digest');
    const signed = agreementBytes(house.core.secrets.deployment.id, { id: second.agreement as string, caseId: main.id, textDigest: Buffer.from(row?.text_digest ?? []) }, ofRoussel);
    t.ok(row && verify(new Uint8Array(row.key), signed, new Uint8Array(row.signature)), 'an Ed25519 signature anybody verifies');
  });

  await t.test('follow-up: transmitted, evaluated, closed', async (t) => {
    t.match(await answered(helene.post(at('evaluations'), { after: 'first', outcome: 'kept' })), { status: 409, code: 'wrong-state' });
    t.match(await answered(helene.post(at('closure'), {})), { status: 409 });
    t.match(await answered(helene.post(at('end'), { reason: 'no-agreement', letter: 'x' })), { status: 409 });
    await house.superuser`update case_file set state = 'follow_up' where id = ${main.id}`;
    t.match(await answered(claire.post(at('closure'), {})), { status: 422, code: 'evaluation-missing' });
    for (const [who, client] of [...parties, ...outside]) {
      t.match(await answered(client.post(at('evaluations'), { after: 'first', outcome: 'kept' })), { status: 404 }, `${who} does not evaluate`);
      t.match(await answered(client.post(at('closure'), {})), { status: 404 }, `${who} does not close`);
    }
    await created(helene.post(at('evaluations'), { after: 'first', outcome: 'partly_kept', text: 'Deux mois sur trois.' }));
    t.match((await house.superuser`select after_months, outcome from evaluation where case_id = ${main.id}`)[0], { after_months: 3, outcome: 'partly_kept' });
    const both = await Promise.all([helene, claire].map((who) => answered(who.post(at('closure'), {}))));
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
  });

  await t.test('or it ends without agreement: the window is over, a coded reason, a letter to each', async (t) => {
    const end = { reason: 'three-months-elapsed', letter: 'La médiation prend fin sans accord.' };
    await created(claire.post(at('designations', ending.id), { delegates: [claire.person] }));
    t.match(await answered(claire.post(at('end', ending.id), end)), { status: 409, code: 'wrong-state' });
    await later(now, 9);
    await created(claire.post(at('beginning', ending.id), {}));
    t.strictSame(words(await opened(claire, ending.id, 'caucus')).length, 3, 'herself delegate, she keeps what she held');
    for (const [who, client] of [...parties, ...outside]) t.match(await answered(client.post(at('end', ending.id), end)), { status: 404 }, `${who} does not end it`);
    t.match(await answered(claire.post(at('end', ending.id), { ...end, reason: 'tired' })), { status: 400 });
    t.match(await created(claire.post(at('end', ending.id), end)), { state: 'ended', outcome: 'three_months_elapsed' });
    for (const [, party] of parties) t.match((await opened(party, ending.id, 'letters'))?.at(-1), { kind: 'end', text: end.letter });
    t.match(await answered(claire.post(at('end', ending.id), end)), { status: 409 });
  });
});

t.test('Leaving a case', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town: { claire, deputy, omar, nadia }, amina, roussel } = now;
  const [first, second] = await notifiedCases(now, 2) as [string, string];
  const leave = (who: Client, id: string) => answered(who.post(`/api/cases/${id}/recusal`, {}));

  for (const [who, client] of [['the requester', amina], ['somebody else', roussel], ['another office', nadia]] as const) t.match(await leave(client, first), { status: 404 }, `${who} has nothing to leave`);

  await t.test('the mediator in charge leaves: it goes through, keys pass to the office, an alarm is journaled', async (t) => {
    await created(claire.post(`/api/cases/${first}/texts`, { kind: 'notes', text: 'Je connais cette cadre.' }));
    await created(claire.post(`/api/cases/${first}/recusal`, {}));
    t.equal((await claire.get(`/api/cases/${first}`)).statusCode, 404);
    t.match(await leave(claire, first), { status: 404 }, 'once');
    t.strictSame(words(await opened(claire, first)), ['Je connais cette cadre.'], 'she reads her own notes');
    t.equal((await claire.get(`/api/cases/${second}`)).statusCode, 200, 'and her other cases');
    t.match((await deputy.get(`/api/cases/${first}`)).json(), { inCharge: null });
    t.equal(words(await opened(deputy, first, 'account')).length, 1, 'the deputy reads the request');
    t.match(await answered(claire.post(`/api/cases/${first}/charge`, {})), { status: 404 });
    for (const [excluded, answer] of [[true, null], [false, 'link'], [false, 'recused']] as const) {
      await house.superuser`insert into seat (id, case_id, person_id, act_id, convened_at, excluded, answer) values (gen_random_uuid(), ${first}, ${deputy.person}, ${excluded ? null : randomUUID()}, ${house.clock.now()}, ${excluded}, ${answer})`;
      t.match(await answered(deputy.post(`/api/cases/${first}/charge`, {})), { status: 422, code: 'conflict-declared' }, answer ?? 'set aside');
      await house.superuser`delete from seat where case_id = ${first}`;
    }
    await created(deputy.post(`/api/cases/${first}/charge`, {})).catch(async () => t.match((await deputy.get(`/api/cases/${first}`)).json(), { inCharge: deputy.person }));
    const [alarms] = await house.superuser`select count(*)::int as count from journal_entry where class = 4`;
    t.ok(alarms?.['count'] > 0, 'the object was left to one holder');
    await comeBack(house, amina);
    t.ok(words(await opened(deputy, first, 'object')).length > 0, 'Amina hands it on to whoever is now in charge');
  });

  await t.test('her notes go thirty days later', async (t) => {
    await later(now, 31);
    t.equal(await opened(claire, first), undefined);
  });

  await t.test('the secretary too', async (t) => {
    await created(omar.post(`/api/cases/${second}/recusal`, {}));
    t.equal((await omar.get(`/api/cases/${second}`)).statusCode, 404);
    t.equal(await keysOf(house, second, omar.person), 0);
    t.equal((await omar.get(`/api/cases/${first}`)).statusCode, 200);
  });
});

type Ready = { id: string; parties: [string, string, string] };
