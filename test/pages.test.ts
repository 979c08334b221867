import { parse, type HTMLElement } from 'node-html-parser';
import t from 'tap';
import type { LightMyRequestResponse as Response } from 'fastify';
import { testCore, type House } from './core.ts';
import { openTerritory, valmont } from './territory.ts';

/** A browser without JavaScript: keeps cookies, reads the form it was shown, sends it back. */
function browser({ app }: House) {
  const cookies = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const { name, value } of answer.cookies) cookies.set(name, value);

    return answer;
  };
  const headers = () => ({ accept: 'text/html', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const look = async (url: string) => keep(await app.inject({ method: 'GET', url, headers: headers() }));

  return {
    cookies,
    look,
    send: async (url: string, fields: Record<string, string>) =>
      keep(await app.inject({ method: 'POST', url, headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, payload: new URLSearchParams(fields).toString() })),
    token: async (url: string) => tokenOf(parse((await look(url)).body)),
  };
}

function tokenOf(page: HTMLElement): string {
  return page.querySelector('input[name=form-token]')?.getAttribute('value') ?? '';
}

const night = {
  purpose: 'dispute', 'author.name': 'Amina Benali', 'author.function': 'Infirmière de nuit', 'author.profession': 'nurse', 'author.establishment': valmont.id, 'author.service': 'Pneumologie',
  'author.contact.channel': 'email', 'author.contact.value': '', 'author.contact.when': 'après 14 h', 'author.contact.discreet': 'yes', 'others-shown': '3',
  'others.0.name': 'Sylvie Roussel', 'others.0.function': 'Cadre de santé', 'others.0.profession': 'health-manager', 'others.0.relation': 'agent-hierarchy',
  'account.whatHappened': 'Les plannings de nuit changent la veille.', 'account.sinceWhen': 'Depuis avril.', 'account.effectOnWork': 'L’équipe se tait.', 'account.expectations': 'Des règles connues.',
  'priorStep.form': 'internal', 'priorStep.outcome': 'failed', 'priorStep.attested': 'no', 'litigation.declared': 'no', 'litigation.detail': '', accompanied: 'no',
  'consents.informedOfNotices': 'yes', 'consents.accurate': 'yes', 'credentials.address': 'amina.nuit@exemple.fr', 'credentials.passphrase': 'dix-sept infusions de nuit', 'credentials.confirmation': 'dix-sept infusions de nuit', 'credentials.shared': 'yes',
};

t.test('Amina files from her telephone at night, without JavaScript, and signs in later', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const phone = browser(house);

  const missing = await phone.send('/demande', { 'form-token': await phone.token('/demande'), ...night, 'account.whatHappened': '', 'credentials.confirmation': 'autre chose' });
  t.equal(missing.statusCode, 422);
  const again = parse(missing.body);
  t.match(again.querySelector('title')?.text, /^Erreur/);
  t.equal(again.querySelector('[name="author.name"]')?.getAttribute('value'), 'Amina Benali', 'nothing typed is lost');
  t.match(again.querySelector('[name="account.expectations"]')?.text, /Des règles connues/);
  t.notMatch(missing.body, /dix-sept infusions/, 'the passphrase is never sent back');

  const token = tokenOf(again);
  const filed = await phone.send('/demande', { 'form-token': token, ...night });
  t.equal(filed.statusCode, 201);
  t.match(parse(filed.body).querySelector('h1')?.text, /déposée/i);
  t.match(filed.body, /[0-9A-Z]{4}-[0-9A-Z]{4}/);
  t.equal((await phone.send('/demande', { 'form-token': token, ...night })).statusCode, 409, 'the same form sent twice files once');
  t.match((await phone.look('/dossiers')).body, /Demande reçue/);

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

t.test('A form of another browser, of another site, or too old files nothing and keeps the text', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const [phone, other] = [browser(house), browser(house)];
  await other.look('/demande');

  const stolen = await other.send('/demande', { 'form-token': await phone.token('/demande'), ...night });
  t.equal(stolen.statusCode, 422);
  t.match(stolen.body, /Les plannings de nuit changent/);

  const old = await phone.token('/demande');
  house.clock.pass(13 * 60);
  t.equal((await phone.send('/demande', { 'form-token': old, ...night })).statusCode, 422);

  const crossed = await house.app.inject({ method: 'POST', url: '/demande', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }, payload: 'x=y' });
  t.equal(crossed.statusCode, 403);
  t.equal((await house.superuser`select 1 from case_file`).length, 0);
});

t.test('Every public page stands on its own: one title, one h1, strict CSP, nothing stored, no script', async (t) => {
  const house = await testCore(t);
  const visitor = browser(house);
  const titles = new Set<string>();
  for (const url of ['/', '/demande', '/connexion', '/recuperation', '/urgence', '/parler', '/accessibilite', '/nulle-part']) {
    const answer = await visitor.look(url);
    const page = parse(answer.body);
    t.equal(page.querySelectorAll('h1').length, 1, `${url} has one h1`);
    t.equal(page.querySelectorAll('script, style, [style], [onclick]').length, 0, `${url} has no inline script or style`);
    t.notMatch(String(answer.headers['content-security-policy']), /unsafe/, `${url} has a strict CSP`);
    t.match(answer.headers['cache-control'], /no-store/, `${url} is not stored`);
    t.notMatch(answer.body, /vote secret|scrutin secret/i, `${url} promises no secret vote`);
    titles.add(page.querySelector('title')?.text ?? '');
    for (const link of page.querySelectorAll('link[href]')) t.equal((await visitor.look(link.getAttribute('href') ?? '')).statusCode, 200, `${url}: ${link.getAttribute('rel')}`);
  }
  t.equal(titles.size, 8, 'titles are unique');
});
