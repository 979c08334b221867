import t from 'tap';
import { browser, type Browser } from './browser.ts';
import type { Client } from './client.ts';
import { consentedCases, created, later, notifiedCases, scene, type Scene } from './mediation-cast.ts';
import { comeBack, requestBody } from './territory.ts';

const main = (page: Awaited<ReturnType<Browser['page']>>) => page.querySelector('main')?.textContent ?? '';
const day = (date: Date) => ({ 'heldOn.day': String(date.getUTCDate()), 'heldOn.month': String(date.getUTCMonth() + 1), 'heldOn.year': String(date.getUTCFullYear()) });

/** Every link of the main part of a page. */
const linksOf = (page: Awaited<ReturnType<Browser['page']>>) => page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');

t.test('A whole case is run from pages, without script: filing to follow-up', async (t) => {
  const now = await scene(t, { members: 4 });
  const { house, town: { claire, omar, committee }, amina, roussel, bloch } = now;
  const [helene, paul, fatou] = committee as [Client, Client, Client];
  const { case: id } = await created(amina.post('/api/requests', requestBody())) as { case: string };
  const at = (below = '') => `/dossiers/${id}${below === '' ? '' : `/${below}`}`;
  // Somebody signs in anew when days have passed; the browser takes the new session.
  let [mediator, secretary, delegate] = [browser(house, claire), browser(house, omar), browser(house, helene)];
  const pass = async (days: number) => {
    await later(now, days);
    [mediator, secretary, delegate] = [browser(house, claire), browser(house, omar), browser(house, helene)];
  };
  const done = async (who: Browser, below: string, fields: Record<string, string> = {}) => {
    const { status, page, body } = await who.fill(at(below), fields);
    t.equal(status, 200, `${below} ${status === 200 ? '' : body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 600)}`);

    return page;
  };

  await pass(4);
  t.match(main(await secretary.page('/dossiers')), /Accusés de réception à envoyer \(1\).*A\.\u00a0B\., É\.\u00a0B\., S\.\u00a0R\./s);
  await done(secretary, 'accuse-de-reception');
  await done(mediator, 'prise-en-charge');
  t.match(main(await mediator.page(at('demande'))), /Depuis le printemps les plannings de nuit changent la veille/);

  await done(mediator, 'objet', { text: 'Les plannings de nuit et la manière de les annoncer.' });
  t.match(main(await mediator.page(at())), /en attente de l’accord de la personne qui demande/);
  t.match(main(await mediator.page('/dossiers')), /Les plannings de nuit et la manière de les annoncer\. \(A\.\u00a0B\., É\.\u00a0B\., S\.\u00a0R\.\)/);
  for (const who of [mediator, secretary]) t.notMatch(main(await who.page('/dossiers')), /Benali|Roussel|Bloch/, 'a docket names nobody');
  t.notMatch(main(await secretary.page('/dossiers')), /plannings/, 'the object is not the secretary’s to read');
  const [object] = (await amina.get(`/api/cases/${id}/texts?kind=object`)).json<{ texts: { id: string }[] }>().texts;
  await created(amina.post(`/api/cases/${id}/object/agreement`, { item: object?.id }));

  const preview = await secretary.page(at('informer'));
  const letters = preview.querySelectorAll('.entente-letter').map((letter) => letter.textContent.trim());
  t.ok(letters.length > 0, 'the letters are shown before they leave');
  const own = 'Une demande existe. Je ne peux rien vous en dire d’autre.';
  await done(secretary, 'informer', { sought: 'yes', 'letter-cme-president': own });
  const sent = await secretary.page(at('envois'));
  const printed = await Promise.all(linksOf(sent).filter((href) => href.includes('/envois/')).map(async (href) => main(await secretary.page(href))));
  t.equal(printed.length, letters.length);
  t.ok(printed.some((page) => page.includes(letters[0] ?? '?')), 'the preview is what is printed');
  t.ok(printed.some((page) => page.includes(own)), 'or the sender’s own words');

  await done(mediator, 'convocation', { ...Object.fromEntries(committee.map(({ person }) => [`members.${person}`, 'yes'])), text: 'Un CHU, un service de soins, trois métiers.' });
  for (const member of committee) await created(member.post(`/api/cases/${id}/declaration`, { answer: 'none' }));
  await done(mediator, 'siege', Object.fromEntries(committee.map(({ person }) => [`members.${person}`, 'yes'])));
  await done(mediator, 'resume', { text: 'Partie 1 et partie 2 ne s’accordent pas sur les plannings.' });
  t.equal((await mediator.look(at('ouverture'))).statusCode, 409, 'no decision before the advices');
  for (const member of [helene, paul]) await created(member.post(`/api/cases/${id}/advice`, { advice: 'open', reasons: 'La médiation peut aider.' }));
  await created(claire.post(`/api/cases/${id}/prior-step`, { finding: 'accepted', reasons: 'La personne a décrit sa tentative.' }));
  const decision = await mediator.page(at('ouverture'));
  t.match(main(decision), /2 avis reçus.*Avis de Hélène Vidal/s, 'the advices stand above the decision');
  t.match(decision.querySelector('textarea[name=letter]')?.textContent, /Je décide d’ouvrir une médiation/, 'with a letter to start from');
  await done(mediator, 'ouverture', { followsAdvice: 'yes', reasons: 'Je suis l’avis.', letter: 'Je décide d’ouvrir une médiation.' });

  await house.superuser`update deadline set due_on = due_on - 15, due_at = due_at - interval '15 days' where case_id = ${id} and rule = 'consent-answer'`;
  for (const guest of [roussel, bloch]) {
    const party = (await mediator.page(at('invitation'))).querySelector('input[name=party]')?.getAttribute('value') ?? '';
    const { page, status } = await mediator.fill(at('invitation'), { party, letter: 'Vous êtes invitée à une médiation.' });
    t.equal(status, 200);
    t.match(main(page), /Vous êtes invitée à une médiation.*ouvrez cette adresse/s);
    const [, link] = /\/invitation\/([\w-]{27})/.exec(main(page)) ?? [];
    const [code] = /\b\d{8}\b/.exec(page.querySelector('.entente-recovery-code__code')?.textContent ?? '') ?? [];
    const [until] = /Votre réponse est attendue le [^.]+ inclus/.exec(main(await browser(house).page(`/invitation/${link ?? ''}`))) ?? [];
    t.ok(main(page).includes(until ?? '?'), 'the letter says by when as its page does');
    t.notOk(page.querySelector('.entente-letter')?.textContent.includes(code ?? '?'), 'the code is not in the letter');
    await created(guest.post('/api/invitations/acceptance', { link, code }));
    t.notMatch(main(await mediator.page(at())), link ?? '?', 'shown once');
  }
  await house.superuser`update deadline set due_on = due_on + 15, due_at = due_at + interval '15 days' where case_id = ${id} and rule = 'consent-answer'`;
  t.match(main(await mediator.page(at())), /3 sur 3 manquent encore.*Étienne Bloch/s, 'who is awaited, by name');
  await created(amina.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' }));
  t.match(await bloch.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'declared' }).then(({ statusCode }) => statusCode), 422);
  t.match(main(await mediator.page('/semaine')), /Examiner une procédure déclarée/);
  const litigant = (await mediator.page(at('examen-de-procedure'))).querySelector('input[name=party]')?.getAttribute('value') ?? '';
  await done(mediator, 'examen-de-procedure', { outcome: 'continue', party: litigant, reasons: 'Cette procédure ne fait pas obstacle.' });
  for (const one of [roussel, bloch]) await created(one.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' }));

  const choices = await mediator.page(at('designation'));
  t.match(main(choices), /Hélène Vidal.*membre du comité · certifié · 0 désignation en cours/s, 'with what each already carries');
  await done(mediator, 'designation', { [`delegates.${helene.person}`]: 'yes', [`delegates.${fatou.person}`]: 'yes' });
  t.match(main(await delegate.page('/semaine')), /Commencer la médiation/);
  for (const one of [amina, roussel, bloch]) await created(one.post(`/api/cases/${id}/challenge-waiver`, {}));
  await comeBack(house, fatou);
  await done(delegate, 'debut');
  await done(delegate, 'ouvrir-les-echanges-communs');
  t.equal((await delegate.look(at('ouvrir-les-echanges-communs'))).statusCode, 404, 'opened once');

  await t.test('she writes to one, and never forwards', async (t) => {
    const caucuses = linksOf(await delegate.page(at('echanges'))).filter((href) => /echanges\/[0-9a-f-]{36}$/.test(href));
    t.equal(caucuses.length, 3);
    const [toAmina = '', toRoussel = ''] = caucuses;
    const sent = await delegate.fill(toAmina, { text: 'Bonjour Amina.' });
    t.match(main(sent.page), /Votre message est envoyé.*Bonjour Amina\./s);
    await created(amina.post(`/api/cases/${id}/texts`, { kind: 'caucus', subject: toAmina.split('/').at(-1), text: 'Elle ne me dit plus bonjour.' }));
    const page = await delegate.page(toAmina);
    t.match(page.querySelector('main form button[type=submit]')?.textContent, 'Envoyer à Amina Benali uniquement');
    const rephrase = linksOf(page).filter((href) => href.startsWith(`${toRoussel}?reprendre=`)).at(-1) ?? '';
    const beside = await delegate.page(rephrase.split('#')[0] ?? '');
    t.match(main(beside), /Elle ne me dit plus bonjour/, 'the source is shown');
    t.equal(beside.querySelector('textarea[name=text]')?.textContent, '', 'beside an empty text');
    t.notMatch((await roussel.get(`/api/cases/${id}/texts?kind=caucus`)).body, /bonjour/, 'nothing crosses by itself');
    const empty = await delegate.fill(toAmina, { text: ' ' });
    t.equal(empty.status, 422);
    t.match(empty.page.querySelector('title')?.text, /^Erreur/);

    t.match(main((await delegate.fill(at('salle'), { text: 'Bienvenue à tous.' })).page), /Bienvenue à tous/);
    t.match(main((await delegate.fill(at('mediateurs'), { text: 'Plan de la séance.' })).page), /Plan de la séance/);
    t.match(main((await delegate.fill(at('notes'), { text: 'À moi seule.' })).page), /À moi seule/);
    t.notMatch(main(await mediator.page(at('notes'))), /À moi seule/);
    t.equal((await mediator.look(at('salle'))).statusCode, 404, 'the mediator in charge is not in the room');
    t.match(main(await mediator.page(toAmina)), /vous n’y écrivez plus/);
  });

  const party = (await delegate.page(at('entretien'))).querySelector('input[name=party]')?.getAttribute('value') ?? '';
  await done(delegate, 'entretien', { party, ...day(house.clock.now()), text: 'Un premier entretien.' });
  await done(delegate, 'reunion-pleniere', { ...day(house.clock.now()), text: 'Tous présents.' });
  t.match(main(await mediator.page(at('rendez-vous'))), /Amina Benali.*Un premier entretien/s);
  t.match(main(await delegate.page('/semaine')), /Réunion plénière, dossier/);
  await done(delegate, 'proposition-accord', { text: 'Les plannings paraissent trente jours avant.', recommendations: 'Une réunion chaque mois.' });
  const { agreements } = (await amina.get(`/api/cases/${id}/agreements`)).json<{ agreements: { agreement: string }[] }>();
  for (const one of [amina, roussel, bloch]) await created(one.post(`/api/cases/${id}/agreement-signature`, { agreement: agreements[0]?.agreement, passphrase: one.account.passphrase }));
  t.match(main(await mediator.page(at('accord'))), /Signé par.*Amina Benali/s);

  const copies = await mediator.page(at('transmission'));
  t.match(copies.querySelector('.entente-letter')?.textContent, /Les plannings paraissent trente jours avant/);
  await done(mediator, 'transmission', { sought: 'yes' });
  t.match(main(await secretary.page(at('envois'))), /Accord signé/);
  await done(delegate, 'evaluation', { after: 'first', outcome: 'kept', text: '' });
  t.match(main(await mediator.page(at('accord'))), /À 3 mois.*L’accord est tenu/s);
  const history = main(await mediator.page(at('journal')));
  t.match(history, /Médiateur désigné/);
  t.match(history, /Lecture.*Échange privé avec une partie/s);
  t.notMatch(history, /Notes privées\s+Lecture|Lecture.{0,3}Notes privées/, 'nobody’s notes are told');
  await done(mediator, 'cloture');
  t.match(main(await mediator.page('/dossiers?onglet=ended')), /Dossier clos/);
  await pass(1);
  await mediator.page(at('demande'));
  t.match(main(await mediator.page(at('journal'))), /Lecture.*Sans signature.?Fin du dossier.*Lecture/s, 'the journal tells the end, and what was read since');

  await t.test('every page that was run is sound', async (t) => {
    const titles = new Set<string>();
    const tabs = ['', 'demande', 'parties', 'echanges', 'mediateurs', 'notes', 'rendez-vous', 'instance', 'accord', 'envois', 'journal'];
    for (const below of tabs) {
      const answer = await mediator.look(at(below));
      t.equal(answer.statusCode, 200, below);
      const page = await mediator.page(at(below));
      const ids = page.querySelectorAll('[id]').map((element) => element.id);
      t.equal(page.querySelectorAll('h1').length, 1, `${below} has one h1`);
      t.equal(new Set(ids).size, ids.length, `${below} repeats no id`);
      t.equal(page.querySelectorAll('[style], style, script:not([src])').length, 0);
      for (const table of page.querySelectorAll('table')) t.ok(table.querySelector('caption')?.textContent, `${below}: a caption`);
      t.notMatch(main(page), /[0-9a-f]{8}-[0-9a-f]{4}-/, `${below} shows no id`);
      titles.add(page.querySelector('title')?.text ?? '');
    }
    t.equal(titles.size, tabs.length, 'titles are unique');
  });
});

t.test('The secretary sees no account, no exchange, no notes, and no way to them; a colleague less; a party none of it', async (t) => {
  const now = await scene(t, { members: 1 });
  const { house, town: { claire, deputy, omar, committee: [helene] }, amina } = now;
  const [id] = await notifiedCases(now, 1) as [string];
  const at = (below = '') => `/dossiers/${id}${below === '' ? '' : `/${below}`}`;
  const [secretary, mediator, colleague, party, member] = [browser(house, omar), browser(house, claire), browser(house, deputy), browser(house, amina), browser(house, helene)];
  const [{ party: first }] = (await claire.get(`/api/cases/${id}`)).json<{ parties: [{ party: string }] }>().parties;
  const shut = ['demande', 'echanges', `echanges/${first}`, 'salle', 'mediateurs', 'notes', 'rendez-vous', 'instance', 'accord', 'journal'];

  const links = linksOf(await secretary.page(at()));
  for (const below of shut) {
    t.equal((await secretary.look(at(below))).statusCode, 404, `${below} is not the secretary’s`);
    t.notOk(links.includes(at(below)), `and no link leads to ${below}`);
    t.equal((await party.look(at(below))).statusCode, 404, `nor a party’s: ${below}`);
    t.equal((await member.look(at(below))).statusCode, 404, `nor anybody’s of the body: ${below}`);
  }
  for (const below of ['parties', 'envois']) {
    t.equal((await secretary.look(at(below))).statusCode, 200);
    t.ok(links.includes(at(below)));
    t.equal((await colleague.look(at(below))).statusCode, 404, `a deputy who is not in charge does not open ${below}`);
  }
  t.match(main(await secretary.page(at('parties'))), /Sylvie Roussel/);
  t.equal((await colleague.look(at())).statusCode, 200);
  t.notMatch((await colleague.look(at())).body, /Roussel/);
  t.equal((await mediator.look(at('echanges/11111111-1111-4111-8111-111111111111'))).statusCode, 404, 'a party of no case');
  t.equal((await mediator.look(at(`echanges/pas-un-identifiant`))).statusCode, 404);

  const opened = async () => Number((await house.superuser`select count(*) from reading where case_id = ${id} and person = ${claire.person}`)[0]?.['count']);
  const before = await opened();
  await mediator.look(at());
  await mediator.look('/dossiers');
  t.equal(await opened(), before, 'neither the list nor the first page is a reading');
  await mediator.look(at('parties'));
  t.equal(await opened(), before + 3, 'a page opens what it shows: three identities');
});

t.test('Whoever leaves is told that it is over', async (t) => {
  const now = await scene(t, { members: 0 });
  const [id] = await notifiedCases(now, 1) as [string];
  const secretary = browser(now.house, now.town.omar);
  t.equal((await secretary.fill(`/dossiers/${id}/deport`, {})).status, 422, 'not without the box');
  const { page } = await secretary.fill(`/dossiers/${id}/deport`, { forGood: 'yes' });
  t.match(main(page), /Vous avez quitté ce dossier/);
  t.equal((await secretary.look(`/dossiers/${id}`)).statusCode, 404);
});

t.test('A mediation that did not succeed is referred, and what travels is told first', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town: { claire } } = now;
  const [{ id }] = await consentedCases(now, 1) as [{ id: string; parties: string[] }, ...unknown[]];
  await created(claire.post(`/api/cases/${id}/designations`, { delegates: [claire.person] }));
  await later(now, 9);
  const mediator = browser(house, claire);
  t.equal((await mediator.fill(`/dossiers/${id}/debut`)).status, 200);
  const end = await mediator.page(`/dossiers/${id}/fin-sans-accord`);
  t.match(end.querySelector('textarea[name=letter]')?.textContent, /prend fin sans accord/);
  t.equal((await mediator.fill(`/dossiers/${id}/fin-sans-accord`, { reason: 'no-agreement', letter: 'La médiation prend fin.' })).status, 200);
  t.match(main(await mediator.page(`/dossiers/${id}/saisine-nationale`)), /Ce qui est transmis.*Amina Benali.*Ce qui ne l’est pas.*délibérations.*Qui reçoit.*médiateur national/s);
  const { page, status } = await mediator.fill(`/dossiers/${id}/saisine-nationale`, { ground: 'no-agreement-reached' });
  t.equal(status, 200);
  t.match(main(page), /Le médiateur national est saisi/);
  t.notOk(linksOf(page).some((href) => href.endsWith('/saisine-nationale')), 'once');
});

t.test('A docket of sixty cases: tabs, filters, order, pages', async (t) => {
  const now = await scene(t, { members: 0 });
  const { house, town: { claire, omar }, amina } = now;
  const id = (await created(amina.post('/api/requests', requestBody()))).case as string;
  await copyCase(now, id, 59);
  const mediator = browser(house, claire);

  const tabs = (page: Awaited<ReturnType<Browser['page']>>) => page.querySelectorAll('main nav a').flatMap((link) => {
    const [, count] = /\((\d+)\)$/.exec(link.textContent.trim()) ?? [];

    return count === undefined ? [] : [{ href: link.getAttribute('href') ?? '', count: Number(count) }];
  });
  const first = await mediator.page('/dossiers');
  t.equal(tabs(first).length, 8);
  t.match(tabs(first)[0], { count: 60 });
  for (const { href, count } of tabs(first)) {
    const page = await mediator.page(href);
    t.match(page.querySelector('h2')?.textContent, new RegExp(`^${count} dossier`), `${href} counts what it lists`);
    t.equal(page.querySelectorAll('tbody tr').length, Math.min(count, 25));
  }
  t.ok(tabs(first).filter(({ count }) => count > 0).length >= 6, 'and most of them list something');

  const seen = new Set<string>();
  for (const page of [1, 2, 3]) for (const link of (await mediator.page(`/dossiers?page=${page}`)).querySelectorAll('tbody th a')) seen.add(link.getAttribute('href') ?? '');
  t.equal(seen.size, 60, 'three pages hold each case once');

  const column = async (address: string, rank: number) => (await mediator.page(address)).querySelectorAll('tbody tr').map((row) => row.querySelectorAll('th, td')[rank]?.textContent.trim() ?? '');
  const ascending = await column('/dossiers?tri=reference', 0);
  t.strictSame(ascending, [...ascending].sort());
  const sorted = await mediator.page('/dossiers?tri=reference&sens=descending');
  t.equal(sorted.querySelector('th[aria-sort]')?.getAttribute('aria-sort'), 'descending');
  t.equal(sorted.querySelectorAll('th[aria-sort]').length, 1);
  t.ok((await column('/dossiers?tri=reference&sens=descending', 0))[0] as string > (ascending[0] ?? ''));

  t.match(main(await mediator.page('/dossiers?onglet=late')), /En retard/);
  t.match(main(first), /sans personne en charge/);
  const nobody = await mediator.page('/dossiers?suivi=nobody&etat=received');
  t.ok(nobody.querySelectorAll('tbody tr').length > 0);
  t.match(nobody.querySelectorAll('.entente-applied a').map((link) => link.getAttribute('href')), ['/dossiers?suivi=nobody', '/dossiers?etat=received'], 'a filter is taken away by a link');
  t.match(main(await mediator.page('/dossiers?suivi=moi')), /Aucun dossier ne répond à ces filtres/);
  t.match(main(await mediator.page('/dossiers?page=9')), /Cette page de la liste est vide/);
  t.equal((await mediator.look('/dossiers?page=-1&tri=ailleurs&suivi=%27&onglet=x')).statusCode, 200, 'what is not understood asks nothing');
  t.notMatch(first.toString(), /Benali|Roussel|plannings/, 'no name and no text');
  t.equal((await browser(house, omar).page('/dossiers')).querySelectorAll('tbody tr').length, 25, 'the secretary has the same docket');

  const rows = (await claire.get('/api/cases?as=rows&size=1000')).json<{ total: number; columns: string[]; rows: unknown[][] }>();
  t.equal(rows.rows.length, 60);
  t.equal(rows.columns.length, rows.rows[0]?.length);
  t.match((await claire.get('/api/cases?tab=late&size=5')).json(), { cases: { length: 5 }, size: 5 });
  t.equal((await claire.get('/api/cases?size=1001')).json<{ size: number }>().size, 1000);
});

/** The same case again, as only a superuser may: what lists are made of, with no content. */
async function copyCase({ house: { superuser } }: Scene, id: string, copies: number): Promise<void> {
  const states = ['received', 'acknowledged', 'notified', 'consent_requested', 'in_mediation', 'follow_up', 'closed', 'not_opened'];
  for (let rank = 0; rank < copies; rank += 1) {
    const [made] = await superuser<{ id: string }[]>`
      insert into case_file (id, reference, tier, office_id, territory_id, purpose, state, holders, received_at)
      select gen_random_uuid(), upper(substr(md5(${rank}::text), 1, 4)) || '-' || upper(substr(md5(${rank}::text), 5, 4)), tier, office_id, territory_id, purpose, ${states[rank % states.length] ?? ''}, 1, received_at - make_interval(hours => ${rank})
      from case_file where id = ${id} returning id`;
    await superuser`insert into party (id, case_id, ordinal, kind) select gen_random_uuid(), ${made?.id ?? ''}, ordinal, kind from party where case_id = ${id}`;
    await superuser`insert into deadline (id, case_id, rule, start_table, start_id, start_at, due_on, due_at) select gen_random_uuid(), ${made?.id ?? ''}, rule, start_table, start_id, start_at, due_on + (${rank} % 30 - 12), due_at + make_interval(days => ${rank} % 30 - 12) from deadline where case_id = ${id}`;
  }
}
