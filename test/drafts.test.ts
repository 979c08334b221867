import { parse } from 'node-html-parser';
import t from 'tap';
import { columnsHolding } from '../story/search.ts';
import { runJobs } from '../server/jobs.ts';
import { deleteDraft } from '../server/mediation/drafts/delete-draft.ts';
import { readDraft } from '../server/mediation/drafts/resume-draft.ts';
import { beginDraft, saveDraft } from '../server/mediation/drafts/save-draft.ts';
import { draftKeys, openDraft } from '../server/vault/draft.ts';
import { newRecoveryCode } from '../server/vault/recovery-code.ts';
import { browser, tokenOf } from './browser.ts';
import { testCore } from './core.ts';
import { openTerritory, requestBody, valmont } from './territory.ts';

const planted = 'un-cahier-vert-sous-la-relève';
const situation = { 'account.whatHappened': `On a caché ${planted}.` };

t.test('Amina writes half of it, and goes on from another telephone with her resume code', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const phone = browser(house);
  await phone.submit('/demande/objet', { purpose: 'dispute' });
  await phone.submit('/demande/situation', situation);
  const page = await phone.page('/demande/brouillon');
  const code = page.querySelector('[translate=no]')?.text.trim() ?? '';
  t.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){8}./);
  t.match(page.text, /effacé le 2.juin.2026/, 'three months, announced');

  const other = browser(house);
  t.equal((await other.look('/demande/situation')).headers.location, '/demande', 'another browser has nothing');
  t.notMatch((await other.look('/')).body, /brouillon<|Reprendre</);
  const wrong = await other.submit('/demande/reprise', { code: newRecoveryCode().text }, '/demande');
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, /aucun brouillon ne lui correspond/);
  for (const typed of [`${code}$`, `${code}-$`, code.slice(0, -1), `A${code}`]) {
    const refused = parse((await other.submit('/demande/reprise', { code: typed }, '/demande')).body);
    t.match(refused.getElementById('code-error')?.text, /Code de reprise.*aucun brouillon/, typed);
    t.equal(refused.getElementById('code')?.getAttribute('value'), typed, 'what was typed stays, to be mended');
  }
  for (const typed of [`${code}\r\n`, ` ${code}. `, code.replaceAll('-', ''), code.replaceAll('-', '--'), code.replaceAll('-', ' – '), code.toLowerCase()]) {
    t.equal((await other.submit('/demande/reprise', { code: typed }, '/demande')).headers.location, '/demande/suite', JSON.stringify(typed));
    await other.send('/demande/nouvelle', { 'form-token': await other.token('/demande') });
  }
  t.equal((await other.submit('/demande/reprise', { code: code.toLowerCase().replaceAll('-', ' ') }, '/demande')).headers.location, '/demande/suite');
  t.match((await other.page('/demande/situation')).text, planted);
  t.match((await other.page('/')).text, /Vous avez un brouillon/);

  await other.send('/demande/suppression', { 'form-token': await other.token('/demande/brouillon') });
  t.match((await phone.look('/demande/situation')).headers.location, '/demande', 'deleted for everybody');
  t.equal((await house.superuser`select 1 from draft`).length, 0);
});

t.test('The row alone opens nothing: no phrase, no code, no key is in the database', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const phone = browser(house);
  await phone.submit('/demande/objet', { purpose: 'dispute' });
  await phone.submit('/demande/situation', situation);
  const cookie = [...phone.cookies.entries()].find(([name]) => name.endsWith('draft'))?.[1] ?? '';
  t.equal((await phone.look('/demande/brouillon')).statusCode, 200);

  t.strictSame(await columnsHolding(house.database.url('super'), [planted]), []);
  const code = Buffer.from(cookie, 'base64url');
  const { idHash, key } = draftKeys(code);
  const [row] = await house.superuser<{ id_hash: Buffer; sealed: Buffer; saved_at: Date }[]>`select * from draft`;
  t.same(row?.id_hash, Buffer.from(idHash));
  const dump = Buffer.concat([row?.id_hash ?? Buffer.alloc(0), row?.sealed ?? Buffer.alloc(0)]);
  for (const secret of [code, Buffer.from(key)]) t.notOk(dump.includes(secret));

  const place = { deployment: house.core.secrets.deployment.id, idHash, savedAt: row?.saved_at ?? new Date() };
  t.match(openDraft(key, place, new Uint8Array(row?.sealed ?? [])), planted, 'what the code opens');
  for (const guess of [new Uint8Array(row?.id_hash ?? []), house.core.secrets.directoryKey, draftKeys(new Uint8Array(20)).key]) t.throws(() => openDraft(guess, place, new Uint8Array(row?.sealed ?? [])));
  t.throws(() => openDraft(key, { ...place, savedAt: new Date(0) }, new Uint8Array(row?.sealed ?? [])), 'an older row put back does not open at its new date');
  t.notOk(house.log.some((line) => line.includes(planted) || line.includes(cookie)), 'nor the log');
});

t.test('A draft goes away three months after its last saving, and not a day before', async (t) => {
  const house = await testCore(t, { from: new Date('2026-03-02T10:00:00Z') });
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const { core } = house;
  const { code } = await beginDraft(core, { purpose: 'dispute' }, '10.0.0.1');
  house.clock.set(new Date('2026-05-02T10:00:00Z'));
  await saveDraft(core, code, (before) => ({ ...before, 'author.name': 'Amina' }), '10.0.0.1');

  house.clock.set(new Date('2026-08-01T20:00:00Z'));
  await runJobs(core);
  t.match(await readDraft(core, code), { answers: { purpose: 'dispute', 'author.name': 'Amina' } });
  house.clock.set(new Date('2026-08-02T10:00:00Z'));
  t.equal(await readDraft(core, code), null, 'gone on the day announced, even before the job');
  await runJobs(core);
  t.equal((await house.superuser`select 1 from draft`).length, 0);
  await deleteDraft(core, code);
});

t.test('A session that ends in the middle of step 3 loses nothing', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const phone = browser(house);
  const amina = await house.person('Amina Benali');
  await phone.send('/connexion', { 'form-token': await phone.token('/connexion'), address: amina.account.address, passphrase: amina.account.passphrase, shared: 'yes' });
  await phone.submit('/demande/objet', { purpose: 'return' });
  await phone.submit('/demande/vous', { 'author.name': 'Amina Benali', 'author.function': 'Infirmière', 'author.profession': 'nurse', 'author.establishment': valmont.id, 'author.contact.channel': 'email' });
  const token = await phone.token('/demande/situation');
  house.clock.pass(30);
  t.equal((await phone.look('/dossiers')).statusCode, 401, 'ten minutes without a request on a shared computer');
  t.equal((await phone.send('/demande/situation', { 'form-token': token, ...situation })).statusCode, 303);
  t.match((await phone.page('/demande/verifier')).text, planted);

  await phone.submit('/demande/tentative', { 'priorStep.form': 'none', 'litigation.declared': 'no' });
  await phone.submit('/demande/attentes', { 'account.expectations': 'Revenir.', accompanied: 'no' });
  const boxes = { 'consents.informedOfNotices': 'yes', 'consents.accurate': 'yes' };
  const signedOut = await phone.submit('/demande/verifier', boxes);
  t.equal(signedOut.statusCode, 422);
  t.match(signedOut.body, /Vous n’êtes plus connecté/);
  await phone.send('/connexion', { 'form-token': await phone.token('/connexion'), address: amina.account.address, passphrase: amina.account.passphrase, shared: 'yes' });
  t.equal((await phone.submit('/demande/verifier', boxes)).statusCode, 201, 'signed in again, she files');
});

t.test('Two windows that file one draft at once file it once', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const phone = browser(house, await house.person('Amina Benali'));
  await phone.submit('/demande/objet', { purpose: 'return' });
  await phone.submit('/demande/vous', { 'author.name': 'Amina Benali', 'author.function': 'Infirmière', 'author.profession': 'nurse', 'author.establishment': valmont.id, 'author.contact.channel': 'email' });
  await phone.submit('/demande/situation', situation);
  await phone.submit('/demande/tentative', { 'priorStep.form': 'none', 'litigation.declared': 'no' });
  await phone.submit('/demande/attentes', { 'account.expectations': 'Revenir.', accompanied: 'no' });
  const windows = [await phone.token('/demande/verifier'), await phone.token('/demande/verifier')];
  const answers = await Promise.all(windows.map((token) => phone.send('/demande/verifier', { 'form-token': token, 'consents.informedOfNotices': 'yes', 'consents.accurate': 'yes' })));
  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [201, 409]);
  t.equal((await house.superuser`select 1 from case_file`).length, 1);
});

t.test('Whoever signs out leaves no draft to the next person at that computer', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const ward = browser(house, await house.person('Amina Benali'));
  await ward.submit('/demande/objet', { purpose: 'dispute' });
  await ward.submit('/demande/situation', situation);
  const code = (await ward.page('/demande/brouillon')).querySelector('[translate=no]')?.text.trim() ?? '';
  await ward.submit('/deconnexion');
  t.equal((await ward.look('/demande/situation')).headers.location, '/demande');
  t.notMatch((await ward.look('/demande')).body, planted);
  t.equal((await ward.submit('/demande/reprise', { code }, '/demande')).statusCode, 303, 'with the code it goes on');
});

t.test('The form saves itself meanwhile; a token too old is told apart and renewed', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const phone = browser(house);
  const first = await phone.send('/demande/situation/brouillon', { 'form-token': await phone.token('/demande/objet'), ...situation });
  t.match(first.json<{ saved: string }>().saved, /^Enregistré à 4.h.10$/);
  t.match((await phone.page('/demande/situation')).text, planted);

  const old = await phone.token('/demande/situation');
  house.clock.pass(13 * 60);
  const refused = await phone.send('/demande/situation/brouillon', { 'form-token': old, 'account.sinceWhen': 'avril' });
  t.equal(refused.statusCode, 422);
  const { problem, token } = refused.json<{ problem: string; token: string }>();
  t.match(problem, /toujours dans la page/);
  t.equal((await phone.send('/demande/situation/brouillon', { 'form-token': token, 'account.sinceWhen': 'avril' })).statusCode, 200);
  t.equal((await phone.page('/demande/situation')).getElementById('account.sinceWhen')?.text.trim(), 'avril');
});

t.test('What a page can do the API can: begin, save, open, preview, delete', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const visitor = house.visitor();
  const begun = await visitor.post('/api/drafts', { answers: { purpose: 'dispute' } });
  t.equal(begun.statusCode, 201);
  const { code } = begun.json<{ code: string }>();
  t.equal((await visitor.post('/api/drafts/saving', { code, answers: { 'author.name': 'Amina' } })).statusCode, 200);
  t.match((await house.visitor().post('/api/drafts/opening', { code })).json(), { answers: { purpose: 'dispute', 'author.name': 'Amina' }, eraseOn: '2026-06-02' });
  t.equal((await visitor.post('/api/drafts', { answers: { 'credentials.passphrase': 'dix-sept infusions' } })).statusCode, 400, 'a passphrase is never kept');
  t.equal((await visitor.post('/api/drafts/deletion', { code })).statusCode, 204);
  t.equal((await visitor.post('/api/drafts/opening', { code })).statusCode, 404);

  const { tier, author, others } = requestBody();
  const preview = await visitor.post('/api/requests/preview', { tier, author, others });
  t.match(preview.json(), { withdrawableUntil: '2026-03-05', leavesFrom: '2026-03-06', leavesBy: '2026-03-10', vacant: [], notices: [{ function: 'director', state: 'due', because: [{ code: 'assignment', party: 0 }, {}, {}] }, { function: 'cme-president', because: [{ code: 'medical-staff', party: 2 }] }] });
  const student = await visitor.post('/api/requests/preview', { tier, author: { ...author, profession: 'paramedical-student', placement: valmont.id }, others: [] });
  t.match(student.json(), { vacant: [{ function: 'school-head', establishment: null }], notices: [{ function: 'director', because: [{ code: 'placement' }] }] });
  t.notMatch(preview.body, /@|Adélaïde/, 'no function-holder is named');
  t.strictSame(preview.json<{ readers: unknown }>().readers, [{ name: 'Bruno Faure', role: 'deputy', party: null }, { name: 'Claire Morel', role: 'mediator', party: null }], 'readers are, and the secretary is none');
  const against = await visitor.post('/api/requests/preview', { tier, author, others: [{ ...others[0], name: 'M. FAURE Bruno' }] });
  t.match(against.json<{ readers: unknown }>().readers, [{ name: 'Bruno Faure', party: 1 }, { name: 'Claire Morel', party: null }]);
  t.match((await visitor.post('/api/orientation', { position: 'staff', localAttempt: 'not-tried', proceeding: 'none', establishment: valmont.id })).json(), { to: 'local-first', schemeContact: /01 99/, takesSignals: true });
});

t.test('Codes are tried so often and no more', async (t) => {
  const house = await testCore(t, { change: (core) => ({ ...core, attemptLimits: { ...core.attemptLimits, resume: { account: 2, network: 3, seconds: 900 } } as typeof core.attemptLimits & object }) });
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const thief = browser(house);
  const statuses: number[] = [];
  for (let tries = 0; tries < 4; tries++) statuses.push((await thief.submit('/demande/reprise', { code: newRecoveryCode().text }, '/demande')).statusCode);
  t.strictSame(statuses, [422, 422, 422, 429]);
  t.ok(tokenOf(parse((await thief.look('/demande')).body)));
});
