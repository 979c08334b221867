import t from 'tap';
import { browser } from './browser.ts';
import { testCore } from './core.ts';
import { openTerritory, requestBody } from './territory.ts';

t.test('A case offers what is possible now, and its pages do it', async (t) => {
  const house = await testCore(t);
  const { omar, claire } = await openTerritory(house, { members: 1, nationalMembers: 0 });
  const amina = await house.person('Amina Benali');
  const { case: id } = (await amina.post('/api/requests', requestBody())).json<{ case: string }>();
  const [secretary, mediator, party, stranger] = [browser(house, omar), browser(house, claire), browser(house, amina), browser(house, await house.person('Un curieux'))];
  const at = (below = '') => `/dossiers/${id}${below}`;

  const before = await secretary.page(at());
  t.ok(before.querySelector(`a[href="${at('/accuse-de-reception')}"]`), 'the secretary is offered to acknowledge');
  t.notOk((await party.page(at())).querySelector(`a[href="${at('/accuse-de-reception')}"]`), 'the party is not');
  t.equal((await stranger.look(at('/accuse-de-reception'))).statusCode, 404);
  t.equal((await party.look(at('/accuse-de-reception'))).statusCode, 409, 'whoever reaches the case is told that it is not for now');

  const done = await secretary.fill(at('/accuse-de-reception'));
  t.equal(done.status, 200);
  t.match(done.page.querySelector('main')?.textContent, /L’accusé de réception est daté.*Le .* à .*h/s, 'a confirmation with its date and hour');
  t.notMatch((await secretary.look(at())).body, /L’accusé de réception est daté/, 'said once');
  t.equal((await secretary.look(at('/accuse-de-reception'))).statusCode, 409, 'and no more to do');

  const page = await mediator.page(at('/prise-en-charge'));
  const token = page.querySelectorAll('input[name=form-token]').at(-1)?.getAttribute('value') ?? '';
  const [first, second] = await Promise.all([mediator.send(at('/prise-en-charge'), { 'form-token': token }), mediator.send(at('/prise-en-charge'), { 'form-token': token })]);
  t.strictSame([first.statusCode, second.statusCode].sort(), [303, 409], 'a form sent twice is done once');
  t.equal((await mediator.send(at('/prise-en-charge'), {})).statusCode, 409, 'a form without token does nothing');

  house.clock.set(new Date('2026-03-02T23:58:00Z'));
  await amina.signIn();
  const night = browser(house, amina);
  const message = { 'form-token': await night.token(at('/mes-echanges')), text: 'Un mot à minuit.' };
  t.equal((await night.send(at('/mes-echanges'), message)).statusCode, 303);
  house.clock.pass(4);
  t.equal((await night.send(at('/mes-echanges'), message)).statusCode, 409, 'nor is it done again the day after');
  await claire.signIn();

  const acts = (await claire.get(`/api/cases/${id}/acts`)).json<{ acts: { act: string; missing: string | null }[] }>().acts;
  t.ok(acts.some(({ act, missing }) => act === 'redirect' && missing === null));
  t.notOk(acts.some(({ act }) => act === 'take-charge'));
});

t.test('Whoever was signed out while they wrote is given back their texts, and no secret', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 1, nationalMembers: 0 });
  const amina = await house.person('Amina Benali');
  const { case: id } = (await amina.post('/api/requests', requestBody())).json<{ case: string }>();
  const party = browser(house, amina);
  const text = 'Depuis le départ de l’ancienne équipe, personne ne dit plus bonjour à la relève de nuit.';
  const passphrase = 'une phrase de passe bien plus longue que quarante signes';
  const written = { 'form-token': await party.token(`/dossiers/${id}/mes-echanges`), text, passphrase };

  house.clock.pass(9 * 60);
  const answer = await party.send(`/dossiers/${id}/mes-echanges`, written);
  t.equal(answer.statusCode, 401);
  t.match(answer.body, text);
  t.match(answer.body, /copiez-le avant de la quitter/);
  t.notMatch(answer.body, passphrase);
  t.notMatch(answer.body, written['form-token'], 'nor the token of the form');

  await amina.signIn();
  const again = browser(house, amina);
  const late = await again.send(`/dossiers/${id}/recusation`, { 'form-token': await again.token('/dossiers'), text, passphrase });
  t.equal(late.statusCode, 409, 'the same when the deed is not for now');
  t.match(late.body, text);
  t.notMatch(late.body, passphrase);
});
