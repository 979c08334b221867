import { parse, type HTMLElement } from 'node-html-parser';
import t from 'tap';
import { functionHolders } from '../db/seed/directory.ts';
import { accountRows } from '../server/web/pages/party/own-words.ts';
import { fr } from '../server/web/words/fr.ts';
import { browser, said, type Browser } from './browser.ts';
import { created, later, notifiedCases, opened, scene } from './mediation-cast.ts';
import { flawsOf } from './sound-page.ts';
import { requestBody, valmont } from './territory.ts';

const now = await scene(t, { members: 2 });
const { house, town: { claire, omar } } = now;
const [secretary, mediator, amina, bloch] = [browser(house, omar), browser(house, claire), browser(house, now.amina), browser(house, now.bloch)];
const seen: [string, string][] = [];
const letter = { name: 'lettre.pdf', content: Buffer.from('%PDF-1.7 Lettre signée de la main d’Amina') };

async function look(who: Browser, url: string): Promise<HTMLElement> {
  const answer = await who.look(url);
  t.equal(answer.statusCode, 200, url);
  seen.push([url, answer.body]);

  return parse(answer.body);
}

/** A local day of the clock, in the three boxes of a form. */
function day(name: string, offset = 0): Record<string, string> {
  const [year = '', month = '', date = ''] = new Date(house.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10).split('-');

  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
}

/** A request as the secretary types it. */
function typed(change: Record<string, string> = {}): Record<string, string> {
  const { author, others, account, priorStep } = requestBody();
  const flat = (begin: string, values: Record<string, unknown>) => Object.entries(values).filter(([, value]) => typeof value === 'string').map(([name, value]) => [`${begin}.${name}`, value as string]);

  return {
    ...Object.fromEntries([
      ...flat('author', author), ...flat('author.contact', author.contact), ...others.flatMap((one, rank) => flat(`others.${rank}`, one)), ...flat('account', account), ...flat('priorStep', { form: priorStep.form, outcome: priorStep.outcome }),
    ]),
    'others-shown': '2', purpose: 'dispute', 'priorStep.attested': 'no', 'litigation.declared': 'no', accompanied: 'no', channel: 'paper', ...day('receivedOn', -2), ...change,
  };
}

async function cases(): Promise<number> {
  const [row] = await house.superuser<{ cases: number }[]>`select count(*)::int as cases from case_file`;

  return row?.cases ?? -1;
}

/** Sends the questions of a deed, then its check page with the scan, and follows. */
async function enter(url: string, fields: Record<string, string>, scan = letter) {
  const check = await secretary.submit(url, fields);
  seen.push([`${url} check`, check.body]);
  const sent = await secretary.upload(url, parse(check.body), {}, scan);

  return { check, sent };
}

let paperCase = '';

t.test('A request on paper is entered from the docket, checked, sealed and received', async (t) => {
  t.ok((await secretary.page('/dossiers')).querySelector('a[href="/papier"]'));
  t.notOk((await mediator.page('/dossiers')).querySelector('a[href="/papier"]'));
  for (const who of [mediator, amina]) t.equal((await who.look('/papier')).statusCode, 404, 'the secretary alone');
  t.match(said(await look(secretary, '/papier')), /vous ne pourrez plus ouvrir ni le récit ni la pièce/);

  const more = await secretary.submit('/papier', { ...typed(), more: 'yes' });
  t.ok(parse(more.body).querySelector('input[name="others.2.name"]'), 'one more person, nothing lost');
  t.equal(parse(more.body).querySelector('input[name="author.name"]')?.getAttribute('value'), 'Amina Benali');
  const wrong = await secretary.submit('/papier', typed({ 'receivedOn.day': '31', 'receivedOn.month': '2', 'author.name': '' }));
  seen.push(['wrong', wrong.body]);
  t.equal(wrong.statusCode, 422);
  t.strictSame(parse(wrong.body).querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href')), ['#receivedOn', '#author.name']);

  const { check, sent } = await enter('/papier', typed({ 'account.whatHappened': '' }));
  t.equal(check.statusCode, 200);
  t.match(said(parse(check.body)), /Sur papier, le 28\s?février\s?2026.*voir la pièce numérisée.*Des règles connues/);
  t.equal(sent.statusCode, 201, sent.body);
  seen.push(['receipt', sent.body]);
  const receipt = parse(sent.body);
  t.match(said(receipt), /Reçue le 28\s?février\s?2026 .*Saisie le 2\s?mars\s?2026 à/);
  paperCase = receipt.querySelector('a[href^="/dossiers/"]')?.getAttribute('href')?.split('/').at(-1) ?? '';
  t.strictSame((await opened(omar, paperCase))?.filter(({ compartment }) => compartment !== 'identity'), [], 'the secretary cannot reopen');
  t.equal((await secretary.upload('/papier', parse(check.body), {}, letter)).statusCode, 409, 'sent twice, entered once');
});

t.test('A scan that is missing, too large, of another kind or cut off keeps nothing, and says so', async (t) => {
  const before = await cases();
  for (const [content, name, sentence] of [
    [Buffer.alloc(0), '', /Choisissez le fichier de la pièce/],
    [Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(2 * 1024 * 1024)]), 'grand.pdf', /2\s?Mo au plus. Rien n’a été gardé/],
    [Buffer.from('du texte'), 'texte.pdf', /PDF, JPEG ou PNG. Rien n’a été gardé/],
  ] as const) {
    const { sent } = await enter('/papier', typed(), { name, content });
    t.equal(sent.statusCode, 422);
    const page = parse(sent.body);
    seen.push([`scan ${name}`, sent.body]);
    t.match(page.querySelector('#file-error')?.textContent, sentence);
    t.ok(page.querySelector('input[type=hidden][name="account.whatHappened"]'), 'what was typed stays');
  }
  t.equal(await cases(), before);

  const told = await secretary.submit('/papier', typed({ channel: 'telephone' }));
  t.notOk(parse(told.body).querySelector('input[type=file]'), 'by telephone there is no scan');
  t.equal((await secretary.upload('/papier', parse(told.body), {}, { name: '', content: Buffer.alloc(0) })).statusCode, 201);
  t.equal(await cases(), before + 1);
});

t.test('Where the letter says nothing, the secretary says so: neither yes nor no is put into its mouth', async (t) => {
  const open = { 'priorStep.form': 'unsaid', 'priorStep.attested': 'unsaid', 'litigation.declared': 'unsaid', accompanied: 'unsaid', 'priorStep.outcome': '' };
  const form = await look(secretary, '/papier');
  for (const name of Object.keys(open).slice(0, 4)) t.ok(form.querySelector(`input[name="${name}"][value=unsaid]`), name);
  const silent = await secretary.submit('/papier', typed({ accompanied: '' }));
  t.strictSame(parse(silent.body).querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href')), ['#accompanied'], 'an answer is still wanted');

  const { check, sent } = await enter('/papier', typed(open));
  t.equal(said(parse(check.body)).split('La demande reçue ne le dit pas').length - 1, 4);
  t.equal(sent.statusCode, 201, sent.body);
  const id = parse(sent.body).querySelector('a[href^="/dossiers/"]')?.getAttribute('href')?.split('/').at(-1) ?? '';
  await claire.post(`/api/cases/${id}/charge`, {});
  t.equal(said(await look(mediator, `/dossiers/${id}/demande`)).split('La demande reçue ne le dit pas').length - 1, 4, 'the mediator reads what is left to ask');
  const silence = JSON.stringify({ priorStep: { form: null }, litigation: { declared: null }, accompanied: null });
  t.equal(accountRows(silence).filter(({ value }) => value === fr.ownRequest.unsaid).length, 3, 'and so does its author');

  const phone = browser(house);
  await phone.submit('/demande/objet', { purpose: 'dispute' });
  await phone.submit('/demande/attentes', { accompanied: 'unsaid' });
  t.ok((await phone.page('/demande/attentes?corriger=oui')).getElementById('accompanied-error'), 'on line it is no answer');
});

t.test('The mediator invites its author, who sees what was entered for them and contests it', async (t) => {
  const at = (below: string) => `/dossiers/${paperCase}/${below}`;
  await claire.post(`/api/cases/${paperCase}/charge`, {});
  await created(claire.post(`/api/cases/${paperCase}/object`, { text: 'Les plannings de nuit.' }));
  t.match(said(await look(secretary, at('papiers'))), /Demande, sur papier Amina Benali 28\s?février\s?2026 2\s?mars\s?2026 Omar/, 'attested by name');
  t.notOk((await secretary.page(at('papiers'))).querySelector(`a[href^="${at('papiers/')}"]`), 'and the scan does not open for who entered it');
  const list = await look(mediator, at('papiers'));
  const scan = list.querySelector(`a[href^="${at('papiers/')}"]`)?.getAttribute('href') ?? '';
  t.equal((await mediator.look(scan)).rawPayload.toString(), letter.content.toString());
  t.equal((await secretary.look(scan)).statusCode, 404);
  t.ok(list.querySelector(`a[href="${at('attestation-objet')}"]`));

  t.match(said(await look(mediator, at('attestation-objet'))), /Les plannings de nuit/);
  t.match(said((await mediator.fill(at('attestation-objet'))).page), /Il est attesté que l’auteur convient de l’objet/);
  const invited = await mediator.fill(at('invitation-auteur'), { letter: 'Voici votre dossier.' });
  seen.push(['invited', invited.body]);
  t.match(said(invited.page), /ne sont montrés que cette fois.*Voici votre dossier/);
  t.match(said(invited.page), /Ce lien permet de répondre jusqu’au 1er\s?avril\s?2026 inclus/, 'the letter says it as the page does');
  const link = /\/invitation\/([\w-]+)/.exec(invited.body)?.[1] ?? '';
  const code = /\d{4}[ \u00a0]?\d{4}/.exec(said(invited.page).split('Le code').at(-1) ?? '')?.[0].replaceAll(/\D/g, '') ?? '';
  await created(now.amina.post('/api/invitations/acceptance', { link, code }));

  const own = await look(amina, at('papiers'));
  t.equal((await amina.look(scan)).rawPayload.toString(), letter.content.toString(), 'her own paper');
  const contest = own.querySelector(`a[href^="${at('contestation')}"]`)?.getAttribute('href') ?? '';
  const chosen = (await look(amina, contest)).querySelector('input[name=entry][checked]')?.getAttribute('value') ?? '';
  const done = await amina.fill(at('contestation'), { entry: chosen });
  t.match(said(done.page), /Votre contestation est enregistrée.*Contesté le/);
  t.match(said(await look(secretary, at('papiers'))), /Contesté le/);
  t.equal((await amina.fill(at('contestation'), { entry: chosen })).status, 409, 'once');
});

t.test('Answers, a withdrawal and a signature on paper, each with its scan', async (t) => {
  const [id] = (await notifiedCases(now, 1)) as [string];
  const at = (below: string) => `/dossiers/${id}/${below}`;
  for (const [who, client] of [[secretary, omar], [mediator, claire], [amina, now.amina], [bloch, now.bloch]] as const) who.cookies.set('entente', client.token);
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  const [, second = '', third = ''] = parties.map(({ party }) => party);
  const { link, code } = await created(claire.post(`/api/cases/${id}/invitations`, { party: third, letter: 'Vous êtes invité.' }));
  await created(now.bloch.post('/api/invitations/acceptance', { link, code }));

  t.equal((await mediator.look(at('saisie-accord'))).statusCode, 404, 'the secretary alone');
  t.match(said(await look(secretary, at('saisie-accord'))), /Sylvie Roussel.*Étienne Bloch/);
  const { check, sent } = await enter(at('saisie-accord'), { party: third, ...day('receivedOn', -1), litigation: 'none' });
  t.match(said(parse(check.body)), /Étienne Bloch.*Pièce numérisée/);
  t.equal(sent.statusCode, 303, sent.body);
  t.match(await house.superuser`select answer, attested_by from consent where case_id = ${id} and party_id = ${third}`, [{ answer: 'consent', attested_by: omar.person }]);
  const text = await enter(at('saisie-accord'), { party: second, ...day('receivedOn'), litigation: 'none' }, { name: 'x.pdf', content: Buffer.from('du texte') });
  t.equal(text.sent.statusCode, 422);
  t.match(parse(text.sent.body).querySelector('#file-error')?.textContent, /PDF, JPEG ou PNG/);
  t.equal((await enter(at('saisie-accord'), { party: second, ...day('receivedOn', 1), litigation: 'none' })).sent.statusCode, 400, 'a day to come');
  t.equal((await enter(at('saisie-accord'), { party: third, ...day('receivedOn'), litigation: 'none' })).sent.statusCode, 409, 'answered already');

  t.match(said(await look(bloch, at('papiers'))), /Accord d’entrer en médiation, sur papier/);
  t.notMatch(said(await look(amina, at('papiers'))), /Accord d’entrer/, 'no other party sees it');
  t.equal((await enter(at('saisie-refus'), { party: second, ...day('receivedOn') })).sent.statusCode, 303);
  t.match(await house.superuser`select state from case_file where id = ${id}`, [{ state: 'refused' }]);
  t.equal((await secretary.look(at('saisie-signature'))).statusCode, 409, 'nothing is there to sign');
  t.equal((await enter(`/dossiers/${paperCase}/saisie-retrait`, { party: await authorOf(paperCase), ...day('receivedOn') })).sent.statusCode, 303);
  t.match(await house.superuser`select state from case_file where id = ${paperCase}`, [{ state: 'withdrawn' }]);
});

t.test('A request is taken back while its letters wait: nothing asks for them any more, and their pages say that they do not leave', async (t) => {
  const { case: id } = (await created(now.amina.post('/api/requests', requestBody()))) as { case: string };
  await omar.post(`/api/cases/${id}/acknowledgement`, {});
  await later(now, 4);
  secretary.cookies.set('entente', omar.token);
  await created(omar.post(`/api/cases/${id}/notices`, { vacantSought: true }));
  const list = await look(secretary, `/dossiers/${id}/envois`);
  t.notMatch(said(list), /ne part plus/);
  const letter = list.querySelectorAll('a').find((link) => link.textContent === 'Ouvrir pour imprimer')?.getAttribute('href') ?? '';
  t.equal((await now.amina.post(`/api/cases/${id}/request-withdrawal`, {})).statusCode, 201);
  for (const url of [`/dossiers/${id}/envois`, letter]) t.match(said(await look(secretary, url)), /La demande est retirée.*ne part plus/, url);
  t.notMatch(said(await look(secretary, '/semaine')), /lettres établies/);
});

t.test('A letter is marked as gone, and a held one decided', async (t) => {
  const director = functionHolders.find((one) => one.establishmentId === valmont.id && one.function === 'director');
  const own = { ...requestBody(), others: [{ ...requestBody().others[0], name: director?.name, profession: 'director' }, requestBody().others[1]] };
  const { case: id } = (await created(now.amina.post('/api/requests', own))) as { case: string };
  const at = (below: string) => `/dossiers/${id}/${below}`;
  t.match(said(await look(secretary, '/semaine')), /Accuser réception, dossier .*Échéance.*dans 8\sjours/, 'a secretary’s week says what is to be acknowledged');
  await omar.post(`/api/cases/${id}/acknowledgement`, {});
  t.match(said(await look(secretary, '/semaine')), /Envoyer les lettres d’information/);
  await later(now, 4);
  for (const [who, client] of [[secretary, omar], [mediator, claire]] as const) who.cookies.set('entente', client.token);
  await claire.post(`/api/cases/${id}/charge`, {});
  await created(omar.post(`/api/cases/${id}/notices`, { vacantSought: true }));

  t.notMatch(said(await look(secretary, '/semaine')), /Envoyer les lettres d’information/);
  const toPost = (await look(secretary, '/semaine')).querySelectorAll('main a').find((link) => /1 lettre établie n’est pas partie/.test(link.textContent));
  t.equal(toPost?.getAttribute('href'), at('envois'), 'the secretary’s week leads there');
  t.match(toPost?.textContent, /Échéance.*dans 4\sjours/);
  const list = await look(secretary, at('envois'));
  t.match(said(list), /Décision attendue/);
  const print = list.querySelectorAll('a').find((link) => link.textContent === 'Ouvrir pour imprimer')?.getAttribute('href') ?? '';
  t.match(said(await look(secretary, print)), /Le \d+ mars 2026 Madame/, 'a letter bears the day it was drawn up');
  const mark = (await look(secretary, print)).querySelectorAll('a').find((link) => link.textContent.startsWith('Marquer'))?.getAttribute('href') ?? '';
  const marking = await look(secretary, mark);
  const chosen = marking.querySelector('input[name=letter][checked]')?.getAttribute('value') ?? '';
  const done = await secretary.fill(at('depart-de-lettre'), { letter: chosen, ...day('on'), how: 'by-hand' });
  t.match(said(done.page), /Le départ de la lettre est noté.*Le .* : Remise en main propre/);

  t.notMatch(said(await look(secretary, '/semaine')), /lettre établie/);
  const waits = (await look(mediator, '/semaine')).querySelectorAll('main a').find((link) => /Décider d’un envoi retenu/.test(link.textContent));
  t.equal(waits?.getAttribute('href'), at('envois'), 'the week leads there');
  const decide = (await look(mediator, at('envois'))).querySelectorAll('a').find((link) => link.textContent === 'Décider')?.getAttribute('href') ?? '';
  const deciding = await look(mediator, decide);
  const held = deciding.querySelector('input[name=notice][checked]')?.getAttribute('value') ?? '';
  t.equal((await secretary.look(decide)).statusCode, 404);
  t.strictSame(deciding.querySelectorAll('input[name=decision]').map((input) => input.getAttribute('value')), ['send', 'do-not-send'], 'neither who is held, nor who has a letter of their own, nor a function nobody holds there');
  t.equal((await mediator.fill(at('envoi-retenu'), { notice: held, decision: 'school-head', reason: 'La direction est partie.' })).status, 422);
  const decided = await mediator.fill(at('envoi-retenu'), { notice: held, decision: 'do-not-send', reason: 'La direction est partie.' });
  t.match(said(decided.page), /La décision est enregistrée.*Ne pas envoyer/);
  t.notMatch((await secretary.look(at('envois'))).body, /La direction est partie/, 'the secretary does not read why');
});

t.test('Every page seen is sound', async (t) => {
  for (const [url, html] of seen) t.strictSame(flawsOf(html), [], url);
});

async function authorOf(caseId: string): Promise<string> {
  const { entries } = (await omar.get(`/api/cases/${caseId}/paper-entries`)).json<{ entries: { party: string }[] }>();

  return entries[0]?.party ?? '';
}
