import t from 'tap';
import { browser, type Browser } from './browser.ts';
import { testCore } from './core.ts';
import { openTerritory } from './territory.ts';
import { agreeAll, file, stateOf, texts } from './tiers.ts';

type Shown = Awaited<ReturnType<Browser['page']>>;
const main = (page: Shown) => page.querySelector('main')?.textContent ?? '';
const linksOf = (page: Shown) => page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');

const house = await testCore(t, { from: new Date('2026-03-02T09:00:00Z') });
const { yves, localDeputy, claire, omar } = await openTerritory(house, { members: 0, nationalMembers: 0 });
const [amina, roussel, bloch] = [await house.person('Amina Benali'), await house.person('Sylvie Roussel'), await house.person('Étienne Bloch')];
const parties = { amina, roussel, bloch };
const [conciliator, deputy] = [browser(house, yves), browser(house, localDeputy)];
const today = { 'heldOn.day': '2', 'heldOn.month': '3', 'heldOn.year': '2026' };

t.test('A conciliation is run from pages, without script, from the signal to the attestation', async (t) => {
  const id = await file(amina, 'local', 'Depuis le printemps les nuits changent la veille.');
  const at = (below = '') => `/dossiers/${id}${below === '' ? '' : `/${below}`}`;
  const done = async (below: string, fields: Record<string, string> = {}) => {
    const { status, page, body } = await conciliator.fill(at(below), fields);
    t.equal(status, 200, `${below} ${status === 200 ? '' : body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 600)}`);

    return page;
  };

  t.match(main(await conciliator.page('/dossiers')), /1 dossier/);
  await done('prise-en-charge');
  t.match(main(await conciliator.page(at('demande'))), /les nuits changent la veille/);
  t.equal((await conciliator.look(at('proposition-de-conciliation'))).statusCode, 409, 'not before the object is agreed');
  await done('objet-de-la-conciliation', { text: 'Les plannings de nuit et la manière de les annoncer.' });
  t.match(main(await conciliator.page(at())), /en attente de l’accord de la personne qui demande/);
  const [object] = await texts(amina, id, 'object');
  t.equal((await amina.post(`/api/cases/${id}/object/agreement`, { item: object?.id })).statusCode, 201);
  await done('proposition-de-conciliation');

  for (const guest of [roussel, bloch]) {
    const form = await conciliator.page(at('invitation-a-la-conciliation'));
    t.match(form.querySelector('textarea[name=letter]')?.textContent, /conciliation, sur place/, 'a letter in the conciliator’s words');
    const party = form.querySelector('input[name=party]')?.getAttribute('value') ?? '';
    const { page } = await conciliator.fill(at('invitation-a-la-conciliation'), { party, letter: 'Vous êtes invité à une rencontre.' });
    const [, link] = /\/invitation\/([\w-]{27})/.exec(main(page)) ?? [];
    const [code] = /\b\d{8}\b/.exec(page.querySelector('.entente-recovery-code__code')?.textContent ?? '') ?? [];
    t.equal((await guest.post('/api/invitations/acceptance', { link, code })).statusCode, 201);
  }
  await agreeAll(house, id, parties);
  t.match(main(await conciliator.page(at('parties'))), /Étienne Bloch.*Accord donné/s);

  t.equal((await conciliator.fill(at('rencontre'), { ...today, 'heldOn.day': '9', minutes: 'Demain.' })).status, 400, 'a day to come is no meeting');
  await done('rencontre', { ...today, minutes: 'Chacun a dit ce qui pèse.' });
  await done('proposition-de-solution', { text: 'Les plannings paraissent dix jours avant.' });
  const held = main(await conciliator.page(at('conciliation')));
  t.match(held, /2\smars\s2026.*Chacun a dit ce qui pèse/s);
  t.match(held, /Les plannings paraissent dix jours avant.*Personne ne l’a encore signée/s);
  t.notMatch(held, /"salt"/, 'the salt is nobody’s reading');
  t.match(main(await browser(house, amina).page(at('mon-accord'))), /Les plannings paraissent dix jours avant/);
  t.match(main((await conciliator.fill(at('notes'), { text: 'À moi seul.' })).page), /À moi seul/);
  const [caucus = ''] = linksOf(await conciliator.page(at('echanges'))).filter((href) => /echanges\/[0-9a-f-]{36}$/.test(href));
  t.match(main((await conciliator.fill(caucus, { text: 'Bonjour Amina.' })).page), /Bonjour Amina/);

  await t.test('her deputy reads what a second holder holds, and nothing private', async (t) => {
    t.match(main(await deputy.page(at('conciliation'))), /Chacun a dit ce qui pèse/);
    t.notMatch(main(await deputy.page(at('conciliation'))), /dix jours avant/, 'the proposal is between the parties and him');
    for (const below of ['demande', 'echanges', 'attestation', 'journal', 'attester']) t.match(String((await deputy.look(at(below))).statusCode), /404|409/, below);
    for (const other of [claire, omar]) t.equal((await browser(house, other).look(at())).statusCode, 404, 'another office knows nothing of it');
  });

  t.equal((await conciliator.fill(at('fin-sans-resultat'))).status, 422, 'not without the box');
  await done('fin-sans-resultat', { forGood: 'yes' });
  t.equal(await stateOf(amina, id), 'ended');
  t.match(main(await conciliator.page(at('attestation'))), /Elle se donne quand la conciliation est finie/);
  await done('attester', { factsOnly: 'yes' });

  const before = await readingsOf(id, yves.person);
  const printed = main(await conciliator.page(at('attestation')));
  t.match(printed, /CHU de Valmont.*Dispositif propre à l’établissement.*Du 2\smars\s2026 au 2\smars\s2026.*Tentative sans résultat.*conciliateur/is);
  t.notMatch(printed, /Benali|Roussel|Bloch|plannings|pèse/, 'no name and no content');
  t.equal(await readingsOf(id, yves.person), before + 1, 'one text is opened, not the accounts');
  t.notOk(linksOf(await conciliator.page(at())).includes(at('attester')), 'it is given once');

  await t.test('every page is sound', async (t) => {
    const titles = new Set<string>();
    const tabs = ['', 'demande', 'parties', 'echanges', 'conciliation', 'notes', 'attestation', 'journal'];
    for (const below of tabs) {
      const page = await conciliator.page(at(below));
      const ids = page.querySelectorAll('[id]').map((element) => element.id);
      t.equal(page.querySelectorAll('h1').length, 1, `${below} has one h1`);
      t.equal(new Set(ids).size, ids.length, `${below} repeats no id`);
      for (const table of page.querySelectorAll('table')) t.ok(table.querySelector('caption')?.textContent, `${below}: a caption`);
      t.notMatch(main(page), /[0-9a-f]{8}-[0-9a-f]{4}-/, `${below} shows no id`);
      titles.add(page.querySelector('title')?.text ?? '');
    }
    t.equal(titles.size, tabs.length, 'titles are unique');
  });
});

t.test('A conciliator orients somebody elsewhere: a letter to her alone, and a case that is over', async (t) => {
  const id = await file(amina, 'local', 'Je ne dors plus.');
  await conciliator.fill(`/dossiers/${id}/prise-en-charge`);
  const { status, page } = await conciliator.fill(`/dossiers/${id}/orientation`, { reason: 'occupational-health', letter: 'La médecine du travail vous recevra.' });
  t.equal(status, 200);
  t.match(main(page), /la lettre lui est remise/);
  t.equal(await stateOf(amina, id), 'redirected');
});

async function readingsOf(caseId: string, person: string): Promise<number> {
  return Number((await house.superuser`select count(*) from reading where case_id = ${caseId} and person = ${person}`)[0]?.['count']);
}
