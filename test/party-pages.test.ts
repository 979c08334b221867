import { parse } from 'node-html-parser';
import t from 'tap';
import { browser, said, tokenOf, type Browser } from './browser.ts';
import { created, later, notifiedCases, scene, type Scene } from './mediation-cast.ts';
import { flawsOf } from './sound-page.ts';
import { comeBack } from './territory.ts';
import { agreeOn, file, joinAll } from './tiers.ts';

const secretOfAmina = 'Je songe à demander ma mutation, ne le dites à personne.';
const storyOfBloch = 'Je découvre cette demande, et je la comprends en partie.';

t.test('A whole mediation, lived by Amina and by Dr Bloch without a script', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town: { claire, omar, committee } } = now;
  const [delegate] = committee as [typeof claire];
  const [id] = (await notifiedCases(now, 1)) as [string];
  const at = (below = '') => `/dossiers/${id}${below === '' ? '' : `/${below}`}`;
  const api = (path: string) => `/api/cases/${id}/${path}`;
  const amina = browser(house, now.amina);
  const roussel = browser(house, now.roussel);
  const bloch = browser(house);
  const seen: [string, string][] = [];
  const look = async (who: Browser, url: string) => {
    const answer = await who.look(url);
    t.equal(answer.statusCode, 200, url);
    seen.push([url, answer.body]);

    return parse(answer.body);
  };
  const { notices } = (await omar.get(api('notices'))).json<{ notices: { notice: string }[] }>();
  for (const { notice } of notices) await created(omar.post(api(`notices/${notice}/posting`), { on: '2026-03-06', how: 'post' }));
  // The committee's part is another test's: a superuser passes over it, with the clock that the decision starts.
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  await house.superuser`insert into deadline (id, case_id, rule, start_table, start_id, start_at, due_on, due_at) values (gen_random_uuid(), ${id}, 'consent-answer', 'case_file', ${id}, ${house.clock.now()}, '2026-04-06', '2026-04-06T21:59:59Z')`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  const [ofAmina, ofRoussel, ofBloch] = parties.map(({ party }) => party) as [string, string, string];
  const invite = (party: string) => created(claire.post(api('invitations'), { party, letter: 'Vous êtes invité à une médiation.' })) as Promise<{ path: string; code: string; link: string }>;

  await t.test('the list: one line, its state and its deadline in words', async (t) => {
    const list = await look(amina, '/dossiers');
    t.equal(list.querySelector('tbody th a')?.getAttribute('href'), at());
    t.match(said(list), /En attente de l’accord de chacun Réponse de chacun : 6\s?avril\s?2026 dans 31\s?jours/);
    t.match(said(await look(amina, '/dossiers?etat=termines')), /aucun dossier terminé/);
    house.clock.pass(33 * 24 * 60);
    for (const one of now.everybody) await comeBack(house, one);
    t.match(said(await look(browser(house, now.amina), '/dossiers')), /en retard de 2\s?jours/);
    house.clock.pass(-33 * 24 * 60);
    for (const one of now.everybody) await comeBack(house, one);
    for (const [who, client] of [[amina, now.amina], [roussel, now.roussel]] as const) who.cookies.set('entente', client.token);
  });

  await t.test('the invitation: opening consumes nothing, a wrong code leaves four, the right one shows the object', async (t) => {
    const { path, code } = await invite(ofBloch);
    const letter = await look(bloch, path);
    t.match(said(letter), 'Une personne avec qui vous travaillez souhaite une médiation. Vous n’êtes mis en cause dans aucune procédure. Rien n’est décidé. Vous pouvez accepter, refuser ou demander à en parler. Vous n’avez pas à vous justifier, et votre direction n’est pas informée de votre réponse.');
    t.notMatch(said(letter), /plannings|Benali|Amina/, 'and names nobody');
    t.match(said(letter), /Ce lien permet de répondre jusqu’au 5\s?avril\s?2026 inclus/, 'one date where answers are awaited later than the link lasts');
    await house.superuser`update deadline set due_on = '2026-03-20', due_at = '2026-03-20T22:59:59Z' where case_id = ${id} and rule = 'consent-answer'`;
    t.match(said(await look(bloch, path)), /Votre réponse est attendue le 20\s?mars\s?2026 au plus tard\s;\sle lien, lui, fonctionne jusqu’au 5\s?avril\s?2026 inclus/, 'else both, each with what it is');
    await house.superuser`insert into deadline (id, case_id, rule, start_table, start_id, start_at, due_on, due_at) values (gen_random_uuid(), ${id}, 'notices', 'case_file', ${id}, ${house.clock.now()}, '2026-03-20', '2026-03-20T22:59:59Z')`;
    for (const [why, dueOn, metAt] of [['the day is past', '2026-03-05', null], ['nobody waits any more', '2026-03-20', house.clock.now()], ['both are one day', '2026-04-05', null]] as const) {
      await house.superuser`update deadline set due_on = ${dueOn}, due_at = ${`${dueOn}T21:59:59Z`}, met_at = ${metAt} where case_id = ${id} and rule = 'consent-answer'`;
      t.match(said(await look(bloch, path)), /Ce lien permet de répondre jusqu’au 5\s?avril\s?2026 inclus/, why);
    }
    await house.superuser`update deadline set due_on = '2026-04-06', due_at = '2026-04-06T21:59:59Z', met_at = null where case_id = ${id} and rule = 'consent-answer'`;
    await house.superuser`delete from deadline where case_id = ${id} and rule = 'notices' and met_at is null`;
    t.match(said(letter), /Auvergne-Rhône-Alpes/);

    const wrong = await bloch.fill(path, { code: code === '00000000' ? '00000001' : '00000000' });
    t.equal(wrong.status, 422);
    t.match(wrong.page.querySelector('title')?.textContent, /^Erreur/);
    t.match(said(wrong.page), /Il vous reste 4 essais/);

    const opened = await bloch.fill(path, { code: `${code.slice(0, 4)} ${code.slice(4)}` });
    t.equal(opened.status, 200);
    seen.push(['opened', opened.body]);
    t.match(said(opened.page), /Les plannings de nuit et la manière de les annoncer/);
    t.match(opened.page.querySelector('textarea[name=whatHappened]') && said(opened.page), /Que s’est-il passé/);

    const token = opened.page.querySelector('form[action$="/accord"] input[name=form-token]')?.getAttribute('value') ?? '';
    const self = { 'author.service': 'Bloc opératoire', 'author.contact.channel': 'telephone', 'author.contact.value': '', 'author.contact.when': 'après 20 h', 'author.contact.discreet': 'yes' };
    const typed = { code, ...self, whatHappened: storyOfBloch, account: 'new', name: 'Étienne Bloch', address: 'bloch@exemple.fr', passphrase: 'sept scalpels et deux cafés', confirmation: 'sept scalpels et un café', shared: 'yes' };
    const differs = await bloch.send(`${path}/accord`, { ...typed, 'form-token': token });
    t.equal(differs.statusCode, 422);
    const again = parse(differs.body);
    t.match(said(again), /indiquez où vous joindre.*écrivez deux fois la même phrase/s);
    t.equal(again.querySelector('input[name="author.service"]')?.getAttribute('value'), 'Bloc opératoire');
    t.equal(again.querySelector('textarea[name=whatHappened]')?.textContent, storyOfBloch, 'nothing typed is lost');
    t.notMatch(differs.body, /sept scalpels/, 'but the passphrase');

    const accepted = await bloch.send(`${path}/accord`, { ...typed, 'author.contact.value': '06 00 00 00 11', confirmation: typed.passphrase, 'form-token': token });
    t.equal(accepted.statusCode, 201);
    seen.push(['accepted', accepted.body]);
    t.match(accepted.body, /[0-9A-Z]{4}-[0-9A-Z]{4}/, 'the recovery code, once');
    const closed = await bloch.look(path);
    t.equal(closed.statusCode, 409);
    t.match(said(parse(closed.body)), /a déjà reçu une réponse/);
    t.equal((await browser(house).look(`/invitation/${'a'.repeat(27)}`)).statusCode, 404);
    const own = await look(bloch, at('ma-demande'));
    t.match(said(own), new RegExp(storyOfBloch));
    t.match(said(own), /Étienne Bloch.*Bloc opératoire.*06 00 00 00 11.*après 20 h/s, 'what was said of him, and what he says');
    t.equal((await look(bloch, '/compte')).querySelector('input[name=mail][checked]')?.getAttribute('value'), 'none', 'by telephone, hence no mail');
    const entries = (await claire.get(api('texts?kind=identity'))).json<{ texts: { subject: string; kind: string; text: string }[] }>().texts.filter(({ subject, kind }) => subject === ofBloch && kind === 'entry');
    t.match(entries.map(({ text }) => JSON.parse(text)), [{ profession: 'hospital-practitioner' }, { profession: 'hospital-practitioner', service: 'Bloc opératoire', contact: { discreet: true } }]);

    house.clock.pass(1);
    t.equal((await look(bloch, at('me-joindre'))).querySelector('input[name=when]')?.getAttribute('value'), 'après 20 h');
    const nowhere = await bloch.fill(at('me-joindre'), { channel: 'post' });
    t.equal(nowhere.status, 400);
    t.match(said(nowhere.page), /Indiquez où vous joindre/);
    t.match(said((await bloch.fill(at('me-joindre'), { channel: 'telephone', value: '06 00 00 00 22' })).page), /La manière de vous joindre est changée/);
    const changed = said(await look(bloch, at('ma-demande')));
    t.match(changed, /Bloc opératoire.*06 00 00 00 22/s);
    t.notMatch(changed, /06 00 00 00 11|après 20 h/, 'what was said before is replaced');
    t.match(said(await browser(house, claire).page(at('parties'))), /Étienne Bloch.*06 00 00 00 22/s, 'where those who run the case look');
    t.equal((await now.amina.post(api('contact'), { party: ofBloch, contact: { channel: 'telephone', value: '06', when: '', discreet: false } })).statusCode, 404, 'each for themselves');
  });

  await t.test('declined without an account; taken up with one’s own', async (t) => {
    const first = await invite(ofRoussel);
    const stranger = browser(house);
    const opened = await stranger.fill(first.path, { code: first.code });
    const token = opened.page.querySelector('form[action$="/refus"] input[name=form-token]')?.getAttribute('value') ?? '';
    const asked = parse((await stranger.send(`${first.path}/refus`, { code: first.code, 'form-token': token })).body);
    t.match(said(asked), /Décliner l’invitation ?.*Revenir à l’invitation/, 'one press does not decline');
    t.equal((await stranger.look(first.path)).statusCode, 200, 'and the invitation still stands');
    const declined = await stranger.send(`${first.path}/refus`, { code: first.code, 'form-token': tokenOf(asked), confirmed: 'yes' });
    t.equal(declined.statusCode, 200);
    t.match(said(parse(declined.body)), /Vous avez décliné/);
    t.equal((await stranger.look(first.path)).statusCode, 409);

    const second = await invite(ofRoussel);
    const shown = await roussel.fill(second.path, { code: second.code });
    t.notOk(shown.page.querySelector('input[type=password]'), 'somebody signed in makes no account');
    const form = shown.page.querySelector('form[action$="/accord"] input[name=form-token]')?.getAttribute('value') ?? '';
    t.equal((await roussel.send(`${second.path}/accord`, { code: second.code, 'form-token': form })).statusCode, 201);

    const third = await invite(ofRoussel).catch(() => undefined);
    t.equal(third, undefined, 'a party somebody stands for is not invited again');
  });

  await t.test('one thing to do, with its day and its cause; the text is read whole, checked, and confirmed with the date', async (t) => {
    const before = await look(bloch, at());
    t.equal(before.querySelector('ol [aria-current=step]')?.textContent, 'Accord de chacun');
    t.equal(before.querySelectorAll('main ol').at(0)?.querySelectorAll('li').length, 5);
    t.match(said(before), /Ce que vous avez à faire Lire le texte et donner votre accord Avant le 6\s?avril\s?2026 \(dans/);
    t.match(said(before), /Délai laissé à chacun pour répondre, depuis le 6\s?mars\s?2026/);
    t.match(said(before), /Accords donnés : 0 sur 3/);
    t.match(said(before), /Les lettres qui disent .* qu’une demande existe ont été établies/);
    t.match(said(await look(bloch, at('consentement'))), /J’accepte d’entrer en médiation/);

    const unticked = await bloch.fill(at('consentement'), { litigation: 'none' });
    t.equal(unticked.status, 422);
    for (const who of [bloch, amina, roussel]) {
      const done = await who.fill(at('consentement'), { litigation: 'none', accept: 'yes' });
      t.equal(done.status, 200);
      t.match(said(done.page), /Votre accord est enregistré\. Le .* à /);
    }
    t.match(said(await look(bloch, at())), /Rien pour l’instant/);
    t.notMatch((await amina.look(at())).body, /texte-repris/, 'no case led to this one: there is nothing to carry');
  });

  await t.test('alone with the mediator: the button says who reads', async (t) => {
    const page = await look(amina, at('mes-echanges'));
    t.equal(page.querySelectorAll('main form button').at(-1)?.textContent, 'Envoyer à Claire Morel uniquement');
    const empty = await amina.fill(at('mes-echanges'), { text: ' ' });
    t.equal(empty.status, 422);
    const sent = await amina.fill(at('mes-echanges'), { text: secretOfAmina });
    t.equal(sent.status, 200);
    t.match(said(sent.page), new RegExp(`Votre message est envoyé\\. Le .*Vous le .*${secretOfAmina}`));
    t.equal((await amina.look(at('mes-echanges/communs'))).statusCode, 404, 'no shared exchange before it is open');

    await created(claire.post(api('designations'), { delegates: [delegate.person] }));
    const then = await look(amina, at('mes-echanges'));
    t.equal(then.querySelectorAll('main form button').at(-1)?.textContent, `Envoyer à ${delegate.account.name} uniquement`);
    const challenging = await look(bloch, at('recusation'));
    t.match(said(challenging), new RegExp(delegate.account.name));
    for (const who of [amina, roussel, bloch]) t.match(said((await who.fill(at('renonciation-a-recuser'))).page), /vous ne récusez personne/);
    await created(delegate.post(api('beginning'), {}));
    await created(delegate.post(api('room'), {}));
    await bloch.fill(at('mes-echanges/communs'), { text: 'Je propose de commencer par les nuits.' });
    const shared = await look(amina, at('mes-echanges/communs'));
    t.match(said(shared), /Partie 3 le .* Je propose de commencer par les nuits/);
    t.match(shared.querySelectorAll('main form button').at(-1)?.textContent, /^Envoyer à toutes les parties et à /);
  });

  await t.test('meetings of one’s own, and of all; never another’s', async (t) => {
    const today = house.clock.now().toISOString().slice(0, 10);
    for (const party of [ofAmina, ofRoussel]) await created(delegate.post(api('meetings'), { kind: 'interview', party, heldOn: today, text: 'Entretien.' }));
    await created(delegate.post(api('meetings'), { kind: 'plenary', heldOn: today, text: 'Tous présents.' }));
    t.equal((await look(amina, at('mes-rendez-vous'))).querySelectorAll('tbody tr').length, 2);
    t.equal((await look(bloch, at('mes-rendez-vous'))).querySelectorAll('tbody tr').length, 1);
  });

  await t.test('the agreement: read, compared, signed behind the passphrase, counted', async (t) => {
    t.match(said(await look(bloch, at('mon-accord'))), /Aucun texte n’est proposé/);
    const proposal = { text: 'Les plannings paraissent trente jours avant. Un remplaçant est nommé.', recommendations: 'Une réunion chaque mois.' };
    await created(delegate.post(api('agreements'), proposal));
    await created(delegate.post(api('agreements'), { ...proposal, text: 'Les plannings paraissent quarante jours avant. Un remplaçant est nommé.' }));
    const text = said(await look(amina, at('mon-accord')));
    t.match(text, /Phrases ajoutées Les plannings paraissent quarante jours avant\. Phrases retirées Les plannings paraissent trente jours avant\./);
    t.match(text, /Une réunion chaque mois/);
    t.match(text, /0 signatures sur 3/);

    t.match(said(await look(amina, at('signature'))), /Les plannings paraissent quarante jours avant.*Qui reçoit l’accord/);
    t.match(said(await amina.check(at('signature'))), /Les plannings paraissent quarante jours avant/, 'the text is read where it is signed');
    const wrong = await amina.fill(at('signature'), {}, { passphrase: 'ce n’est pas la bonne' });
    t.equal(wrong.status, 401);
    t.match(said(wrong.page), /Phrase secrète incorrecte/);
    t.match(said((await amina.fill(at('signature'), {}, { passphrase: now.amina.account.passphrase })).page), /Vous avez signé l’accord\. Le .* à /);
    t.match(said(await look(amina, at('mon-accord'))), /1 signature sur 3\. Vous avez signé/);
    t.match(said(await look(bloch, at('mon-accord'))), /1 signature sur 3\. Vous n’avez pas signé/);
    t.notMatch(said(await look(bloch, at())), /Vous avez signé/);
    await roussel.fill(at('signature'), {}, { passphrase: now.roussel.account.passphrase });
    await bloch.fill(at('signature'), {}, { passphrase: 'sept scalpels et deux cafés' });
    t.match(said(await look(bloch, at())), /Chacun a signé : l’accord est conclu/);
  });

  await t.test('what Amina said apart is on no page of Dr Bloch, nor in what the API tells him', async (t) => {
    const login = house.visitor();
    await login.signIn({ name: '', address: 'bloch@exemple.fr', passphrase: 'sept scalpels et deux cafés', isShared: false });
    const pages = ['', 'ma-demande', 'mes-echanges', 'mes-echanges/communs', 'mes-rendez-vous', 'mon-accord'].map(at);
    for (const url of [...pages, '/dossiers', '/compte']) t.notMatch((await bloch.look(url)).body, secretOfAmina, url);
    for (const path of ['', '/timeline', '/people', '/acts', '/agreements', '/texts']) t.notMatch((await login.get(`/api/cases/${id}${path}`)).body, secretOfAmina, path);
    t.ok((await amina.look(at('mes-echanges'))).body.includes(secretOfAmina.slice(0, 20)), 'which is where it was written');

    const told = (await login.get(`/api/cases/${id}/timeline`)).json<{ events: { event: string; party: string | null }[] }>().events;
    t.strictSame([...new Set(told.map(({ party }) => party))].filter((party) => party !== null), [ofBloch], 'no answer, interview, letter or waiver of anybody else');
    t.notOk(told.some(({ event }) => event === 'interview'));
    const known = (await claire.get(`/api/cases/${id}/timeline`)).json<{ events: { event: string; party: string | null }[] }>().events;
    t.equal(known.filter(({ event }) => event === 'consented').length, 3, 'the mediator in charge is told of each');
    const stranger = await house.person('Un curieux');
    for (const path of ['timeline', 'people']) t.equal((await stranger.get(api(path))).statusCode, 404);
    for (const url of pages) t.equal((await browser(house, stranger).look(url)).statusCode, 404, url);
    for (const url of pages.slice(1)) t.equal((await browser(house, claire).look(url)).statusCode, 404, `${url} is a party's alone`);
  });

  await t.test('every page is a sound document with a title of its own', async (t) => {
    for (const [url, html] of seen) t.strictSame(flawsOf(html), [], url);
    const titles = new Map(seen.filter(([url]) => url.startsWith(at())).map(([url, html]) => [url, parse(html).querySelector('title')?.textContent ?? '']));
    t.equal(new Set(titles.values()).size, titles.size, 'no two pages of a case share a title');
  });
});

t.test('Two parties exchanged: the same pages but for the names', async (t) => {
  const now = await scene(t, { members: 1 });
  const { house, town: { claire } } = now;
  const [id] = (await notifiedCases(now, 1)) as [string];
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  const guests = [now.roussel, now.bloch] as const;
  for (const [rank, guest] of guests.entries()) {
    const { link, code } = await created(claire.post(`/api/cases/${id}/invitations`, { party: parties[rank + 1]?.party, letter: 'Vous êtes invité à une médiation.' }));
    await created(guest.post('/api/invitations/acceptance', { link, code }));
    await created(claire.post(`/api/cases/${id}/texts`, { kind: 'caucus', subject: parties[rank + 1]?.party, text: 'Bonjour, voici comment nous allons procéder.' }));
  }
  const [one, other] = guests.map((guest) => browser(house, guest)) as [Browser, Browser];

  for (const below of ['', '/mes-echanges', '/mon-accord', '/mes-rendez-vous']) {
    const [first, second] = [await one.page(`/dossiers/${id}${below}`), await other.page(`/dossiers/${id}${below}`)];
    t.equal(said(second), said(first), below === '' ? 'Suivi' : below);
  }
});

t.test('A local conciliation: three steps, an acceptance, no word to the management', async (t) => {
  const { house, town, amina, roussel, bloch } = await localScene(t);
  const { id } = town;
  const yves = browser(house, town.yves);
  const [first, second, third] = [amina, roussel, bloch].map((who) => browser(house, who)) as [Browser, Browser, Browser];
  const at = (below = '') => `/dossiers/${id}${below}`;

  const page = await first.page(at());
  t.equal(page.querySelectorAll('main ol').at(0)?.querySelectorAll('li').length, 3);
  t.match(said(page), /Lire le texte et accepter la conciliation/);
  for (const who of [first, second, third]) t.match(said((await who.fill(at('/accord-de-conciliation'), { accept: 'yes' })).page), /Votre accord est enregistré/);
  await created(town.yves.post(`/api/cases/${id}/conciliation/meetings`, { heldOn: '2026-03-06', minutes: 'Chacun a dit ce qu’il attend.' }));
  t.match(said(await second.page(at('/mes-rendez-vous'))), /Chacun a dit ce qu’il attend/);
  await created(town.yves.post(`/api/cases/${id}/conciliation/proposals`, { text: 'Les plannings paraissent quinze jours avant.' }));
  t.match(said(await third.page(at('/mon-accord'))), /Les plannings paraissent quinze jours avant.*0 signatures sur 3/);
  t.equal((await yves.look(at('/mon-accord'))).statusCode, 404);
  for (const [who, client] of [[first, amina], [second, roussel], [third, bloch]] as const) {
    const signed = await who.fill(at('/signature-de-la-proposition'), {}, { passphrase: client.account.passphrase });
    t.match(said(signed.page), /Vous avez signé la proposition/);
  }
  t.match(said(await first.page('/dossiers?etat=termines')), /Accord signé/);
});

t.test('What a party may also do: attest, complete, declare, refuse, take back', async (t) => {
  const now = await scene(t, { members: 1 });
  const { house, town, amina, roussel } = now;
  const local = await file(amina, 'local', 'Les plannings changent la veille.');
  await town.yves.post(`/api/cases/${local}/charge`, {});
  await agreeOn(house, local, town.yves, amina);
  await created(town.yves.post(`/api/cases/${local}/conciliation`, {}));
  const desk = browser(house, amina);
  const refused = await desk.fill(`/dossiers/${local}/refus`);
  t.match(said(refused.page), /Votre refus est enregistré.*Vous avez refusé/);
  const [first, second] = (await notifiedCases(now, 2)) as [string, string];
  desk.cookies.set('entente', amina.token);
  const at = (below: string) => `/dossiers/${first}/${below}`;

  const early = await desk.fill(at('attestation-jointe'), { localCase: local });
  t.equal(early.status, 404);
  t.match(said(early.page), /pas encore d’attestation/, 'said on the page of the deed');
  await comeBack(house, town.yves);
  await created(town.yves.post(`/api/cases/${local}/conciliation/attestation`, {}));
  t.match(said((await desk.fill(at('attestation-jointe'), { localCase: local })).page), /L’attestation est jointe/);
  t.match(said((await desk.fill(at('complement'), { text: 'J’oubliais : deux collègues sont partis.' })).page), /ajouté à votre demande/);
  const request = await desk.page(at('ma-demande'));
  t.match(said(request), /Depuis le printemps les plannings.*Conciliation du .* : Une personne a refusé d’y participer.*deux collègues sont partis/);

  await house.superuser`update case_file set state = 'consent_requested' where id = ${first}`;
  const declared = await desk.fill(at('consentement'), { litigation: 'declared', accept: 'yes' });
  t.equal(declared.status, 409);
  t.match(said(declared.page), /le médiateur doit d’abord l’examiner/, 'in the words of whoever reads them');
  t.match(said(await desk.page(`/dossiers/${first}`)), /le médiateur doit d’abord l’examiner/);

  const { parties } = (await town.claire.get(`/api/cases/${first}`)).json<{ parties: { party: string }[] }>();
  const { path, code } = (await created(town.claire.post(`/api/cases/${first}/invitations`, { party: parties[1]?.party, letter: 'Vous êtes invitée.' }))) as { path: string; code: string };
  const guest = browser(house);
  const opened = await guest.fill(path, { code });
  const token = opened.page.querySelector('form[action$="/accord"] input[name=form-token]')?.getAttribute('value') ?? '';
  const mine = { code, 'form-token': token, account: 'mine', address: roussel.account.address, shared: 'no' };
  const wrong = await guest.send(`${path}/accord`, { ...mine, passphrase: 'ce n’est pas la bonne du tout' });
  t.equal(wrong.statusCode, 401);
  const again = parse(wrong.body).querySelector('form[action$="/accord"] input[name=form-token]')?.getAttribute('value') ?? '';
  t.equal((await guest.send(`${path}/accord`, { ...mine, 'form-token': again, passphrase: roussel.account.passphrase })).statusCode, 201, 'with the account she has');
  t.match(said(await guest.page('/dossiers')), /En attente de l’accord de chacun/);

  const leaving = async () => said(await desk.page(`/dossiers/${second}/retrait-de-la-demande`));
  t.match(await leaving(), /toutes ne sont pas parties/);
  await comeBack(house, town.omar);
  const { notices } = (await town.omar.get(`/api/cases/${second}/notices`)).json<{ notices: { notice: string }[] }>();
  for (const { notice } of notices) await created(town.omar.post(`/api/cases/${second}/notices/${notice}/posting`, { on: house.clock.now().toISOString().slice(0, 10), how: 'post' }));
  t.match(await leaving(), /ont déjà été informées/);
  await house.superuser`update deadline set met_at = null where case_id = ${second}`;
  const withdrawn = said((await desk.fill(`/dossiers/${second}/retrait-de-la-demande`)).page);
  t.match(withdrawn, /Votre demande est retirée.*la demande a été retirée/);
  t.match(withdrawn, /Aucune échéance ne court/, 'nothing is due any more');
  t.notMatch(withdrawn, /Information de l’établissement/);
  const mediator = browser(house, town.claire);
  t.match(said(await mediator.page(`/dossiers/${second}`)), /Aucune échéance ne court/);
});

t.test('My account: sessions, passphrase, recovery code', async (t) => {
  const now = await scene(t, { members: 1 });
  const { house } = now;
  const elsewhere = await now.amina.elsewhere();
  const [desk, phone] = [browser(house, now.amina), browser(house, elsewhere)];
  const before = await desk.page('/compte');
  t.strictSame(flawsOf((await desk.look('/compte')).body), []);
  t.match(said(before), /Amina Benali/);
  t.equal(before.querySelectorAll('input[name=session]').length, before.querySelectorAll('tbody tr').length - 1, 'this one is not offered');
  t.equal((await phone.look('/compte')).statusCode, 200);

  const token = () => desk.page('/compte').then((page) => page.querySelector('main input[name=form-token]')?.getAttribute('value') ?? '');
  const chosen = before.querySelector('input[name=session]')?.getAttribute('value') ?? '';
  t.equal((await desk.send('/compte/connexions', { 'form-token': await token(), session: '' })).statusCode, 422);
  t.equal((await desk.send('/compte/connexions', { 'form-token': await token(), session: chosen })).statusCode, 303);
  t.equal((await desk.send('/compte/autres-connexions', { 'form-token': await token() })).statusCode, 303);
  t.equal((await phone.look('/compte')).statusCode, 401, 'a closed session opens nothing');

  t.equal(before.querySelector('input[name=mail][checked]')?.getAttribute('value'), 'neutral', 'neutral mails until one chooses');
  t.match((await desk.send('/compte/contact', { 'form-token': await token() })).body, /class="govuk-error-message"[^]*choisissez une réponse/);
  t.equal((await desk.send('/compte/contact', { 'form-token': await token(), mail: 'none' })).statusCode, 303);
  const chose = await desk.page('/compte');
  t.match(said(chose), /Votre choix est enregistré/);
  t.equal(chose.querySelector('input[name=mail][checked]')?.getAttribute('value'), 'none');
  t.match((await now.amina.get('/api/me/contact')).json(), { mail: 'none' }, 'the same choice as by the API');

  const change = { current: 'autre chose tout entière', passphrase: 'onze lanternes sur le quai', confirmation: 'onze lanternes sur le quai' };
  t.equal((await desk.send('/compte/phrase-secrete', { 'form-token': await token(), ...change })).statusCode, 401);
  t.equal((await desk.send('/compte/phrase-secrete', { 'form-token': await token(), ...change, current: now.amina.account.passphrase, confirmation: 'x' })).statusCode, 422);
  t.equal((await desk.send('/compte/phrase-secrete', { 'form-token': await token(), ...change, current: now.amina.account.passphrase })).statusCode, 303);

  const renewed = await desk.send('/compte/code-de-secours', { 'form-token': await token(), renewal: change.passphrase });
  t.equal(renewed.statusCode, 200);
  t.match(renewed.body, /[0-9A-Z]{4}-[0-9A-Z]{4}/);
  t.strictSame(flawsOf(renewed.body), []);
  t.equal((await desk.look('/compte')).statusCode, 200, 'still signed in, with the new keys');
  t.match(said(await browser(house, now.town.claire).page('/compte')), /Médiateur, certifié Médiation régionale/);
});

/** A conciliation the conciliator has proposed, to which all three have come. */
async function localScene(t: Parameters<typeof scene>[0]): Promise<{ house: Scene['house']; town: Scene['town'] & { id: string }; amina: Scene['amina']; roussel: Scene['roussel']; bloch: Scene['bloch'] }> {
  const now = await scene(t, { members: 0 });
  const { house, town, amina, roussel, bloch } = now;
  const id = await file(amina, 'local', 'Les plannings changent la veille.');
  await created(town.yves.post(`/api/cases/${id}/charge`, {})).catch(() => undefined);
  await agreeOn(house, id, town.yves, amina);
  await created(town.yves.post(`/api/cases/${id}/conciliation`, {}));
  await joinAll(house, id, town.yves, { amina, roussel, bloch });
  await later({ ...now, everybody: [town.yves, town.localDeputy, amina, roussel, bloch] }, 4);

  return { house, town: { ...town, id }, amina, roussel, bloch };
}
