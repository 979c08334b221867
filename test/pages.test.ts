import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import t from 'tap';
import { establishments } from '../db/seed/directory.ts';
import { browser, tokenOf, type Browser } from './browser.ts';
import { testCore } from './core.ts';
import { openTerritory, valmont } from './territory.ts';

const steps = {
  objet: { purpose: 'dispute' },
  vous: {
    'author.name': 'Amina Benali', 'author.function': 'Infirmière de nuit', 'author.profession': 'nurse', 'author.establishment': valmont.id, 'author.service': 'Pneumologie',
    'author.contact.channel': 'email', 'author.contact.value': '', 'author.contact.when': 'après 14 h', 'author.contact.discreet': 'yes',
  },
  personnes: { 'others-shown': '1', 'others.0.name': 'Sylvie Roussel', 'others.0.function': 'Cadre de santé', 'others.0.profession': 'health-manager', 'others.0.relation': 'agent-hierarchy', 'others.0.isUnaware': 'yes' },
  situation: { 'account.whatHappened': 'Les plannings de nuit changent la veille.', 'account.sinceWhen': 'Depuis avril.', 'account.effectOnWork': 'L’équipe se tait.' },
  tentative: { 'priorStep.form': 'internal', 'priorStep.from.day': '5', 'priorStep.from.month': '1', 'priorStep.from.year': '2026', 'priorStep.outcome': 'failed', 'priorStep.attested': 'no', 'litigation.declared': 'no' },
  attentes: { 'account.expectations': 'Des règles connues.', accompanied: 'no' },
  pieces: {},
};
const boxes = { 'consents.informedOfNotices': 'yes', 'consents.accurate': 'yes' };
const account = { 'credentials.address': 'amina.nuit@exemple.fr', 'credentials.passphrase': 'dix-sept infusions de nuit', 'credentials.confirmation': 'dix-sept infusions de nuit', 'credentials.shared': 'yes' };

/** Walks the steps from page to page, as the service leads, with these answers. */
async function walk(who: Browser, answers: Record<string, Record<string, string>>): Promise<string[]> {
  const seen: string[] = [];
  let at = '/demande/objet';
  while (at !== '/demande/verifier' && seen.length < 20) {
    seen.push(at);
    const slug = at.split('/').at(-1) ?? '';
    at = slug === 'brouillon' ? ((await who.look('/demande/suite')).headers.location ?? '') : ((await who.submit(at, answers[slug])).headers.location ?? '');
  }

  return seen;
}

t.test('Amina files from her telephone at night, without JavaScript, from the home page to the receipt', async (t) => {
  const house = await testCore(t);
  const { claire } = await openTerritory(house, { members: 0, nationalMembers: 0 });
  const phone = browser(house);

  const home = await phone.page('/');
  t.ok(home.querySelector('a[href="/demande"]') && home.querySelector('a[href="/parler"]'), 'two doors');
  const lost = await phone.submit('/demande', { position: 'staff' });
  t.equal(lost.statusCode, 422);
  t.match(parse(lost.body).querySelector('title')?.text, /^Erreur/);
  const orientation = await phone.submit('/demande', { position: 'staff', localAttempt: 'tried', proceeding: 'none', danger: 'yes' });
  t.match(orientation.body, /Vous pouvez demander une médiation/);
  t.match(orientation.body, /116 006/, 'and the other routes, which reject nothing');

  t.strictSame(await walk(phone, steps), ['/demande/objet', '/demande/brouillon', '/demande/vous', '/demande/personnes', '/demande/situation', '/demande/tentative', '/demande/attentes', '/demande/pieces']);
  const check = await phone.page('/demande/verifier');
  t.match(check.text, /peut être lu par Bruno Faure et Claire Morel, et par personne d’autre/);
  t.match(check.text, /CHU de Valmont/);
  t.match(check.text, /parce que vous y êtes affecté/);
  t.match(check.querySelector('blockquote')?.text, /ont été saisis, le 2 mars 2026, d’une demande de médiation/, 'the letter, word for word');
  t.match(check.text, /Jusqu’au 5.mars.2026 inclus, vous pouvez retirer votre demande/, 'the real reflection time');
  t.equal(check.querySelectorAll('main input[type=checkbox][checked]').length, 0, 'boxes are unticked');

  const missing = await phone.submit('/demande/verifier', { ...boxes, ...account, 'credentials.confirmation': 'autre chose' });
  t.equal(missing.statusCode, 422);
  const again = parse(missing.body);
  t.equal(again.querySelector('[name="credentials.address"]')?.getAttribute('value'), 'amina.nuit@exemple.fr', 'nothing typed is lost');
  t.notMatch(missing.body, /dix-sept infusions/, 'the passphrase is never sent back');

  const token = tokenOf(again);
  const filed = await phone.send('/demande/verifier', { 'form-token': token, ...boxes, ...account });
  t.equal(filed.statusCode, 201);
  const receipt = parse(filed.body);
  t.match(receipt.querySelector('h1')?.text, /déposée/i);
  t.match(filed.body, /[0-9A-Z]{4}-[0-9A-Z]{4}/);
  t.match(filed.body, /[0-9a-f]{64}/, 'the digest');
  t.equal((await phone.send('/demande/verifier', { 'form-token': token, ...boxes, ...account })).statusCode, 409, 'the same form sent twice files once');
  t.equal((await house.superuser`select 1 from draft`).length, 0, 'the draft is gone');
  t.match((await phone.look('/dossiers')).body, /Demande reçue/);
  const [, own = ''] = /recu\/([0-9a-f-]{36})/.exec(filed.body) ?? [];
  t.match((await phone.page(`/dossiers/${own}/ma-demande`)).text, /reçu téléchargé au dépôt.*À partir du 5.janvier.2026/s, 'her request says when she tried');
  t.match((await browser(house, claire).page(`/dossiers/${own}/demande`)).text, /À partir du 5.janvier.2026/, 'and tells whoever judges it');

  await t.test('the receipt is a file with what was filed, and can be had again', async (t) => {
    const form = receipt.querySelector('form[action^="/demande/recu/"]');
    const action = form?.getAttribute('action') ?? '';
    const text = form?.querySelector('input[name=filed]')?.getAttribute('value') ?? '';
    const file = await phone.send(action, { 'form-token': tokenOf(receipt), filed: text });
    t.match(file.headers['content-disposition'], /^attachment; filename="recu-/);
    t.match(parse(file.body).querySelector('pre')?.text, /Les plannings de nuit changent la veille/);
    t.match(file.body, /Sylvie Roussel/);
    const digest = /[0-9a-f]{64}/.exec(file.body)?.[0];
    t.equal(createHash('sha256').update(parse(file.body).querySelector('pre')?.text ?? '').digest('hex'), digest, 'anyone can check it');
    t.notMatch((await phone.send(action, { filed: text.replace('veille', 'semaine') })).body, /semaine/, 'another text is not passed off as this one');
    const later = await phone.look(action.replace('/fichier', ''));
    t.equal(later.statusCode, 200);
    t.match(later.body, digest);
    const stranger = browser(house);
    t.equal((await stranger.look(action.replace('/fichier', ''))).statusCode, 401);
    t.equal((await claire.get(`/api/cases/${action.split('/')[3]}/receipt`)).statusCode, 404, 'it is the requester’s alone');
  });

  const out = await phone.send('/deconnexion', { 'form-token': await phone.token('/deconnexion') });
  t.equal(out.statusCode, 200);
  t.equal((await phone.look('/dossiers')).statusCode, 401);

  const morning = browser(house);
  const refused = await morning.send('/connexion', { 'form-token': await morning.token('/connexion'), address: 'amina.nuit@exemple.fr', passphrase: 'autre chose tout entière', shared: 'no' });
  t.equal(refused.statusCode, 401);
  const unknown = await morning.send('/connexion', { 'form-token': await morning.token('/connexion'), address: 'personne@exemple.fr', passphrase: 'autre chose tout entière', shared: 'no' });
  const neutral = (page: string) => page.replace(/value="[^"]*"/g, '');
  t.equal(neutral(unknown.body), neutral(refused.body), 'the answer to a known and an unknown address is the same');
  const welcome = await morning.send('/connexion', { 'form-token': await morning.token('/connexion'), address: 'amina.nuit@exemple.fr', passphrase: 'dix-sept infusions de nuit', shared: 'no' });
  t.equal(welcome.statusCode, 303);
  t.match((await morning.look('/dossiers')).body, /Demande reçue/);
});

/** Whoever follows shares this house: nothing they do depends on the others. */
const house = await testCore(t);
const { claire, omar, yves } = await openTerritory(house, { members: 0, nationalMembers: 0 });

t.test('Incomplete answers are saved, and filing says where each missing one is', async (t) => {
  const phone = browser(house);
  await phone.submit('/demande/objet', { purpose: 'dispute' });
  const saved = await phone.submit('/demande/vous', { 'author.name': 'Amina Benali' });
  t.equal(saved.headers.location, '/demande/personnes', 'nothing blocks a step');

  const refused = await phone.submit('/demande/verifier', { ...boxes, ...account });
  t.equal(refused.statusCode, 422);
  const links = parse(refused.body).querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
  t.ok(links.includes('/demande/vous?corriger=oui#author.profession'), 'an error leads to its step and field');
  const mending = await phone.page('/demande/vous?corriger=oui');
  t.match(mending.querySelector('title')?.text, /^Erreur/);
  t.ok(mending.getElementById('author.profession-error'));
  t.notOk(mending.getElementById('author.name-error'));
  t.equal((await phone.submit('/demande/vous?corriger=oui', {})).statusCode, 303);
  t.equal((await phone.send('/demande/vous', { 'form-token': await phone.token('/demande/vous'), ...steps.vous, 'to-check': 'yes' })).headers.location, '/demande/verifier', 'and back');
});

t.test('A day that does not exist is asked again at its step, which keeps what was typed', async (t) => {
  const phone = browser(house);
  await phone.submit('/demande/objet', { purpose: 'dispute' });
  const day = (name: 'from' | 'to', [number = '', month = '', year = '']: string[]) => ({ [`priorStep.${name}.day`]: number, [`priorStep.${name}.month`]: month, [`priorStep.${name}.year`]: year });
  const impossible = { ...steps.tentative, 'litigation.detail': 'Devant personne.', ...day('from', ['31', '2', '2026']), ...day('to', ['13', '13', '2026']) };

  const refused = await phone.submit('/demande/tentative', { ...impossible, 'to-check': 'yes' });
  const page = parse(refused.body);
  t.equal(refused.statusCode, 422);
  t.strictSame(page.querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href')), ['#priorStep.from', '#priorStep.to']);
  t.match(page.querySelector('.govuk-error-summary')?.text, /Début de la démarche\s: indiquez une date qui existe/);
  t.equal(page.getElementById('priorStep.from')?.getAttribute('value'), '31');
  t.match(page.getElementById('litigation.detail')?.text, /Devant personne/, 'nothing typed is lost');
  t.equal(page.querySelector('input[name=to-check]')?.getAttribute('value'), 'yes', 'nor the way back to the check page');

  t.equal((await phone.submit('/demande/tentative/brouillon', impossible, '/demande/tentative')).statusCode, 200, 'the autosave takes what is half typed');
  t.equal((await phone.submit('/demande/tentative', { ...impossible, leave: 'yes' })).headers.location, '/demande/brouillon', 'and one may leave');
  t.ok((await phone.page('/demande/tentative')).getElementById('priorStep.to-error'), 'told again on coming back');
  t.notOk((await phone.page('/demande/situation')).querySelector('.govuk-error-summary'), 'and there alone');

  const backwards = await phone.submit('/demande/tentative', { ...steps.tentative, ...day('from', ['1', '3', '2026']), ...day('to', ['28', '2', '2026']) });
  t.ok(parse(backwards.body).getElementById('priorStep.to-error'), 'an end before its beginning is no better');
  t.equal((await phone.submit('/demande/tentative', { ...steps.tentative, ...day('from', ['29', '2', '2024']) })).headers.location, '/demande/attentes');
});

t.test('Whoever names a reader of their request, or bears the name of one, is told before it is filed', async (t) => {
  const checked = async (given: Partial<typeof steps>) => {
    const phone = browser(house);
    await walk(phone, { ...steps, ...given });

    return (await phone.page('/demande/verifier')).text;
  };
  t.notMatch(await checked({}), /de ce nom|de votre nom/);
  t.match(await checked({ personnes: { ...steps.personnes, 'others.0.name': 'M. FAURE Bruno' } }), /Vous avez nommé Bruno Faure\s: une personne de ce nom lirait votre demande/);
  t.match(await checked({ vous: { ...steps.vous, 'author.name': 'Claire Morel' } }), /Une personne de votre nom lirait cette demande/);
});

t.test('A return names nobody and is asked no reason; prevention may name a team', async (t) => {
  const back = browser(house);
  await walk(back, { ...steps, objet: { purpose: 'return' }, personnes: {}, vous: { ...steps.vous, 'author.name': 'Luc Perrin' } });
  t.match((await back.page('/demande/situation')).text, /N’écrivez pas le motif de votre absence/);
  t.equal((await back.submit('/demande/verifier', { ...boxes, ...account, 'credentials.address': 'luc@exemple.fr' })).statusCode, 201);

  const team = browser(house);
  const named = { 'others-shown': '1', 'others.0.kind': 'team', 'others.0.name': 'Équipe de nuit', 'others.0.profession': 'nurse' };
  await walk(team, { ...steps, objet: { purpose: 'prevention' }, personnes: named });
  t.equal((await team.submit('/demande/verifier', { ...boxes, ...account })).statusCode, 201);
  const cases = (await claire.get('/api/cases')).json<{ cases: { case: string; purpose: string }[] }>().cases;
  const prevention = cases.find(({ purpose }) => purpose === 'prevention')?.case ?? '';
  t.strictSame((await claire.get(`/api/cases/${prevention}`)).json<{ parties: { kind: string }[] }>().parties.map(({ kind }) => kind), ['person', 'team']);
  t.ok(cases.some(({ purpose }) => purpose === 'return'));
});

t.test('People are added and removed without a script, and nothing typed is lost', async (t) => {
  const phone = browser(house);
  await phone.submit('/demande/objet', { purpose: 'dispute' });
  const more = await phone.submit('/demande/personnes', { 'others-shown': '1', 'others.0.name': 'Sylvie Roussel', more: 'yes' });
  t.equal(more.headers.location, '/demande/personnes#personne-2');
  const two = await phone.page('/demande/personnes');
  t.equal(two.getElementById('others.0.name')?.getAttribute('value'), 'Sylvie Roussel');
  t.ok(two.getElementById('others.1.name'));
  await phone.submit('/demande/personnes', { 'others-shown': '2', 'others.0.name': 'Sylvie Roussel', 'others.1.name': 'Étienne Bloch', remove: '0' });
  t.equal((await phone.page('/demande/personnes')).getElementById('others.0.name')?.getAttribute('value'), 'Étienne Bloch');
});

t.test('Where one is sent: mediation, the local scheme, or another body, always with somebody to call', async (t) => {
  const visitor = browser(house);
  const asked = async (answers: Record<string, string>) => (await visitor.submit('/demande', { position: 'staff', localAttempt: 'tried', proceeding: 'none', ...answers })).body;
  const withoutScheme = establishments.find(({ localScheme }) => localScheme === 'none')?.id ?? '';

  t.match(await asked({ localAttempt: 'not-tried', establishment: valmont.id }), valmont.schemeContact ?? '');
  t.match(await asked({ localAttempt: 'not-tried', establishment: withoutScheme }), /n’a déclaré aucun dispositif/);
  t.match(await asked({ proceeding: 'disciplinary' }), /Un autre interlocuteur/);
  t.match(await asked({ position: 'patient-or-family' }), /commission des usagers/);
  t.match(await asked({ proceeding: 'court' }), /Vous pouvez demander une médiation/, 'a court is no exclusion');
  for (const answers of [{}, { proceeding: 'disciplinary' }, { position: 'private' }, { localAttempt: 'under-way' }] as Record<string, string>[]) {
    const page = parse(await asked(answers));
    t.ok(page.querySelector('main a[href="/parler"]') && page.querySelector('main a[href="/demande/objet"]'), JSON.stringify(answers));
  }
});

t.test('A situation is told to the conciliator of the establishment, from the first questions to the receipt; nobody else is told', async (t) => {
  const phone = browser(house);
  const advice = parse((await phone.submit('/demande', { position: 'staff', localAttempt: 'not-tried', proceeding: 'none', establishment: valmont.id })).body);
  const way = advice.querySelector('main a[href^="/demande/objet?"]')?.getAttribute('href') ?? '';
  t.equal((await phone.page(way)).querySelector('input[name=tier][checked]')?.getAttribute('value'), 'local', 'the answer is ticked');
  t.equal((await phone.page('/demande/objet')).querySelector('input[name=tier][checked]')?.getAttribute('value'), 'regional', 'and may be changed');

  const told = { ...steps, objet: { purpose: 'dispute', tier: 'local' }, tentative: { 'priorStep.form': 'none', 'litigation.declared': 'no' } };
  await walk(phone, told);
  const elsewhere = await phone.submit('/demande/vous', { ...steps.vous, 'author.establishment': establishments.find(({ localScheme }) => localScheme === 'none')?.id ?? '' });
  t.equal(elsewhere.statusCode, 303);
  const own = { ...boxes, ...account, 'credentials.address': 'amina.signale@exemple.fr' };
  const nobody = await phone.submit('/demande/verifier', own);
  t.equal(nobody.statusCode, 422);
  t.match(parse(nobody.body).querySelector('main')?.text, /Aucun conciliateur n’est joignable.*Rien n’est perdu.*Les plannings de nuit/s);
  await phone.submit('/demande/vous', steps.vous);

  const check = await phone.page('/demande/verifier');
  t.match(check.text, /peut être lu par Sophie Garnier et Yves Lambert, et par personne d’autre/);
  t.match(check.text, /À qui vous adressez-vous.*Au conciliateur de mon établissement/s);
  t.notMatch(check.text, /responsables (en sont|seront) informés|secrétariat|Les lettres partent/);
  t.equal(check.querySelector('blockquote'), null, 'no letter');
  const sent = parse((await phone.submit('/demande/verifier', own)).body);
  t.match(sent.text, /Votre signalement est envoyé au conciliateur.*vous propose une conciliation.*au plus tard le 17.mars.2026.*Votre direction\s*Rien/s);
  t.notMatch(sent.text, /1970|accusé de réception|comité/);
  const [, id = ''] = /recu\/([0-9a-f-]{36})/.exec(sent.outerHTML) ?? [];
  t.match((await phone.page(`/demande/recu/${id}`)).text, /Reçu de votre signalement.*au plus tard le 17.mars.2026/s, 'and again later');
  t.match((await phone.look('/dossiers')).body, /Demande reçue|Signalement/);
  t.match((await browser(house, yves).page('/dossiers')).text, /1 dossier/);
  t.equal((await browser(house, claire).look(`/dossiers/${id}`)).statusCode, 404, 'it is not the region’s');
});

t.test('A form of another browser, of another site, or too old files nothing and keeps the text', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const [phone, other] = [browser(house), browser(house)];
  await other.look('/demande');

  const stolen = await other.send('/demande/objet', { 'form-token': await phone.token('/demande/objet'), ...steps.objet });
  t.equal(stolen.statusCode, 422);
  await phone.submit('/demande/objet', steps.objet);
  const old = await phone.token('/demande/situation');
  house.clock.pass(13 * 60);
  const late = await phone.send('/demande/situation', { 'form-token': old, ...steps.situation });
  t.equal(late.statusCode, 422);
  t.match(late.body, /Les plannings de nuit changent/);
  t.match(late.body, /restée ouverte trop longtemps/);
  t.equal((await phone.send('/demande/situation', { 'form-token': tokenOf(parse(late.body)), ...steps.situation })).statusCode, 303, 'the button then works');

  const crossed = await house.app.inject({ method: 'POST', url: '/demande/objet', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }, payload: 'x=y' });
  t.equal(crossed.statusCode, 403);
  t.equal((await house.superuser`select 1 from case_file`).length, 0);
});

t.test('« Quitter vite » signs out, forgets the draft in this browser, and shows a page that says nothing', async (t) => {
  const phone = browser(house);
  await walk(phone, steps);
  await phone.submit('/demande/verifier', { ...boxes, ...account });
  await phone.submit('/demande/objet', steps.objet);

  const drafts = async () => (await house.superuser`select 1 from draft`).length;
  const before = await drafts();
  const left = await phone.send('/quitter', {});
  t.equal(left.headers.location, '/pause');
  t.notMatch((await phone.page('/pause')).text, /médiation|Entente|brouillon/i);
  t.equal((await phone.look('/dossiers')).statusCode, 401);
  t.equal((await phone.look('/demande/brouillon')).headers.location, '/demande');
  t.equal(await drafts(), before, 'its resume code still opens it');
});

t.test('Whoever is signed in keeps the menu of their work on the pages of everybody', async (t) => {
  const menu = async (who: Browser, url: string) => (await who.page(url)).querySelectorAll('#navigation a').map((link) => link.getAttribute('href'));
  const mediator = browser(house, claire);
  const own = await menu(mediator, '/dossiers');
  t.ok(own.includes('/semaine') && own.includes('/saisines'));
  for (const url of ['/', '/aide', '/urgence', '/dispositifs', '/demande', '/demande/objet', '/deconnexion']) t.strictSame(await menu(mediator, url), own, url);
  t.strictSame(await menu(mediator, '/nulle-part'), own, 'even where there is nothing');
  t.strictSame(await menu(mediator, '/dossiers/00000000-0000-4000-8000-000000000000'), own, 'or nothing for them');
  t.ok((await menu(browser(house, omar), '/aide')).includes('/semaine'), 'the secretary’s too, for the letters to post');
  t.strictSame(await menu(browser(house), '/'), ['/', '/demande', '/connexion']);
});

t.test('Every public page stands on its own: one title, one h1, strict CSP, nothing stored, no inline script', async (t) => {
  const visitor = browser(house);
  const titles = new Set<string>();
  for (const url of ['/', '/demande', '/demande/objet', '/connexion', '/recuperation', '/urgence', '/parler', '/accessibilite', '/nulle-part']) {
    const answer = await visitor.look(url);
    const page = parse(answer.body);
    t.equal(page.querySelectorAll('h1').length, 1, `${url} has one h1`);
    t.equal(page.querySelectorAll('style, [style], [onclick], script:not([src])').length, 0, `${url} has no inline script or style`);
    t.ok(page.querySelector('form[action="/quitter"]'), `${url} can be left quickly`);
    t.match(page.querySelector('footer')?.text, /3114/, `${url} says whom to call`);
    t.notMatch(String(answer.headers['content-security-policy']), /unsafe/, `${url} has a strict CSP`);
    t.match(answer.headers['cache-control'], /no-store/, `${url} is not stored`);
    t.notMatch(answer.body, /vote secret|scrutin secret/i, `${url} promises no secret vote`);
    titles.add(page.querySelector('title')?.text ?? '');
    for (const link of page.querySelectorAll('link[href], script[src]')) t.equal((await visitor.look(link.getAttribute('href') ?? link.getAttribute('src') ?? '')).statusCode, 200, `${url}: ${link.outerHTML}`);
  }
  t.equal(titles.size, 9, 'titles are unique');
});
