import t from 'tap';
import { sweepGrants } from '../server/mediation/keys/sweep.ts';
import type { CaseExport } from '../server/mediation/export-case.ts';
import { browser, said } from './browser.ts';
import type { Client } from './client.ts';
import { answered, consentedCases, created, keysOf, later, notifiedCases, opened, scene, type Scene } from './mediation-cast.ts';
import { comeBack, requestBody } from './territory.ts';

type Facts = { state: string; outcome: string | null; outcomeReason: string | null; suspendedAt: string | null; told: { kind: string; text: string }[]; parties: { party: string; hasLeft?: boolean }[]; deadlines: { rule: string; dueOn: string; metAt: string | null }[]; me: { standing: string }[] };
type Ready = { id: string; parties: [string, string, string] };

const path = (id: string, end: string) => `/api/cases/${id}/${end}`;
const facts = async (who: Client, id: string) => (await who.get(`/api/cases/${id}`)).json<Facts>();
const letters = async (who: Client, id: string) => ((await opened(who, id, 'letters')) ?? []).map(({ kind, text }) => `${kind}: ${text}`);
const runningClocks = async ({ house }: Scene, id: string) => (await house.superuser`select rule from deadline where case_id = ${id} and met_at is null`).map(({ rule }) => rule as string);
const dueOf = async (who: Client, id: string, rule: string) => (await facts(who, id)).deadlines.filter((one) => one.rule === rule && one.metAt === null).map(({ dueOn }) => dueOn);
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

t.test('A request that does not become a mediation', async (t) => {
  const now = await scene(t, { members: 3 });
  const { house, town: { claire, deputy, omar, nadia, committee }, amina, roussel } = now;
  const [helene] = committee as [Client];
  const [redirected, refused, settled] = (await notifiedCases(now, 3)) as [string, string, string];
  const file = async () => (await created(amina.post('/api/requests', requestBody()))).case as string;
  const outside: [string, Client][] = [['the requester', amina], ['a member', helene], ['the national mediator', nadia], ['somebody else', roussel]];

  await t.test('is redirected by the secretary before any notice, with a coded reason the letter is rendered from', async (t) => {
    const id = await file();
    const body = { reason: 'patients-or-families' };
    for (const [who, client] of outside) t.match(await answered(client.post(path(id, 'redirection'), body)), { status: 404 }, `${who} redirects nothing`);
    t.match(await answered(omar.post(path(id, 'redirection'), { reason: 'elsewhere' })), { status: 400 });
    t.match(await answered(omar.post(path(id, 'redirection'), { ...body, letter: 'Un mot de ma part.' })), { status: 400, code: 'invalid-body' }, 'a secretary writes no letter');
    const both = await Promise.all([omar, deputy].map((who) => answered(who.post(path(id, 'redirection'), body))));
    t.strictSame(statuses(both), [201, 409]);
    t.match(await facts(amina, id), { state: 'redirected', outcome: 'out_of_scope', outcomeReason: 'patients-or-families', told: [{ kind: 'redirect', text: /commission des usagers/ }] });
    t.strictSame(await opened(amina, id, 'letters'), [], 'and nothing was sealed');
    t.strictSame(await runningClocks(now, id), []);
    t.equal((await roussel.get(`/api/cases/${id}`)).statusCode, 404, 'nobody else is told');
  });

  await t.test('once notices have left, by whoever is in charge only, who may add a letter', async (t) => {
    t.match(await answered(omar.post(path(redirected, 'redirection'), { reason: 'other-territory' })), { status: 409, code: 'wrong-state' });
    await created(claire.post(path(redirected, 'redirection'), { reason: 'prior-step-first', letter: 'Voici à qui vous adresser.' }));
    t.match(await facts(amina, redirected), { state: 'redirected', outcome: 'prior_step_missing' });
    t.strictSame(await letters(amina, redirected), ['redirect: Voici à qui vous adresser.']);
  });

  await t.test('is declared inadmissible by whoever is in charge, with reasons for the requester alone', async (t) => {
    const body = { reason: 'open-exclusion', letter: 'Une procédure est en cours sur ce différend.' };
    const early = await file();
    await created(claire.post(path(early, 'charge'), {})).catch(async () => t.match(await facts(claire, early), { state: 'received' }));
    t.match(await answered(claire.post(path(early, 'inadmissibility'), body)), { status: 409, code: 'wrong-state' }, 'not before it is acknowledged');
    for (const [who, client] of [...outside, ['the secretary', omar] as const, ['a deputy', deputy] as const]) t.match(await answered(client.post(path(refused, 'inadmissibility'), body)), { status: 404 }, `${who} decides nothing`);
    t.match(await answered(claire.post(path(refused, 'inadmissibility'), { ...body, letter: '  ' })), { status: 422, code: 'reasons-missing' });
    const both = await Promise.all([1, 2].map(() => answered(claire.post(path(refused, 'inadmissibility'), body))));
    t.strictSame(statuses(both), [201, 409]);
    t.match(await facts(amina, refused), { state: 'inadmissible', outcome: 'excluded_procedure_pending', outcomeReason: 'open-exclusion', told: [] });
    t.strictSame(await letters(amina, refused), [`decision: ${body.letter}`]);
  });

  await t.test('is settled by an intervention, counted apart from mediations', async (t) => {
    const body = { intervention: 'contact', letter: 'Un échange a suffi ; je reste disponible.' };
    for (const [who, client] of [...outside, ['the secretary', omar] as const]) t.match(await answered(client.post(path(settled, 'intervention'), body)), { status: 404 }, `${who} settles nothing`);
    t.match(await answered(claire.post(path(settled, 'intervention'), { ...body, letter: ' ' })), { status: 422, code: 'reasons-missing' });
    t.match(await answered(claire.post(path(refused, 'intervention'), body)), { status: 409 });
    const both = await Promise.all([1, 2].map(() => answered(claire.post(path(settled, 'intervention'), body))));
    t.strictSame(statuses(both), [201, 409]);
    t.match(await facts(amina, settled), { state: 'settled', outcome: 'intervention', outcomeReason: 'contact' });
    t.strictSame(await letters(amina, settled), [`end: ${body.letter}`]);
  });

  await t.test('the prior step: attested, believed or waived, and reasons only for the requester', async (t) => {
    const id = await file();
    await claire.post(path(id, 'charge'), {});
    for (const [who, client] of [...outside, ['the secretary', omar] as const]) t.match(await answered(client.post(path(id, 'prior-step'), { finding: 'accepted', reasons: 'x' })), { status: 404 }, `${who} finds nothing`);
    t.match(await answered(claire.post(path(id, 'prior-step'), { finding: 'not_available' })), { status: 422, code: 'reasons-missing' });
    t.match(await answered(claire.post(path(id, 'prior-step'), { finding: 'attested' })), { status: 422, code: 'prior-step-missing' }, 'nothing is attached');
    await created(claire.post(path(id, 'prior-step'), { finding: 'not_suitable', reasons: 'Le conciliateur est le mari de la cadre.' }));
    t.strictSame(await letters(amina, id), ['prior-step: Le conciliateur est le mari de la cadre.']);
    t.match((await house.superuser`select prior_step_found from request where case_id = ${id}`)[0], { prior_step_found: 'not_suitable' });
    t.match(await answered(claire.post(path(refused, 'prior-step'), { finding: 'accepted', reasons: 'x' })), { status: 409 });
  });
});

t.test('A mediation that a party leaves', async (t) => {
  const now = await scene(t);
  const { house, town: { claire, omar, committee }, amina, roussel, bloch } = now;
  const [helene, paul] = committee as [Client, Client];
  const [main, pair] = (await consentedCases(now, 2)) as [Ready, Ready];
  const [, ofRoussel, ofBloch] = main.parties;
  const at = (end: string) => path(main.id, end);
  await created(claire.post(at('designations'), { delegates: [helene.person] }));
  for (const one of [amina, roussel, bloch]) await created(one.post(at('challenge-waiver'), {}));
  await created(helene.post(at('beginning'), {}));
  await created(helene.post(at('room'), {}));
  await created(bloch.post(at('texts'), { kind: 'room', text: 'Ce que le Dr Bloch disait à tous.' }));

  await t.test('any party leaves at any moment; one sentence says so and names nobody', async (t) => {
    for (const [who, client] of [['the mediator', claire], ['a delegate', helene], ['the secretary', omar], ['a member', paul]] as const) t.match(await answered(client.post(at('withdrawal'), {})), { status: 404 }, `${who} does not leave as a party`);
    t.match(await answered(roussel.post(at('withdrawal'), { party: ofBloch })), { status: 404 }, 'nobody leaves for another');
    const both = await Promise.all([bloch, roussel].map((who) => answered(who.post(at('withdrawal'), {}))));
    t.strictSame(statuses(both), [201, 409], 'one of two who leave at once');
    t.match(await facts(amina, main.id), { state: 'withdrawn', outcome: 'party_withdrew', told: [{ kind: 'withdrawal', text: /^Une partie a choisi/ }] });
    for (const who of [amina, roussel, bloch, helene, claire, omar]) t.equal((await facts(who, main.id)).told.length, 1);
    t.notMatch(JSON.stringify((await facts(amina, main.id)).told), /Bloch|Roussel/);
    t.notOk((await facts(amina, main.id)).parties.some((one) => 'hasLeft' in one), 'the parties are not told which of them');
    t.strictSame(await runningClocks(now, main.id), []);
  });

  await t.test('who has left keeps reading what is their own, and holds no key of what is shared', async (t) => {
    const left = (await facts(claire, main.id)).parties.find(({ hasLeft }) => hasLeft)?.party;
    const [leaver, party] = left === ofBloch ? [bloch, ofBloch] : [roussel, ofRoussel];
    t.match(await facts(leaver, main.id), { me: [{ standing: 'former-party' }] });
    const seen = (await opened(leaver, main.id)) ?? [];
    t.strictSame([...new Set(seen.map(({ subject }) => subject))], [party], 'only compartments of theirs');
    t.strictSame(seen.filter(({ compartment }) => compartment === 'caucus').map(({ text }) => text), ['Avant la médiation, un mot de Claire.']);
    const shared = await house.superuser`
      select k.kind from compartment k where k.case_id = ${main.id} and k.kind in ('room', 'object', 'agreement') and (
        exists (select from ring_key r where r.compartment_id = k.id and r.person_id = ${leaver.person}) or exists (select from key_grant g where g.compartment_id = k.id and g.recipient_id = ${leaver.person}))`;
    t.equal(shared.length, 0);
    t.match(await answered(leaver.post(at('texts'), { kind: 'caucus', subject: party, text: 'Encore un mot.' })), { status: 404 }, 'they write no more');
    t.match(await answered(leaver.post(at('withdrawal'), {})), { status: 404 });
    await comeBack(house, leaver);
    t.equal((await opened(leaver, main.id, 'room'))?.length, 0, 'and nothing comes back with the next sign-in');
    await opened(claire, main.id);
    const { total, readings } = (await leaver.get(at('readings'))).json<{ total: number; readings: { compartment: string; isShared: boolean }[] }>();
    t.ok(total > 0 && readings.some(({ compartment }) => compartment === 'caucus'), 'they still see who opens what is theirs');
    t.notOk(readings.some(({ isShared }) => isShared), 'not what goes on without them');
    const taken = (await leaver.get(at('export?format=json'))).json<CaseExport>();
    t.ok(taken.texts.some(({ text }) => text === 'Avant la médiation, un mot de Claire.'), 'and take it away');
    t.notOk(taken.texts.some(({ compartment }) => ['room', 'object', 'agreement'].includes(compartment)));
    t.match(said(await browser(house, leaver).page(`/dossiers/${main.id}/consultations`)), /Télécharger mon dossier/);
  });

  await t.test('the mediator goes on with two who remain, on fresh consent of each', async (t) => {
    const left = (await facts(claire, main.id)).parties.find(({ hasLeft }) => hasLeft)?.party;
    const [leaver, stayer] = left === ofBloch ? [bloch, roussel] : [roussel, bloch];
    const body = { letter: 'Souhaitez-vous continuer à deux ?' };
    for (const [who, client] of [['a party', amina], ['a delegate', helene], ['the secretary', omar], ['who has left', leaver]] as const) t.match(await answered(client.post(at('continuation'), body)), { status: 404 }, `${who} does not decide that`);
    t.match(await answered(claire.post(at('continuation'), { letter: ' ' })), { status: 422, code: 'reasons-missing' });
    const both = await Promise.all([1, 2].map(() => answered(claire.post(at('continuation'), body))));
    t.strictSame(statuses(both), [201, 409]);
    t.match(await facts(amina, main.id), { state: 'consent_requested', outcome: null });
    t.notOk((await letters(leaver, main.id)).some((one) => one.includes('à deux')), 'the letter is for those who remain');
    t.equal((await house.superuser`select 1 from consent where case_id = ${main.id}`).length, 0);
    t.equal((await house.superuser`select 1 from act where case_id = ${main.id} and kind = 'consent'`).length, 3, 'the signed acts stay');

    const yes = { textVersion: 'mediation-1', litigation: 'none' };
    t.match(await answered(leaver.post(at('consents'), yes)), { status: 404 }, 'who has left is not asked');
    t.match(await answered(claire.post(at('invitations'), { party: left ?? '', letter: 'x' })), { status: 409, code: 'acted-first' }, 'nor invited again');
    t.match(await created(amina.post(at('consents'), yes)), { state: 'consent_requested' });
    house.clock.pass(24 * 60);
    for (const one of now.everybody) await comeBack(house, one);
    t.match(await created(stayer.post(at('consents'), yes)), { state: 'designated' }, 'the delegate still is');
    t.strictSame(await dueOf(amina, main.id, 'agreement'), ['2026-06-07'], 'three months from the new last consent');
  });

  await t.test('and nobody waits for who has left: to begin, to sign, to be told', async (t) => {
    const left = (await facts(claire, main.id)).parties.find(({ hasLeft }) => hasLeft)?.party;
    const stayer = left === ofBloch ? roussel : bloch;
    await created(helene.post(at('beginning'), {}));
    t.match(await answered(helene.post(at('texts'), { kind: 'room', text: 'Nous reprenons à deux.' })), { status: 201 });
    t.ok((await opened(stayer, main.id, 'room'))?.some(({ text }) => text === 'Nous reprenons à deux.'));
    const { agreement } = await created(helene.post(at('agreements'), { text: 'Les plannings paraissent trente jours avant.', recommendations: 'Une réunion par mois.' }));
    const sign = (who: Client) => who.post(at('agreement-signature'), { agreement: agreement as string, passphrase: who.account.passphrase });
    t.match(await created(sign(amina)), { isAgreed: false });
    t.match(await created(sign(stayer)), { isAgreed: true });
    const { notices } = (await created(claire.post(at('transmission'), { vacantSought: true }))) as { notices: { function: string }[] };
    t.equal(notices.some((one) => one.function === 'cme-president'), left !== ofBloch, 'the CME president is told on account of a practitioner who stayed');
  });

  await t.test('with one party left there is nothing to continue', async (t) => {
    await house.superuser`update party set withdrawn_at = ${house.clock.now()} where id = ${pair.parties[2]}`;
    await created(roussel.post(path(pair.id, 'withdrawal'), {}));
    t.match(await answered(claire.post(path(pair.id, 'continuation'), { letter: 'Continuons.' })), { status: 422, code: 'parties-missing' });
  });
});

t.test('Silence, court actions, more time, a partial agreement and companions', async (t) => {
  const now = await scene(t);
  const { house, town: { claire, omar, committee }, amina, roussel, bloch } = now;
  const [helene, paul] = committee as [Client, Client];
  const [silent] = (await notifiedCases(now, 1)) as [string];
  const [main, court] = (await consentedCases(now, 2)) as [Ready, Ready];
  const at = (end: string, id = main.id) => path(id, end);
  const parties = [amina, roussel, bloch];

  await t.test('silence to the request for consent: a person closes, and those who are there are told', async (t) => {
    const body = { letter: 'Faute de réponse de tous, je clos le dossier.' };
    t.match(await answered(claire.post(at('silence', silent), body)), { status: 409, code: 'wrong-state' });
    await house.superuser`update case_file set state = 'consent_requested' where id = ${silent}`;
    for (const [who, client] of [['the requester', amina], ['the secretary', omar], ['a member', helene]] as const) t.match(await answered(client.post(at('silence', silent), body)), { status: 404 }, `${who} does not close`);
    t.match(await answered(claire.post(at('silence', silent), { letter: ' ' })), { status: 422, code: 'reasons-missing' });
    const both = await Promise.all([1, 2].map(() => answered(claire.post(at('silence', silent), body))));
    t.strictSame(statuses(both), [201, 409]);
    t.match(await facts(amina, silent), { state: 'refused', outcome: 'no_answer' });
    t.strictSame(await letters(amina, silent), [`end: ${body.letter}`]);
  });

  await t.test('a court action suspends the case: its clocks stand still, and little is possible meanwhile', async (t) => {
    const [ofAmina, , ofBloch] = court.parties;
    await created(bloch.post(at('litigation', court.id), {}));
    const before = await dueOf(amina, court.id, 'agreement');
    const review = { party: ofBloch, outcome: 'suspend', reasons: 'J’attends la décision du juge.' };
    for (const [who, client] of [['a party', amina], ['the secretary', omar]] as const) t.match(await answered(client.post(at('litigation/review', court.id), review)), { status: 404 }, `${who} reviews nothing`);
    t.match(await answered(claire.post(at('litigation/review', court.id), { ...review, party: ofAmina })), { status: 409, code: 'acted-first' }, 'she declared nothing');
    const both = await Promise.all([1, 2].map(() => answered(claire.post(at('litigation/review', court.id), review))));
    t.strictSame(statuses(both), [201, 409]);
    t.match(await facts(amina, court.id), { state: 'consented', suspendedAt: String, told: [{ kind: 'suspension' }] });
    t.ok((await letters(bloch, court.id)).includes('litigation-review: J’attends la décision du juge.'));
    t.notOk((await letters(amina, court.id)).some((one) => one.includes('juge')), 'only who declared reads why');

    t.match(await answered(claire.post(at('designations', court.id), { delegates: [helene.person] })), { status: 409, code: 'suspended' });
    t.match(await answered(amina.post(at('litigation', court.id), {})), { status: 409, code: 'suspended' });
    await created(amina.post(at('texts', court.id), { kind: 'account', subject: ofAmina, text: 'Je peux toujours écrire.' }));
    for (const [who, client] of [['a party', amina], ['the secretary', omar]] as const) t.match(await answered(client.post(at('resumption', court.id), {})), { status: 404 }, `${who} does not resume`);
    await later(now, 10);
    t.match(await answered(claire.post(at('resumption', main.id), {})), { status: 409, code: 'wrong-state' }, 'a case that is not suspended');
    const resumed = await Promise.all([1, 2].map(() => answered(claire.post(at('resumption', court.id), {}))));
    t.strictSame(statuses(resumed), [201, 409]);
    t.match(await facts(amina, court.id), { suspendedAt: null, told: [] });
    t.same([before, await dueOf(amina, court.id, 'agreement')], [['2026-06-10'], ['2026-06-20']], 'ten days later');
    t.match((await house.superuser`select suspensions from deadline where case_id = ${court.id} and rule = 'agreement'`)[0], { suspensions: [{ from: '2026-03-10', until: '2026-03-20' }] });
    await created(claire.post(at('designations', court.id), { delegates: [helene.person] }));
  });

  await t.test('or closes it, in words that do not say why', async (t) => {
    await created(roussel.post(at('litigation', court.id), {}));
    const review = { party: court.parties[1], outcome: 'close', reasons: 'Votre recours porte sur le même différend.' };
    t.match(await answered(claire.post(at('litigation/review', court.id), review)), { status: 422, code: 'reasons-missing' }, 'a letter to each is due');
    await created(claire.post(at('litigation/review', court.id), { ...review, letter: 'La médiation prend fin.' }));
    t.match(await facts(amina, court.id), { state: 'ended', outcome: 'court_action' });
    t.strictSame(await runningClocks(now, court.id), []);
    for (const one of parties) t.ok((await letters(one, court.id)).includes('end: La médiation prend fin.'));
    t.equal((await letters(amina, court.id)).filter((one) => one.includes('recours')).length, 0);
  });

  await created(claire.post(at('designations'), { delegates: [helene.person] }));
  for (const one of parties) await created(one.post(at('challenge-waiver'), {}));
  await created(helene.post(at('beginning'), {}));

  await t.test('companions: named by a party, admitted once their commitment is recorded', async (t) => {
    const [ofAmina, ofRoussel] = main.parties;
    const today = house.clock.now().toISOString().slice(0, 10);
    for (const [who, client] of [['the mediator', claire], ['a delegate', helene], ['the secretary', omar]] as const) t.match(await answered(client.post(at('companions'), { name: 'x', link: 'x' })), { status: 404 }, `${who} names nobody`);
    const { companion } = (await created(amina.post(at('companions'), { name: 'Jeanne Tissot', link: 'déléguée syndicale' }))) as { companion: string };
    const account = ((await opened(helene, main.id, 'account')) ?? []).find(({ kind }) => kind === 'companion');
    t.match(JSON.parse(account?.text ?? '{}'), { name: 'Jeanne Tissot', link: 'déléguée syndicale' });
    t.strictSame((await opened(roussel, main.id, 'account'))?.filter(({ kind }) => kind === 'companion'), [], 'no other party reads who');
    t.match((await amina.get(at('companions'))).json(), { companions: [{ companion, committedOn: null, isTakenBack: false }] });
    t.match((await roussel.get(at('companions'))).json(), { companions: { length: 0 } });
    t.equal((await paul.get(at('companions'))).statusCode, 404);

    const interview = { kind: 'interview', party: ofAmina, heldOn: today, text: 'Entretien, Amina accompagnée.', companions: [companion] };
    t.match(await answered(helene.post(at('meetings'), interview)), { status: 422, code: 'commitment-missing' });
    for (const [who, client] of [['their party', amina], ['the secretary', omar]] as const) t.match(await answered(client.post(at(`companions/${companion}/commitment`), { committedOn: today })), { status: 404 }, `${who} records no commitment`);
    t.match(await answered(helene.post(at(`companions/${companion}/commitment`), { committedOn: '2027-01-01' })), { status: 400 }, 'a day to come');
    const both = await Promise.all([claire, helene].map((who) => answered(who.post(at(`companions/${companion}/commitment`), { committedOn: today }))));
    t.strictSame(statuses(both), [201, 409]);
    t.match(await answered(helene.post(at('meetings'), { ...interview, heldOn: '2026-03-01' })), { status: 422, code: 'commitment-missing' }, 'nor before they signed');
    t.match(await answered(helene.post(at('meetings'), { ...interview, party: ofRoussel })), { status: 400 }, 'nor with another party');
    const { meeting } = await created(helene.post(at('meetings'), interview));
    t.match((await house.superuser`select companion_id from meeting_companion where meeting_id = ${meeting as string}`)[0], { companion_id: companion });

    t.equal((await roussel.del(at(`companions/${companion}`))).statusCode, 404);
    t.equal((await amina.del(at(`companions/${companion}`))).statusCode, 200);
    t.equal((await amina.del(at(`companions/${companion}`))).statusCode, 409);
    t.match(await answered(helene.post(at('meetings'), interview)), { status: 400 }, 'taken back');
  });

  await t.test('more time, by written consent of all', async (t) => {
    const [before] = await dueOf(amina, main.id, 'agreement');
    for (const [who, client] of [['the secretary', omar], ['the mediator, no delegate', claire]] as const) t.match(await answered(client.post(at('extensions'), { dueOn: '2026-08-01' })), { status: 404 }, `${who} proposes none`);
    t.match(await answered(helene.post(at('extensions'), { dueOn: before ?? '' })), { status: 400 }, 'not later');
    const first = (await created(bloch.post(at('extensions'), { dueOn: '2026-07-01' }))).extension as string;
    house.clock.pass(1);
    const { extension } = (await created(helene.post(at('extensions'), { dueOn: '2026-08-01' }))) as { extension: string };
    const agree = (who: Client, of = extension, dueOn = '2026-08-01') => answered(who.post(at(`extensions/${of}/consents`), { dueOn }));
    t.match(await agree(helene), { status: 404 }, 'a delegate does not consent');
    t.match(await agree(amina, first, '2026-07-01'), { status: 422, code: 'consent-outdated' });
    t.match(await agree(amina, extension, '2026-07-01'), { status: 422, code: 'consent-outdated' }, 'another day than the one proposed');
    t.strictSame(statuses(await Promise.all([agree(amina), agree(amina)])), [201, 409]);
    await agree(roussel);
    t.strictSame(await dueOf(amina, main.id, 'agreement'), [before], 'nothing moves before the last');
    t.match(await agree(bloch), { status: 201 });
    t.strictSame(await dueOf(amina, main.id, 'agreement'), ['2026-08-01']);
    t.match((await amina.get(at('extensions'))).json<{ extensions: unknown[] }>().extensions[1], { dueOn: '2026-08-01', agreedAt: String, consentedBy: { length: 3 } });
    t.equal((await omar.get(at('extensions'))).statusCode, 404);
    t.equal((await house.superuser`select 1 from act where case_id = ${main.id} and kind = 'extend'`).length, 3);
  });

  await t.test('an agreement in part: signed by all, recorded by a delegate, followed up like any', async (t) => {
    t.match(await answered(helene.post(at('partial-agreement'), {})), { status: 409, code: 'wrong-state' });
    const { agreement } = await created(helene.post(at('agreements'), { text: 'Les plannings seuls.', recommendations: 'Revoir le reste.', partial: true }));
    const sign = (who: Client) => created(who.post(at('agreement-signature'), { agreement: agreement as string, passphrase: who.account.passphrase }));
    t.match((await opened(amina, main.id, 'agreement'))?.find(({ kind }) => kind === 'agreement')?.text, /^Accord partiel/, 'what they sign says so');
    await sign(amina);
    await sign(roussel);
    t.match(await answered(helene.post(at('partial-agreement'), {})), { status: 422, code: 'signatures-missing' });
    t.match(await sign(bloch), { isSignedByAll: true, isAgreed: false });
    for (const [who, client] of [['a party', amina], ['the mediator', claire], ['the secretary', omar]] as const) t.match(await answered(client.post(at('partial-agreement'), {})), { status: 404 }, `${who} does not record it`);
    t.strictSame(statuses(await Promise.all([1, 2].map(() => answered(helene.post(at('partial-agreement'), {}))))), [201, 409]);
    t.match(await facts(amina, main.id), { state: 'partly_agreed', outcome: 'partial_agreement' });
    t.strictSame(await dueOf(amina, main.id, 'agreement'), []);
    t.match(await created(claire.post(at('transmission'), { vacantSought: true })), { state: 'follow_up' });
    await created(helene.post(at('evaluations'), { after: 'first', outcome: 'kept' }));
    await created(claire.post(at('closure'), {}));
    t.match(await facts(amina, main.id), { state: 'closed', outcome: 'partial_agreement' });
  });

  await t.test('notes of somebody relieved, or whose mandate has ended, are theirs for thirty days more', async (t) => {
    await created(helene.post(at('texts'), { kind: 'notes', text: 'Note d’Hélène.' }));
    await created(claire.post(at('texts', silent), { kind: 'notes', text: 'Note de Claire.' }));
    await house.superuser`update mandate set valid_to = ${new Date(house.clock.now().getTime() + 60_000)} where person_id = ${claire.person}`;
    const mandate = (await house.superuser<{ id: string }[]>`select id from mandate where person_id = ${helene.person}`)[0]?.id ?? '';
    await comeBack(house, now.town.administrator);
    t.equal((await now.town.administrator.post(`/api/appointments/${mandate}/relief`, {})).statusCode, 204);
    const until = async (who: Client) => (await house.superuser<{ until: Date | null }[]>`select readable_until as until from compartment where kind = 'notes' and subject = ${who.person}`)[0]?.until;
    t.same(await until(helene), new Date(house.clock.now().getTime() + 30 * 86_400_000), 'by the relief itself');
    t.equal((await opened(helene, main.id))?.length, 1);
    t.equal(await until(claire), null);
    house.clock.pass(5);
    await sweepGrants(house.core);
    t.ok(await until(claire), 'by the sweep, after a date');
    house.clock.pass(31 * 24 * 60);
    await helene.signIn();
    t.equal(await opened(helene, main.id), undefined);
    await sweepGrants(house.core);
    t.equal(await keysOf(house, main.id, helene.person), 0);
    const swept = await house.superuser.begin(async (sql) => {
      await sql`select set_config('entente.now', ${house.clock.now().toISOString()}, true)`;

      return sql<{ id: string }[]>`select id from cases_to_sweep() as id`;
    });
    t.notOk(swept.some(({ id }) => id === main.id), 'and the case is not swept again for ever');
  });
});
