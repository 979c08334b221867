import { parse, type HTMLElement } from 'node-html-parser';
import t from 'tap';
import type { InstitutionalCapacity } from '../policies/charter/words.ts';
import { runJobs } from '../server/jobs.ts';
import { establishments } from '../db/seed/directory.ts';
import { browser, type Browser } from './browser.ts';
import type { Client } from './client.ts';
import { scene } from './mediation-cast.ts';
import { flawsOf } from './sound-page.ts';
import { comeBack, requestBody, valmont } from './territory.ts';

const now = await scene(t, { members: 1 });
const { house, town } = now;
const { claire, omar } = town;

const at = async (name: string, capacity: InstitutionalCapacity, place?: string) =>
  town.appoint(name, await town.office({ tier: 'institution', capacity, ...(place !== undefined && { place }) }), 'referrer');
const people = { director: await at('Adèle Bastidoux', 'director', valmont.id), president: await at('Norbert Esquerrel', 'cme-president', valmont.id), cng: await at('Solveig Jolivarre', 'cng') };
const [director, president, cng] = [browser(house, people.director), browser(house, people.president), browser(house, people.cng)];
const [mediator, secretary, amina, administrator] = [browser(house, claire), browser(house, omar), browser(house, now.amina), browser(house, town.administrator)];

const here = '/saisines-institutionnelles';
const form = `${here}/nouvelle`;
const seen: [string, string][] = [];
const account = 'Depuis le printemps, deux équipes de nuit ne se transmettent plus rien.';
const boxes = { 'consents.informedOfNotices': 'yes', 'consents.accurate': 'yes' };

const said = (page: HTMLElement) => (page.querySelector('main')?.innerHTML ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const hidden = (page: HTMLElement) => Object.fromEntries(page.querySelectorAll('main form')[0]?.querySelectorAll('input[type=hidden]').map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']) ?? []);

async function look(who: Browser, url: string): Promise<HTMLElement> {
  const answer = await who.look(url);
  t.equal(answer.statusCode, 200, url);
  seen.push([url, answer.body]);

  return parse(answer.body);
}

/** What an institution types, of these persons. */
function typed(persons: readonly (readonly [name: string, profession: string])[], change: Record<string, string> = {}): Record<string, string> {
  const { priorStep } = requestBody();
  const parties = persons.flatMap(([name, profession], rank) => Object.entries({ name, function: 'Soignant', profession, establishment: valmont.id }).map(([key, value]) => [`others.${rank}.${key}`, value]));

  return {
    ...Object.fromEntries(parties), 'others-shown': String(persons.length), purpose: 'dispute', 'account.whatHappened': account, 'account.expectations': 'Des transmissions à heure fixe.',
    'priorStep.form': priorStep.form, 'priorStep.outcome': priorStep.outcome, 'priorStep.attested': 'no', ...change,
  };
}

/** Sends the questions, then the page that checks them, to where its button leads. */
async function sign(who: Browser, fields: Record<string, string>) {
  const check = parse((await who.submit(form, fields)).body);
  const action = check.querySelector('button[name=confirmed]')?.closest('form')?.getAttribute('action') ?? '';
  const receipt = await who.send(action, { ...hidden(check), ...boxes, confirmed: 'yes' });
  seen.push(['check', check.outerHTML], ['receipt', receipt.body]);

  return { check, action, status: receipt.statusCode, receipt: parse(receipt.body) };
}

const nurses = [['Amina Benali', 'nurse'], ['Sylvie Roussel', 'health-manager']] as const;
const withDoctor = [['Étienne Bloch', 'hospital-practitioner'], ['Amina Benali', 'nurse']] as const;

async function count(table: string): Promise<number> {
  const [row] = await house.superuser<{ n: number }[]>`select count(*)::int as n from ${house.superuser(table)}`;

  return row?.n ?? -1;
}

/** The address of the joint referral that waits for somebody. */
async function waiting(who: Browser, id: 'a-signer' | 'signees'): Promise<string> {
  return (await look(who, here)).querySelector(`section[aria-labelledby=${id}] a`)?.getAttribute('href') ?? '';
}

async function back(...who: Client[]): Promise<void> {
  for (const [one, client] of [[director, people.director], [president, people.president], [cng, people.cng], [mediator, claire], [secretary, omar]] as const) {
    if (!who.includes(client)) continue;
    await comeBack(house, client);
    one.cookies.set('entente', client.token);
  }
}

t.test('Whoever holds a function finds the pages in the menu; for anybody else they do not exist', async (t) => {
  t.ok((await look(president, '/dossiers')).querySelector(`main a[href="${here}"]`), 'and on the page they arrive at');
  t.match((await look(director, here)).querySelector(`nav a[href="${here}"]`)?.getAttribute('aria-current'), 'page');
  for (const who of [mediator, secretary, amina, administrator]) {
    t.notOk((await who.page('/compte')).querySelector(`a[href="${here}"]`));
    for (const url of [here, form]) t.equal((await who.look(url)).statusCode, 404, url);
    t.equal((await who.submit(form, typed(nurses), '/compte')).statusCode, 404);
  }
  t.equal((await browser(house).look(here)).statusCode, 401);
});

t.test('The director alone refers for a nurse: check, receipt, then three dates and nothing between', async (t) => {
  t.match(said(await look(director, form)), /vous ne voyez rien.*saisit seule pour le personnel non médical/);
  const { check, action, status, receipt } = await sign(director, typed(nurses));
  t.match(said(check), /Direction – CHU de Valmont.*Sylvie Roussel.*deux équipes de nuit.*Votre signature suffit/);
  t.equal(action, form);
  t.equal(status, 201);
  t.match(said(receipt), /Numéro [0-9A-Z]{4}-[0-9A-Z]{4} Reçue le 2\s?mars\s?2026 à 10.*Le médiateur régional.*10\s?mars\s?2026/);
  const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said(receipt))?.[0] ?? '';
  t.equal((await director.send(form, { ...hidden(check), ...boxes, confirmed: 'yes' })).statusCode, 409, 'sent twice, it acts once');
  t.equal(await count('case_file'), 1);

  const [row] = await house.superuser<{ id: string }[]>`select id from case_file`;
  const listed = async () => said(await look(director, here));
  t.match(await listed(), new RegExp(`${reference} Direction 2.mars.2026 Pas encore Pas encore`));
  await omar.post(`/api/cases/${row?.id}/acknowledgement`, {});
  const acknowledged = await listed();
  t.match(acknowledged, new RegExp(`${reference} Direction 2.mars.2026 2.mars.2026 Pas encore`));
  await claire.post(`/api/cases/${row?.id}/charge`, {});
  await claire.post(`/api/cases/${row?.id}/object`, { text: 'Les transmissions de nuit.' });
  t.equal(await listed(), acknowledged, 'nothing shows between receipt and end');
  for (const url of [`/dossiers/${row?.id}`, `/dossiers/${row?.id}/demande`]) t.equal((await director.look(url)).statusCode, 404, url);
  t.notMatch(said(await director.page('/dossiers')), new RegExp(reference));
  await house.superuser`update case_file set state = 'not_opened', closed_at = ${house.clock.now()} where id = ${row?.id ?? ''}`;
  t.match(await listed(), new RegExp(`${reference} Direction 2.mars.2026 2.mars.2026 2.mars.2026`), 'then its end, without a reason');
});

t.test('An error names its field, and nothing typed is lost', async (t) => {
  const wrong = await director.submit(form, typed([['Amina Benali', '']], { 'account.expectations': '', 'priorStep.attested': '' }));
  seen.push(['wrong', wrong.body]);
  const page = parse(wrong.body);
  t.equal(wrong.statusCode, 422);
  t.strictSame(page.querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href')), ['#others.1.name', '#others.0.profession', '#priorStep.attested', '#account.expectations']);
  for (const link of page.querySelectorAll('.govuk-error-summary a')) t.ok(page.getElementById(link.getAttribute('href')?.slice(1) ?? ''), 'each leads to its field');
  t.equal(page.getElementById('account.whatHappened')?.textContent.trim(), account);
  t.equal(page.getElementById('others.0.name')?.getAttribute('value'), 'Amina Benali');
  t.notOk(page.getElementById('others.0.relation'), 'what ties them to an institution is not asked');

  const more = parse((await director.submit(form, { ...typed(nurses), more: 'yes' })).body);
  t.ok(more.getElementById('others.2.name'));
  const fewer = parse((await director.submit(form, { ...typed(nurses), remove: '0' })).body);
  t.equal(fewer.getElementById('others.0.name')?.getAttribute('value'), 'Sylvie Roussel');

  const check = parse((await director.submit(form, typed(nurses))).body);
  const unticked = await director.send(form, { ...hidden(check), 'consents.accurate': 'yes', confirmed: 'yes' });
  t.equal(unticked.statusCode, 422);
  t.strictSame(parse(unticked.body).querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href')), ['#consents.informedOfNotices']);
  t.ok(parse(unticked.body).getElementById('consents.accurate')?.hasAttribute('checked'));
  t.equal(parse((await director.send(form, { ...hidden(check), change: 'yes' })).body).getElementById('account.whatHappened')?.textContent.trim(), account);

  const notTheirs = await cng.submit(form, typed(nurses, { tier: 'regional' }));
  seen.push(['not theirs', notTheirs.body]);
  t.equal(notTheirs.statusCode, 422);
  t.match(said(parse(notTheirs.body)), /Cette saisine ne relève pas de vous/);
  t.equal(parse(notTheirs.body).getElementById('account.whatHappened')?.textContent.trim(), account);
  t.match(said(parse((await cng.submit(form, typed(withDoctor))).body)), /Médiateur : choisissez/, 'two tiers are open to the CNG');
  t.match((await sign(cng, typed(withDoctor, { tier: 'national', override: 'impartiality' }))).status, 201);
});

t.test('For a doctor two must sign: nothing exists before, and the second reads all of it', async (t) => {
  const before = await count('case_file');
  const { check, action, status, receipt } = await sign(director, typed(withDoctor));
  t.match(said(check), /Norbert Esquerrel \(Présidence de la CME\) doit signer aussi, au plus tard le 1er\s?avril\s?2026/);
  t.equal(action, `${here}/premiere-signature`);
  t.equal(status, 201);
  t.match(said(receipt), /Aucun : le dossier naît à la seconde signature.*Norbert Esquerrel/);
  t.equal(await count('case_file'), before, 'no case');
  t.equal((await director.send(form, { ...hidden(check), ...boxes, confirmed: 'yes' })).statusCode, 200, 'the button for one hand only checks again');
  t.equal(await count('case_file'), before);

  const mine = await waiting(director, 'signees');
  t.match(said(await look(director, mine)), /Visible par les deux signataires seulement.*deux équipes de nuit/, 'the first hand reads it again');
  const url = await waiting(president, 'a-signer');
  t.equal(url, mine);
  t.match(said(await look(president, here)), /Adèle Bastidoux \(Direction\) Signée le 2\s?mars\s?2026 à 10.*1er\s?avril\s?2026/);
  t.match(said(await look(president, url)), /Étienne Bloch.*deux équipes de nuit.*Des transmissions à heure fixe/);
  for (const below of ['', '/signature', '/refus', '/retrait']) for (const who of [cng, mediator, secretary, amina]) t.equal((await who.look(url + below)).statusCode, 404, below);
  for (const below of ['/signature', '/refus']) t.equal((await director.look(url + below)).statusCode, 404, 'nobody signs twice');
  t.equal((await president.look(`${url}/retrait`)).statusCode, 404);

  t.match(said(await look(president, `${url}/signature`)), /deux équipes de nuit.*Signer et saisir/, 'the text is there where one signs');
  const bare = await president.submit(`${url}/signature`);
  t.equal(bare.statusCode, 422);
  t.equal(await count('case_file'), before);
  const signed = await president.submit(`${url}/signature`, { informed: 'yes', accurate: 'yes' });
  seen.push(['cosigned', signed.body]);
  t.equal(signed.statusCode, 201);
  const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said(parse(signed.body)))?.[0] ?? '';
  t.equal(await count('case_file'), before + 1);
  for (const who of [director, president]) {
    t.match(said(await look(who, here)), new RegExp(reference));
    t.match(said(await look(who, url)), /Le dossier a commencé/);
    t.notMatch((await who.look(url)).body, /équipes de nuit/);
  }
});

t.test('The second hand may decline, and the first withdraw: the text is gone for both', async (t) => {
  const before = await count('case_file');
  await sign(president, typed(withDoctor, { 'account.whatHappened': 'Un récit que nul ne signera.' }));
  const url = await waiting(director, 'a-signer');
  t.match(said(await look(director, `${url}/refus`)), /aucune raison ne vous est demandée/);
  const declined = await director.fill(`${url}/refus`);
  seen.push(['declined', declined.body]);
  t.match(said(declined.page), /Vous n’avez pas signé. Le texte est effacé.*Non signée/);
  for (const who of [director, president]) t.notMatch((await who.look(url)).body, /Un récit que nul/);
  t.match(said(await look(president, here)), /Adèle Bastidoux \(Direction\) .*Non signée\s?: la seconde signature a été refusée/);
  t.equal((await director.look(`${url}/signature`)).statusCode, 409);

  await sign(president, typed(withDoctor));
  const second = await waiting(president, 'signees');
  const withdrawn = await president.fill(`${second}/retrait`);
  t.match(said(withdrawn.page), /La saisine est retirée.*Retirée par la personne/);
  t.equal((await director.look(`${second}/signature`)).statusCode, 409);
  t.equal(await count('referral_proposal_key'), 0);
  t.equal(await count('case_file'), before);
});

t.test('One that lapses says so, and keeps no text', async (t) => {
  await sign(director, typed(withDoctor));
  const url = await waiting(president, 'a-signer');
  house.clock.pass(31 * 24 * 60);
  await back(people.director, people.president);
  t.match(said(await look(president, url)), /Expirée/, 'even before the sweep');
  await runJobs(house.core);
  t.match(said(await look(director, here)), /Expirée : personne n’a signé à temps/);
  t.strictSame([...(await house.superuser`select id from referral_proposal where sealed is not null`)], []);
  t.equal(await count('referral_proposal_key'), 0);
});

t.test('Whoever directs two establishments chooses for which they refer', async (t) => {
  const other = establishments.find(({ name }) => name === 'CHU de Tolvenne')?.id ?? '';
  await comeBack(house, town.administrator);
  await town.appointAlso(people.director, await town.office({ tier: 'institution', capacity: 'director', place: other }), 'referrer');
  director.cookies.set('entente', people.director.token);
  const asked = await look(director, form);
  t.strictSame(asked.querySelectorAll('input[name=capacity]').map((input) => input.getAttribute('value')).toSorted(), [`director:${valmont.id}`, `director:${other}`].toSorted());
  t.match(said(asked), /Tolvenne/);
  t.match((await director.submit(form, typed(nurses))).body, /Fonction\s?: choisissez celle au titre de laquelle/, 'it must be said');
  t.equal((await director.submit(form, typed(nurses, { capacity: `director:${other}` }))).statusCode, 422, 'nobody is of the other');

  const { check, status } = await sign(director, typed(nurses, { capacity: `director:${valmont.id}` }));
  t.match(said(check), /Valmont/);
  t.equal(status, 201, 'the nurses are of that one');
});

t.test('Every page seen is sound', async (t) => {
  for (const [url, html] of seen) t.strictSame(flawsOf(html), [], url);
});
