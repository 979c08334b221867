import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import t from 'tap';
import { events } from '../server/journal/classes.ts';
import type { CaseExport } from '../server/mediation/export-case.ts';
import { TextContent } from '../server/web/export/text-content.tsx';
import { sessionOf } from './appoint.ts';
import { add, documentsOf, form, formType, inMediation, scene } from './documents-cast.ts';
import { created, later } from './mediation-cast.ts';

const now = await scene(t);
const { house, town, amina, roussel, bloch } = now;
const { claire, omar, committee } = town;
const { id, parties: [ofAmina, ofRoussel], helene, fatou } = await inMediation(now);
const at = (path: string) => `/api/cases/${id}/${path}`;

/** How many files have been taken away when all is done. */
const exports = 6;

/** What nobody but its readers may ever find in a file that Amina takes away. */
const others = ['CONFIÉ-À-HÉLÈNE', 'NOTES-DE-HÉLÈNE', 'PLAN-DES-MÉDIATEURS', 'PIÈCE-DE-ROUSSEL', 'LETTRE-À-ROUSSEL'];
const hers = ['Je préfère que cela reste entre nous.', 'Un mot pour tous.', 'Vous êtes attendue mardi.', 'Son planning', 'Le compte rendu', 'changent la veille'];

await created(roussel.post(at('texts'), { kind: 'caucus', subject: ofRoussel, text: 'CONFIÉ-À-HÉLÈNE' }));
await created(helene.post(at('texts'), { kind: 'notes', text: 'NOTES-DE-HÉLÈNE' }));
await created(helene.post(at('texts'), { kind: 'workspace', text: 'PLAN-DES-MÉDIATEURS' }));
await created(helene.post(at('texts'), { kind: 'letters', subject: ofRoussel, text: 'LETTRE-À-ROUSSEL' }));
await created(helene.post(at('texts'), { kind: 'letters', subject: ofAmina, text: 'Vous êtes attendue mardi.' }));
await created(amina.post(at('texts'), { kind: 'caucus', subject: ofAmina, text: 'Je préfère que cela reste entre nous.' }));
await created(bloch.post(at('texts'), { kind: 'room', text: 'Un mot pour tous. <script>alert(1)</script>' }));
t.test('Each party has a document of their own, and all have one', async (t) => {
  t.equal((await add(house, roussel, id, { title: 'PIÈCE-DE-ROUSSEL', visibility: 'shareable' })).statusCode, 201);
  t.equal((await add(house, amina, id, { title: 'Son planning' })).statusCode, 201);
  t.equal((await add(house, helene, id, { kind: 'room', title: 'Le compte rendu' })).statusCode, 201);
});

t.test('Who opened my file: officials by role, of what is mine or shared, newest first', async (t) => {
  house.clock.pass(5);
  await claire.get(at('texts?kind=account'));
  house.clock.pass(1);
  await helene.get(at('texts?kind=room'));
  await helene.get(at('texts?kind=workspace'));
  await roussel.get(at('texts?kind=room'));
  await amina.get(at('texts'));
  const first = await amina.get(at('readings'));
  t.equal(first.statusCode, 200, first.body);
  const { readings, total } = first.json<{ total: number; readings: { at: string; role: string; who: string; compartment: string; what: string; isShared: boolean }[] }>();
  t.match(readings.slice(0, 2), [
    { role: 'delegate', who: 'une médiatrice ou un médiateur délégué', compartment: 'room', what: 'les échanges communs', isShared: true },
    { role: 'in-charge', who: 'la médiatrice ou le médiateur en charge', compartment: 'account', what: 'votre demande et vos documents', isShared: false },
  ], 'neither the workspace, nor another party, nor herself');
  t.strictSame(readings.map((one) => one.at), readings.map((one) => one.at).sort().reverse());
  t.ok(readings.every(({ role }) => !['party', 'requester', 'self'].includes(role)));
  for (const who of [claire, helene, roussel, bloch]) t.notOk(first.body.includes(who.person), 'no one is named, not even by id');
  const pages = await Promise.all(Array.from({ length: Math.ceil(total / 50) }, async (_, before) => (await amina.get(at(`readings?page=${before + 1}`))).json<{ readings: unknown[] }>().readings.length));
  t.equal(pages.reduce((sum, one) => sum + one, 0), total, 'as many as are announced, to the last page');
  await house.superuser`insert into representative (id, case_id, party_id, person_id, act_id, since) values (gen_random_uuid(), ${id}, ${ofRoussel}, ${amina.person}, gen_random_uuid(), ${house.clock.now()})`;
  const ofBoth = (await amina.get(at('readings'))).json<{ total: number; readings: { at: string; compartment: string; role: string }[] }>();
  await house.superuser`delete from representative where party_id = ${ofRoussel} and person_id = ${amina.person}`;
  t.equal(ofBoth.readings.length, Math.min(50, ofBoth.total), 'nor more, for whoever stands for two');
  t.equal((await amina.get(at(`readings?page=${Math.ceil(total / 50) + 1}`))).json<{ readings: unknown[] }>().readings.length, 0);
  const ofHers = (await roussel.get(at('readings'))).json<{ readings: { at: string; compartment: string }[] }>().readings;
  t.notOk(ofHers.some((one) => one.compartment === 'account' && one.at === readings[1]?.at), 'that Amina’s account was opened is told to Amina only');
  for (const [name, who] of [['the mediator', claire], ['a delegate', fatou], ['the secretary', omar], ['a stranger', await house.person('Un voisin')]] as const) t.equal((await who.get(at('readings'))).statusCode, 404, name);
});

t.test('A code is said in words; what somebody typed stays as they typed it', async (t) => {
  const shown = String(TextContent({ text: JSON.stringify({ profession: 'nurse', whatHappened: 'peers', function: 'director' }), places: new Map() }));
  t.match(shown, 'Infirmier');
  t.match(shown, '>peers<');
  t.match(shown, '>director<');
});

t.test('Amina takes her file away: all of hers and of what is shared, and nothing else', async (t) => {
  const json = await amina.get(at('export?format=json'));
  const html = await amina.get(at('export?format=html'));
  for (const [format, answer] of [['json', json], ['html', html]] as const) {
    t.equal(answer.statusCode, 200, answer.statusCode === 200 ? format : answer.body);
    t.match(answer.headers['content-disposition'], /^attachment; filename="dossier-[0-9A-Z]{4}-[0-9A-Z]{4}\.(html|json)"/);
    for (const phrase of hers) t.ok(answer.body.includes(phrase), `${format} has « ${phrase} »`);
    for (const phrase of others) t.notOk(answer.body.includes(phrase), `${format} has nothing of ${phrase}`);
    for (const one of [claire, helene, fatou, roussel, bloch, omar, ...committee]) t.notOk(answer.body.includes(one.person), `${format} names nobody by id`);
    const digest = createHash('sha256').update(answer.rawPayload).digest('base64');
    t.equal(answer.headers['content-digest'], `sha-256=:${digest}:`);
  }

  const file = json.json<CaseExport>();
  t.match(file, { format: 'entente-case-1', zone: 'Europe/Paris', case: { case: id, state: 'in_mediation', tier: 'regional' }, consents: [{ answer: 'consent', textVersion: 'mediation-1' }] });
  t.equal(file.consents.length, 1, 'her own consent only');
  t.match(file.texts.find(({ text }) => text.startsWith('Un mot')), { author: 'party', compartment: 'room' });
  t.match(file.texts.find(({ text }) => text.startsWith('Je préfère')), { author: 'self', compartment: 'caucus' });
  t.match(file.texts.find(({ text }) => text.startsWith('Vous êtes attendue')), { author: 'delegate', compartment: 'letters' });
  t.match(file.documents.map(({ title, author, compartment }) => [title, author, compartment]).sort(), [['Le compte rendu', 'delegate', 'room'], ['Son planning', 'self', 'account']]);
  t.ok(file.deadlines.some(({ rule, startedAt, source }) => rule === 'agreement' && startedAt !== '' && source.startsWith('D art. 13')));
  t.ok(file.readings.length > 2);
  t.notOk(json.body.includes('"key"'), 'no key of a document');
});

t.test('The page stands alone, is French and can be printed', async (t) => {
  const { body } = await amina.get(at('export?format=html'));
  const page = parse(body);
  t.equal(page.querySelector('html')?.getAttribute('lang'), 'fr');
  t.match(page.querySelector('main')?.textContent, /Infirmier.*CHU de Valmont/s, 'codes and places are said in words');
  t.notMatch(page.querySelector('main')?.textContent, /[0-9a-f]{8}-[0-9a-f]{4}-|health-manager|agent-hierarchy/);
  t.equal(page.querySelectorAll('h1').length, 1);
  t.strictSame(page.querySelectorAll('script, link, img, iframe, form, a').map(({ rawTagName }) => rawTagName), [], 'nothing runs, nothing is fetched');
  t.notMatch(body, /https?:|url\(|@import|src=/);
  t.ok(page.querySelectorAll('table').every((table) => table.querySelector('caption') && table.querySelectorAll('th[scope=col]').length > 0));
  t.match(page.querySelector('style')?.textContent, /@media print/);
  t.match(body, /Ce qui s’est passé/, 'the request in words, not as codes');
  t.match(body, /dernier accord écrit des parties/, 'deadlines with their cause');
});

t.test('Only a party takes a file away', async (t) => {
  for (const [name, who] of [['the mediator', claire], ['a delegate', helene], ['the secretary', omar], ['a stranger', await house.person('Une passante')]] as const) {
    for (const format of ['json', 'html']) t.equal((await who.get(at(`export?format=${format}`))).statusCode, 404, `${name}, ${format}`);
  }
  const taken = (await roussel.get(at('export?format=json'))).body;
  for (const phrase of ['CONFIÉ-À-HÉLÈNE', 'PIÈCE-DE-ROUSSEL', 'LETTRE-À-ROUSSEL', 'Un mot pour tous.']) t.ok(taken.includes(phrase), 'hers has hers');
  for (const phrase of ['Je préfère que cela', 'Vous êtes attendue', 'Son planning', 'changent la veille']) t.notOk(taken.includes(phrase), 'and nothing of Amina’s');
});

t.test('The pages send and receive the same files', async (t) => {
  await later(now, 1);
  const cookie = `entente=${amina.token}`;
  const visit = async (url: string) => house.app.inject({ method: 'GET', url, headers: { cookie } });
  t.equal((await visit(`/dossiers/${id}/export.html`)).statusCode, 200);
  t.match((await visit(`/dossiers/${id}/export.json`)).json(), { format: 'entente-case-1' });
  t.equal((await house.app.inject({ method: 'GET', url: `/dossiers/${id}/export.html` })).statusCode, 401);

  const shown = await visit('/deconnexion');
  const token = parse(shown.body).querySelector('input[name=form-token]')?.getAttribute('value') ?? '';
  const browser = `${cookie}; entente-form=${shown.cookies.find(({ name }) => name === 'entente-form')?.value}`;
  const send = (fields: Record<string, string>, url = `/dossiers/${id}/documents`, content = Buffer.from('Du papier.')) =>
    house.app.inject({ method: 'POST', url, headers: { cookie: browser, 'content-type': formType }, payload: form(fields, { name: 'papier.txt', type: 'text/plain', content }) });
  const stale = await send({ 'form-token': 'x', title: 'Jeton faux' });
  t.equal(stale.statusCode, 422);
  t.notOk((await documentsOf(amina, id)).some(({ title }) => title === 'Jeton faux'), 'nothing is kept');
  t.equal((await send({ 'form-token': token })).statusCode, 422, 'without a title');
  const sent = await send({ 'form-token': token, title: 'Par la page', visibility: 'shareable' });
  t.match([sent.statusCode, sent.headers.location], [303, `/dossiers/${id}/documents`], sent.body);
  t.equal((await send({ 'form-token': token, title: 'Deux fois' })).statusCode, 409, 'a form is good once');
  const added = (await documentsOf(amina, id)).find(({ title }) => title === 'Par la page');
  t.match(added, { compartment: 'account', visibility: 'shareable', class: 'statement_or_position', mediaType: 'text/plain' });
  const got = await visit(`/dossiers/${id}/documents/${added?.document}`);
  t.match([got.statusCode, got.body, got.headers['content-disposition']], [200, 'Du papier.', /^attachment; filename="papier\.txt"/]);
  const theirs = await house.app.inject({ method: 'GET', url: `/dossiers/${id}/documents/${added?.document}`, headers: { cookie: `entente=${roussel.token}` } });
  t.equal(theirs.statusCode, 404);
  for (const url of ['/dossiers/x/export.html', `/dossiers/${id}/documents/x`]) t.equal((await visit(url)).statusCode, 404, url);
  const crossed = await house.app.inject({ method: 'POST', url: `/dossiers/${id}/documents`, headers: { cookie: browser, 'content-type': formType, 'sec-fetch-site': 'cross-site' }, payload: form({}, { name: 'a', content: Buffer.alloc(1) }) });
  t.equal(crossed.statusCode, 403);
  t.ok(await sessionOf(house, amina), 'she is still there');
});

t.test('Each export is a signed line of the journal', async (t) => {
  const [row] = await house.superuser<{ count: number }[]>`select count(*)::int as count from journal_entry where class = ${events.exported.class} and signature is not null`;
  t.equal(row?.count, exports);
});
