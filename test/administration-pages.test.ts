import t from 'tap';
import { appoint } from './appoint.ts';
import { browser, type Browser } from './browser.ts';
import { testCore } from './core.ts';
import { flawsOf } from './sound-page.ts';
import { openTerritory, valmont } from './territory.ts';
import { file } from './tiers.ts';
import { bodyRules, compositionWarnings } from '../policies/charter/body.ts';
import { endingMandates } from '../policies/ending-mandates.ts';
import { establishments } from '../db/seed/directory.ts';

type Shown = Awaited<ReturnType<Browser['page']>>;
const main = (page: Shown) => page.querySelector('main')?.textContent ?? '';
const linksOf = (page: Shown) => page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
const dayOf = (name: string, day: string) => Object.fromEntries(['year', 'month', 'day'].map((part, rank) => [`${name}.${part}`, String(Number(day.split('-')[rank]))]));

const house = await testCore(t, { from: new Date('2026-03-02T09:00:00Z') });
const { administrator, registrar, offices, claire, omar, yves } = await openTerritory(house, { members: 0, nationalMembers: 0 });
const amina = await house.person('Amina Benali');
const [solange, gilles, mediator, secretary, stranger] = [browser(house, administrator), browser(house, registrar), browser(house, claire), browser(house, omar), browser(house, amina)];

t.test('Somebody is appointed from pages, in four hands, is handed the key, and is relieved', async (t) => {
  const paula = await house.person('Paula Serrano');
  const candidate = browser(house, paula);
  t.equal((await candidate.look('/administration')).statusCode, 404, 'nothing waits for her yet');
  const at = `/administration/services/${offices.regional}/nomination`;
  const term = { certified: 'yes', gender: 'woman', ...dayOf('validFrom', '2026-03-02'), ...dayOf('validTo', '2028-03-02') };
  for (const other of [stranger, mediator, gilles]) t.equal((await other.look(at)).statusCode, 404, 'only an administrator proposes');
  for (const who of [solange, gilles]) t.equal((await who.look('/dossiers')).headers.location, '/administration', 'who has no case is led to what is theirs');
  const unknown = await solange.fill(at, { address: 'personne@exemple.fr', role: 'deputy', ...term });
  t.equal(unknown.status, 400);
  t.match(main(unknown.page), /Donnez l’adresse d’un compte qui existe/);
  const proposed = await solange.fill(at, { address: paula.account.address, role: 'deputy', ...term });
  t.match(main(proposed.page), /La nomination est proposée/);

  t.match(main(await candidate.page('/compte')), /Un mandat attend votre signature/);
  const waiting = await candidate.page('/administration');
  t.match(main(waiting), /Médiation régionale – Auvergne-Rhône-Alpes/);
  const [sign = ''] = linksOf(waiting).filter((href) => href.endsWith('/signature'));
  t.equal((await solange.look(sign)).statusCode, 409, 'nobody signs for another');
  t.match(main(await candidate.page(sign)), /garder confidentiel/, 'the undertaking is read in full');
  t.equal((await candidate.fill(sign, { passphrase: 'ce n’est pas ma phrase' })).status, 401);
  t.match(main((await candidate.fill(sign, { passphrase: paula.account.passphrase })).page), /Votre mandat est signé/);

  const [countersign = ''] = linksOf(await gilles.page('/administration')).filter((href) => href.endsWith('/contresignature'));
  t.equal((await stranger.look(countersign)).statusCode, 404);
  t.match(main(await gilles.page(countersign)), /Paula Serrano/);
  t.equal((await gilles.fill(countersign, { passphrase: registrar.account.passphrase })).status, 422, 'not without saying that one knows her');
  t.match(main((await gilles.fill(countersign, { sure: 'yes', passphrase: registrar.account.passphrase })).page), /Le mandat est contresigné/);

  const keys = linksOf(await mediator.page('/administration')).filter((href) => href.startsWith('/administration/cles/') && href.endsWith(paula.person));
  t.equal(keys.length, 2, 'the register’s and the requests’');
  t.equal((await stranger.look(keys[0] ?? '')).statusCode, 404);
  t.match(main(await mediator.page(keys[0] ?? '')), /Paula Serrano.*adjoint.*Gilles Aubry/is, 'name, mandate and registrar are shown');
  for (const key of keys) t.match(main((await mediator.fill(key, { sure: 'yes' })).page), /La clé est remise/);
  t.equal((await mediator.look(keys[0] ?? '')).statusCode, 404, 'once');

  const [end = ''] = linksOf(await solange.page('/administration')).filter((href) => href === sign.replace('/signature', '/fin'));
  t.match(main(await solange.page(end)), /Aucun dossier ne resterait sans personne en charge/);
  t.equal((await solange.fill(end)).status, 422, 'not without the box');
  t.match(main((await solange.fill(end, { over: 'yes' })).page), /Le mandat a pris fin/);
});

t.test('An office is opened where there is none, after a check; a second one of the same place is not proposed', async (t) => {
  const list = '/administration/services/ouverture';
  for (const other of [stranger, mediator, gilles, secretary]) for (const at of [list, `${list}/regional`]) t.equal((await other.look(at)).statusCode, 404);
  t.ok(linksOf(await solange.page('/administration')).includes(list));
  const kinds = linksOf(await solange.page(list));
  t.ok(kinds.includes(`${list}/regional`) && kinds.includes(`${list}/prefect`));
  t.notOk(kinds.includes(`${list}/national`), 'there is one');
  t.equal((await solange.look(`${list}/national`)).statusCode, 409);
  t.equal((await solange.look(`${list}/mairie`)).statusCode, 404);
  for (const at of [list, `${list}/regional`, `${list}/cng`]) t.strictSame(flawsOf((await solange.look(at)).body), [], at);

  const places = async () => (await solange.page(`${list}/regional`)).querySelectorAll('select option').map((one) => ({ value: one.getAttribute('value') ?? '', name: one.textContent }));
  const found = (await places()).find(({ name }) => name === 'Nouvelle-Aquitaine');
  t.notOk((await places()).some(({ name }) => name === 'Auvergne-Rhône-Alpes'));
  t.equal((await solange.fill(`${list}/regional`, {})).status, 422);
  t.match((await solange.submit(`${list}/regional`, { territory: found?.value ?? '' })).body, /Vérifiez avant de confirmer.*Nouvelle-Aquitaine/s);
  const opened = await solange.fill(`${list}/regional`, { territory: found?.value ?? '' });
  t.match(main(opened.page), /Le service est ouvert.*Médiation régionale – Nouvelle-Aquitaine/s);
  t.notOk((await places()).some(({ name }) => name === 'Nouvelle-Aquitaine'));
  t.match(main((await solange.fill(`${list}/cng`)).page), /Le service est ouvert.*Centre national de gestion/s);
  t.match(main((await solange.fill(`${list}/ars`, { place: '53' })).page), /Le service est ouvert/, 'by the code of its region');
});

t.test('Whoever appoints sees which mandates end, who would be left, and how each committee is made up', async (t) => {
  const marthe = await house.person('Marthe Aubin');
  const { offices: all } = (await administrator.get('/api/offices')).json<{ offices: { id: string; tier: string; openKeys: string[] }[] }>();
  const aquitaine = all.find(({ tier, id }) => tier === 'regional' && id !== offices.regional)?.id ?? '';
  await appoint(house, marthe, { office: aquitaine, role: 'deputy', validTo: new Date('2026-05-01T10:00:00Z') }, registrar);
  t.match(main(await solange.page('/administration')), /Mandats qui s’achèvent.*Marthe Aubin.*Nouvelle-Aquitaine.*1er\smai\s2026.*personne d’autre.*Moins de deux/s);
  t.match(main(await solange.page('/administration')), /Composition des comités.*Médiation régionale – Auvergne-Rhône-Alpes0000.*0\smembre\ssur\s10/s);
  t.notMatch(main(await mediator.page('/administration')), /Composition des comités|Mandats qui s’achèvent/);
  t.equal((await claire.get('/api/compositions')).statusCode, 404);
  t.match((await administrator.get('/api/compositions')).json(), { compositions: [{ members: 0, warnings: [{ code: 'size', expected: 10 }] }, {}] });
});

t.test('Who would be left: others who hold the same key, or where there is none, the same role', async (t) => {
  const [soon, late] = [new Date('2026-04-01T00:00:00Z'), new Date('2028-01-01T00:00:00Z')];
  const inForce = [
    { person: 'a', office: 'one', role: 'mediator', validTo: soon }, { person: 'b', office: 'one', role: 'deputy', validTo: late }, { person: 'c', office: 'one', role: 'secretary', validTo: late },
    { person: 'd', office: 'one', role: 'member', validTo: soon }, { person: 'e', office: 'two', role: 'deputy', validTo: late }, { person: 'f', office: 'two', role: 'administrator', validTo: soon },
  ] as const;
  t.strictSame(endingMandates(inForce, new Date('2026-05-01T00:00:00Z')).map(({ person, left }) => [person, left]), [['a', 2], ['d', 0], ['f', 0]]);
  t.strictSame(endingMandates(inForce, soon), [], 'on that very day it still holds');
  t.strictSame(compositionWarnings([...Array<'woman' | 'man' | null>(4).fill('woman'), ...Array<'man'>(4).fill('man'), null, null].map((gender) => ({ gender, zone: null })), bodyRules.ordinary), [], 'a gender not asked counts for the size, not for parity');
});

t.test('Whoever presides reads in their week whose mandate ends with cases in charge', async (t) => {
  const id = await file(amina, 'regional', 'Les plannings changent la veille.');
  t.equal((await claire.post(`/api/cases/${id}/charge`, {})).statusCode, 200);
  t.notMatch(main(await mediator.page('/semaine')), /Mandats qui s’achèvent/);
  const [before] = await house.superuser<{ id: string; valid_to: Date }[]>`select id, valid_to from mandate where person_id = ${claire.person}`;
  await house.superuser`update mandate set valid_to = ${new Date('2026-03-20T10:00:00Z')} where person_id = ${claire.person}`;
  t.match(main(await mediator.page('/semaine')), /Mandats qui s’achèvent.*Claire Morel, médiateur.*20\smars\s2026.*1\sdossier en charge/s);
  t.strictSame(flawsOf((await mediator.look('/semaine')).body), []);
  await house.superuser`update mandate set valid_to = ${before?.valid_to ?? null} where person_id = ${claire.person}`;
});

t.test('The retention table is the one everybody reads, with the setting behind each length', async (t) => {
  const at = '/administration/conservation';
  t.equal((await stranger.look(at)).statusCode, 404);
  t.strictSame(flawsOf((await mediator.look(at)).body), []);
  const own = (await solange.page(at)).querySelectorAll('tbody tr').map((row) => row.querySelectorAll('th, td').map((cell) => cell.textContent));
  const open = (await browser(house).page('/donnees-personnelles')).querySelectorAll('tbody tr').map((row) => row.querySelectorAll('th, td').map((cell) => cell.textContent));
  t.strictSame(own.map((cells) => cells.slice(0, 4)), open);
  t.ok(linksOf(await solange.page(at)).includes('/administration/reglages/retention-notes'));
  t.notOk(linksOf(await mediator.page(at)).some((href) => href.includes('reglages')), 'a mediator reads, and decides nothing');
});

t.test('A setting is decided for a day to come, and its source is shown', async (t) => {
  t.match(main(await mediator.page('/administration/reglages')), /Récusation.*8\sjours.*Notre choix/s);
  t.equal((await mediator.look('/administration/reglages/challenge')).statusCode, 404, 'a mediator reads, and decides nothing');
  t.equal((await stranger.look('/administration/reglages')).statusCode, 404);
  t.equal((await solange.fill('/administration/reglages/challenge', { value: 'dix', ...dayOf('validFrom', '2026-04-01') })).status, 422);
  t.equal((await solange.fill('/administration/reglages/challenge', { value: '10', ...dayOf('validFrom', '2026-03-01') })).status, 400, 'not for a day gone by');
  t.match(main((await solange.fill('/administration/reglages/challenge', { value: '10', ...dayOf('validFrom', '2026-04-01') })).page), /10\sjours à partir du 1er\savril/);
});

t.test('The register of local schemes is public, kept by those it is given to, and routes a signal', async (t) => {
  const visitor = browser(house);
  const other = establishments.find(({ id, departmentCode, type }) => id !== valmont.id && departmentCode === valmont.departmentCode && !['faculty', 'paramedical-school'].includes(type));
  const far = establishments.find(({ departmentCode }) => departmentCode === '75');
  const edit = `/administration/dispositifs/${other?.id}`;
  t.match(main(await visitor.page(`/dispositifs?departement=${valmont.departmentCode}&nom=valmont`)), /CHU de Valmont.*Cellule de conciliation/s);
  t.match(main(await visitor.page('/dispositifs?nom=nulle-part')), /Aucun établissement ne répond/);

  for (const one of [stranger, mediator]) t.equal((await one.look(edit)).statusCode, 404);
  t.equal((await secretary.look(`/administration/dispositifs/${far?.id}`)).statusCode, 404, 'not beyond the territory');
  t.ok(linksOf(await secretary.page(`/administration/dispositifs?nom=${encodeURIComponent(other?.name ?? '')}`)).includes(edit));
  const entry = { form: 'shared', sharedWith: valmont.id, function: 'Cellule commune de conciliation', telephone: '01 99 00 77 77', ...dayOf('validFrom', '2026-03-02') };
  t.equal((await secretary.fill(edit, { ...entry, sharedWith: '' })).status, 400, 'a shared scheme is somebody’s');
  t.equal((await secretary.fill(edit, { ...entry, telephone: 'appelez-moi' })).status, 400);
  t.match(main((await secretary.fill(edit, entry)).page), /Le dispositif est inscrit au registre public/);
  t.equal((await secretary.fill(edit, entry)).status, 409, 'one entry a day');
  t.match(main(await visitor.page(`/dispositifs?nom=${encodeURIComponent(other?.name ?? '')}`)), /Dispositif commun, tenu par CHU de Valmont.*Cellule commune de conciliation, 01 99 00 77 77/s);

  const id = await file(amina, 'local', 'Une tension dans mon service.', other?.id);
  t.equal((await yves.get(`/api/cases/${id}`)).statusCode, 200, 'the signal goes to the office that serves them');
});

t.test('The pages each footer must lead to are there, with the lengths and the readers of the rules', async (t) => {
  const visitor = browser(house);
  const links = (await visitor.page('/')).querySelectorAll('footer a').map((link) => link.getAttribute('href') ?? '');
  const titles = new Set<string>();
  for (const href of ['/aide', '/mentions-legales', '/donnees-personnelles', '/plan-du-site', '/dispositifs', '/accessibilite']) {
    t.ok(links.includes(href), `${href} is in the footer`);
    const page = await visitor.page(href);
    t.equal(page.querySelectorAll('h1').length, 1);
    titles.add(page.querySelector('title')?.text ?? '');
  }
  t.equal(titles.size, 6, 'titles are unique');
  t.match(main(await visitor.page('/donnees-personnelles')), /Notes privées d’un médiateur.*30\sjours.*la clôture.*Détruit/s);
  t.match(main(await visitor.page('/aide')), /Les notes privées d’un médiateur.*la personne qui les écrit/s);
  for (const { href } of (await visitor.page('/plan-du-site')).querySelectorAll('main a').map((link) => ({ href: link.getAttribute('href') ?? '' })).filter(({ href }) => !/dossiers|compte/.test(href)))
    t.equal((await visitor.look(href)).statusCode, 200, `${href} exists`);
});
