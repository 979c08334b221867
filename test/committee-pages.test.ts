import t from 'tap';
import { browser, type Browser } from './browser.ts';
import type { Client } from './client.ts';
import { answered, created, notifiedCases, scene } from './mediation-cast.ts';
import { flawsOf } from './sound-page.ts';
import { comeBack } from './territory.ts';

const main = (page: Awaited<ReturnType<Browser['page']>>) => page.querySelector('main')?.textContent ?? '';
const convocation = 'Un CHU, un service de médecine, trois familles de métiers.';
const names = 'Trois personnes : Amina Benali, Sylvie Roussel, Étienne Bloch.';
const summary = 'Partie 1, partie 2 et partie 3 travaillent la nuit ; les plannings changent la veille.';
const everyName = /Amina|Benali|Roussel|Bloch|Valmont|Pneumologie/;

t.test('A member declares, reads a summary without names, advises, and learns what was decided', async (t) => {
  const now = await scene(t);
  const { house, town: { claire, committee } } = now;
  const [helene, paul, fatou, jean, maria] = committee as [Client, Client, Client, Client, Client];
  const [id, other] = (await notifiedCases(now, 2)) as [string, string];
  const at = (below = '', caseId = id) => `/dossiers/${caseId}${below === '' ? '' : `/${below}`}`;
  await created(claire.post(`/api/cases/${id}/convocation`, { members: [helene, paul, fatou, jean, maria].map(({ person }) => person), text: convocation, names }));
  await created(claire.post(`/api/cases/${other}/convocation`, { members: [paul.person], text: convocation }));
  await created(claire.post(`/api/cases/${id}/summary`, { text: summary }));
  const desk = browser(house, helene);

  await t.test('before declaring there is the convocation and nothing else', async (t) => {
    const page = await desk.page(at());
    t.match(main(page), /Un CHU, un service de médecine/);
    t.notMatch(page.toString(), everyName, 'no name, no establishment by name');
    t.strictSame(flawsOf((await desk.look(at())).body), []);
    t.strictSame(page.querySelectorAll('nav[aria-label="Pages du dossier"] a').map((link) => link.textContent.trim()), ['Suivi', 'Notes privées']);
    for (const below of ['lecture', 'decision', 'instance', 'demande', 'parties', 'journal', 'accord']) t.equal((await desk.look(at(below))).statusCode, 404, below);
    t.equal((await desk.look(at('avis'))).statusCode, 404, 'no advice without a seat');
    t.equal((await desk.look(at('', other))).statusCode, 404, 'a case one was not called to');
  });

  await t.test('declaring: a link is told in words, and what is seen later too', async (t) => {
    t.strictSame(flawsOf((await desk.look(at('declaration-de-liens'))).body), []);
    t.equal((await desk.submit(at('declaration-de-liens'), { answer: 'none' })).statusCode, 303);
    await comeBack(house, claire);
    const after = await desk.page(at());
    t.match(main(after), /aucun lien.*faire siéger/s);
    t.match(main(after), /Amina Benali/, 'names are for whoever saw no link, when the mediator gave them');
    const options = (await desk.page(at('declaration-de-liens'))).querySelectorAll('input[type=radio]').map((radio) => radio.getAttribute('value'));
    t.strictSame(options, ['recused', 'link'], 'a link may still be told, nothing is unsaid');

    const lena = browser(house, maria);
    const empty = await lena.fill(at('declaration-de-liens'), { answer: 'link' });
    t.match(empty.body, /Dites en quelques mots quel est ce lien/);
    const told = await lena.fill(at('declaration-de-liens'), { answer: 'link', text: 'J’ai formé une cadre de ce service.' });
    t.match(told.body, /Le médiateur l’examine/);
    t.notMatch(told.page.querySelector('main')?.textContent, everyName, 'no names for whoever declared a link');
    for (const one of [paul, fatou]) await created(one.post(`/api/cases/${id}/declaration`, { answer: 'none' }));
  });

  await t.test('a recused member is shown a neutral page, and finds no case afterwards', async (t) => {
    const away = browser(house, jean);
    const left = await away.submit(at('declaration-de-liens'), { answer: 'recused' });
    t.equal(left.statusCode, 200);
    t.match(left.body, /Votre déclaration est remise/);
    t.notMatch(left.body, new RegExp(`${everyName.source}|${id}|[0-9A-Z]{4}-[0-9A-Z]{4}`), 'not even the reference');
    t.strictSame(flawsOf(left.body), []);
    for (const below of ['', 'lecture', 'avis', 'notes', 'decision', 'declaration-de-liens']) t.equal((await away.look(at(below))).statusCode, 404, below);
  });

  await t.test('not seated, no summary; seated, the summary, the advice and numbers alone', async (t) => {
    t.equal((await desk.look(at('lecture'))).statusCode, 404);
    t.notMatch((await desk.look(at())).body, /travaillent la nuit/);
    await created(claire.post(`/api/cases/${id}/seats`, { members: [helene, paul, fatou].map(({ person }) => person), acceptsLinks: false }));
    await comeBack(house, claire);

    const reading = await desk.page(at('lecture'));
    t.match(main(reading), /Partie 1, partie 2 et partie 3/);
    t.notMatch(main(reading), everyName);
    t.strictSame(flawsOf((await desk.look(at('lecture'))).body), []);
    t.match(main(await desk.page(at())), /0 avis reçu sur 3\s; quorum 3/);

    const form = await desk.page(at('avis'));
    t.strictSame(flawsOf(form.toString()).filter((flaw) => !flaw.startsWith('does not say')), []);
    t.match(main(form), /Faut-il ouvrir une médiation/);
    t.equal((await desk.submit(at('avis'), { advice: 'open', reasons: '' })).statusCode, 422, 'reasons are required');
    const given = await desk.fill(at('avis'), { advice: 'open', reasons: 'Une parole est encore possible.' });
    t.match(main(given.page), /Votre avis est remis.*1 avis reçu sur 3/s);
    const again = await desk.page(at('avis'));
    t.match(again.querySelector('textarea')?.textContent, /Une parole est encore possible/, 'one’s own advice is there to be changed');
    await desk.fill(at('avis'), { advice: 'redirect', reasons: 'Plutôt la médecine du travail.' });

    await browser(house, paul).fill(at('avis'), { advice: 'open', reasons: 'Ouvrir, le lien tient encore.' });
    await browser(house, fatou).fill(at('avis'), { advice: 'open', reasons: 'Ouvrir aussi.' });
    const whole = (await Promise.all(['', 'lecture', 'avis', 'notes'].map((below) => desk.look(at(below))))).map(({ body }) => body).join('');
    t.notMatch(whole, /le lien tient encore|Ouvrir aussi/, 'the advices of the others wait for the decision');
    t.match(whole, /3 avis reçus sur 3\s; quorum 3/);
    t.equal((await desk.look(at('decision'))).statusCode, 404);
    t.match((await helene.get(`/api/cases/${id}/examination`)).json(), { seated: 3, advices: 3, quorum: 3 });
    t.equal((await maria.get(`/api/cases/${id}/examination`)).statusCode, 404, 'declared is not seated');
  });

  await t.test('own notes stay one’s own', async (t) => {
    await desk.submit(at('notes'), { text: 'Demander qui fait les plannings.' });
    t.match(main(await desk.page(at('notes'))), /qui fait les plannings/);
    t.notMatch((await browser(house, paul).look(at('notes'))).body, /qui fait les plannings/);
  });

  await t.test('after the decision: what was decided, and the advices without a name', async (t) => {
    await created(claire.post(`/api/cases/${id}/prior-step`, { finding: 'accepted', reasons: 'La tentative du printemps est établie.' }));
    await created(claire.post(`/api/cases/${id}/opening`, { letter: 'Une médiation est ouverte.', followsAdvice: true, reasons: 'Deux avis sur trois.' }));
    const page = await desk.page(at('decision'));
    t.match(main(page), /suit l’avis du comité.*Deux avis sur trois.*Votre avis.*Avis d’un membre/s);
    t.notMatch(main(page), /Paul|Fatou/);
    t.strictSame(flawsOf((await desk.look(at('decision'))).body), []);
    t.match(main(await desk.page(at())), /Le médiateur a décidé/);
    t.equal((await desk.look(at('avis'))).statusCode, 409, 'no more advice');
    t.equal((await browser(house, maria).look(at('decision'))).statusCode, 404, 'who did not sit does not read it');
  });
});

t.test('A member’s Thursday, without script: five files declared on one page, read, advised', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town: { claire, omar, committee, offices, nadia }, amina } = now;
  const [helene, paul] = committee as [Client, Client];
  const cases = await notifiedCases(now, 6);
  const [agenda, apart] = [cases.slice(0, 5), cases[5] ?? ''];
  for (const id of cases) await created(claire.post(`/api/cases/${id}/convocation`, { members: id === apart ? [paul.person] : [helene.person, paul.person], text: convocation }));
  const references = new Map<string, string>();
  for (const id of cases) references.set(id, (await claire.get(`/api/cases/${id}`)).json<{ reference: string }>().reference);
  const [desk, secretary] = [browser(house, helene), browser(house, omar)];
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

  await t.test('the secretary fixes the day and the agenda; nobody else does', async (t) => {
    const past = await secretary.fill('/seances/nouvelle', { 'heldOn.day': '1', 'heldOn.month': '3', 'heldOn.year': '2026' });
    t.match([past.status, past.body], [400, /Indiquez un jour à venir/]);
    const day = { 'heldOn.day': '2', 'heldOn.month': '4', 'heldOn.year': '2026' };
    t.match((await secretary.fill('/seances/nouvelle', day)).body, /La séance est fixée/);
    t.equal((await secretary.fill('/seances/nouvelle', day)).status, 409, 'one sitting a day');
    for (const who of [helene, amina, nadia]) t.match(await answered(who.post('/api/sittings', { office: offices.regional, heldOn: '2026-04-09' })), { status: 404 }, `${who.account.name} fixes none`);

    const { sittings } = (await omar.get('/api/sittings')).json<{ sittings: { sitting: string }[] }>();
    const sitting = sittings[0]?.sitting ?? '';
    for (const id of cases.slice(0, 4)) {
      t.equal((await secretary.fill(`/seances/${sitting}/inscription`, { case: id })).status, 200);
      house.clock.pass(1);
    }
    await created(claire.post(`/api/cases/${agenda[4]}/sitting`, { sitting }));
    await created(claire.post(`/api/cases/${apart}/sitting`, { sitting }));
    t.match(await answered(claire.post(`/api/cases/${apart}/sitting`, { sitting })), { status: 409, code: 'acted-first' });
    t.match(await answered(paul.post(`/api/cases/${apart}/sitting`, { sitting })), { status: 404 });
    for (const who of [amina, nadia]) {
      t.equal((await browser(house, who).look(`/seances/${sitting}`)).statusCode, 404);
      t.strictSame((await who.get('/api/sittings')).json(), { sittings: [] });
    }
  });

  const sitting = (await omar.get('/api/sittings')).json<{ sittings: { sitting: string }[] }>().sittings[0]?.sitting ?? '';
  const at = `/seances/${sitting}`;

  await t.test('all are declared on one page; what one leaves is gone', async (t) => {
    const first = await desk.page('/seances');
    t.match(main(await desk.page('/semaine')), /Déclarer vos liens pour la séance du .*: 5 dossiers/, 'the week of a member says so too');
    t.match(plain(main(first)), /Séance du jeudi 2 avril 2026 : 5 dossiers, rien à lire/);
    t.notMatch(first.toString(), new RegExp(references.get(apart) ?? 'none'), 'a case she was not called to is not on her agenda');
    t.strictSame(flawsOf((await desk.look('/seances')).body), []);
    t.strictSame(flawsOf((await desk.look(`${at}/declarations`)).body), []);
    t.equal((await desk.fill(`${at}/declarations`)).status, 400, 'at least one answer');

    const field = (id: string) => `answer-${references.get(id)}`;
    const [one, two, three, four, five] = agenda as [string, string, string, string, string];
    const unsaid = await desk.fill(`${at}/declarations`, { [field(one)]: 'none', [field(five)]: 'link' });
    t.match([unsaid.status, unsaid.body], [400, /Dites en quelques mots quel est ce lien/]);
    t.equal(unsaid.page.querySelector(`input[name="${field(one)}"][checked]`)?.getAttribute('value'), 'none', 'and the rest is kept');
    const told = await desk.fill(`${at}/declarations`, { [field(one)]: 'none', [field(two)]: 'none', [field(three)]: 'none', [field(four)]: 'none', [field(five)]: 'recused' });
    t.match(plain(main(told.page)), /Vos déclarations sont remises.*4 dossiers/s);
    t.notMatch(told.body, new RegExp(references.get(five) ?? 'none'), 'the file she left is not there any more');
    t.equal((await desk.look(`${at}/declarations`)).statusCode, 404, 'nothing left to declare');
    t.equal((await desk.look(`/dossiers/${five}`)).statusCode, 404);
  });

  await t.test('she reads and advises, one file after the other', async (t) => {
    for (const id of agenda) await created(claire.post(`/api/cases/${id}/summary`, { text: `${summary} `.repeat(60) }));
    for (const id of agenda.slice(0, 4)) await created(claire.post(`/api/cases/${id}/seats`, { members: [helene.person], acceptsLinks: false }));
    await comeBack(house, claire);
    t.match(plain(main(await desk.page(at))), /4 dossiers, environ \d+ min de lecture/);

    for (const [rank, id] of agenda.slice(0, 4).entries()) {
      const next = (await desk.page(at)).querySelector('a.entente-main-action')?.getAttribute('href');
      t.equal(next, `/dossiers/${id}/lecture`, 'the next one to read');
      const page = await desk.page(next ?? '');
      t.match(main(page), /Partie 1, partie 2/);
      t.notMatch(main(page), everyName);
      t.equal(page.querySelectorAll('main a').some((link) => link.textContent.includes(references.get(agenda[rank + 1] ?? '') ?? 'none')), rank < 3, 'the way to the next file of the agenda');
      t.match(main(await desk.page(at)), /Lu/);
      t.equal((await desk.fill(`/dossiers/${id}/avis`, { advice: 'open', reasons: 'Une parole est possible.' })).status, 200);
    }
    t.match(main(await desk.page(at)), /Vous avez tout lu/);
    t.strictSame(flawsOf((await desk.look(at)).body), []);
  });

  await t.test('once it is over, a sitting takes no more case', async (t) => {
    house.clock.pass(40 * 24 * 60);
    for (const one of [claire, helene]) await comeBack(house, one);
    t.match(await answered(claire.post(`/api/cases/${apart}/sitting`, { sitting })), { status: 409 });
    t.match(main(await browser(house, helene).page('/seances')), /Aucune séance/);
  });
});
