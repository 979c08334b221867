import t from 'tap';
import { withdrawRequest } from '../server/mediation/withdraw-request.ts';
import { sessionOf } from './appoint.ts';
import { browser, type Browser } from './browser.ts';
import { testCore } from './core.ts';
import { flawsOf } from './sound-page.ts';
import { openTerritory } from './territory.ts';
import { file, stateOf } from './tiers.ts';

const main = (page: Awaited<ReturnType<Browser['page']>>) => (page.querySelector('main')?.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');

t.test('A call-up and what follows, lived by Nadia and Claire without script', async (t) => {
  const house = await testCore(t);
  const { claire, omar, nadia, nationalDeputy, yves, committee, administrator, territory } = await openTerritory(house, { members: 1, nationalMembers: 0 });
  const amina = await house.person('Amina Benali');
  const [above, below] = [browser(house, nadia), browser(house, claire)];
  const told = 'Depuis le printemps, zibeline orangée.';

  /** A case of Claire's that its requester has withdrawn: it may be referred. */
  const withdrawn = async () => {
    const id = await file(amina, 'regional', told);
    await omar.post(`/api/cases/${id}/acknowledgement`);
    await claire.post(`/api/cases/${id}/charge`);
    await withdrawRequest(house.core, await sessionOf(house, amina), id);

    return { id, reference: (await claire.get(`/api/cases/${id}`)).json<{ reference: string }>().reference };
  };
  const { id, reference } = await withdrawn();

  await t.test('the page is for those who preside, above and below', async (t) => {
    for (const who of [omar, yves, committee[0], administrator, amina]) {
      if (!who) throw new Error('a member sits');
      for (const url of ['/saisines', '/saisines/demande']) t.equal((await browser(house, who).look(url)).statusCode, 404, `${url} for ${who.account.name}`);
      t.equal((await who.get('/api/coordination')).statusCode, 404);
      t.equal((await who.get('/api/referrals')).statusCode, 404);
    }
    t.equal((await below.look('/saisines/demande')).statusCode, 404, 'a region is asked, and does not ask');
    t.equal((await browser(house, nationalDeputy).look('/saisines')).statusCode, 200);
    for (const one of [above, below]) t.strictSame(flawsOf((await one.look('/saisines')).body), []);
  });

  await t.test('Nadia asks; a wrong form is told in its fields', async (t) => {
    t.strictSame(flawsOf((await above.look('/saisines/demande')).body), []);
    const empty = await above.fill('/saisines/demande', { territory, reason: 'impartiality' });
    t.match([empty.status, main(empty.page)], [400, /Donnez une référence, ou l’objet/]);
    const wrong = await above.fill('/saisines/demande', { territory, reason: 'impartiality', reference: 'abc' });
    t.match([wrong.status, main(wrong.page)], [400, /deux groupes de quatre signes/]);

    const asked = await above.fill('/saisines/demande', { territory, reason: 'impartiality', reference: reference.toLowerCase() });
    t.match(main(asked.page), new RegExp(`Votre demande est envoyée.*Dossier ${reference}.*Auvergne-Rhône-Alpes.*impartialité.*Attendue le`, 's'));
    await above.fill('/saisines/demande', { territory, reason: 'repeated-situation', purpose: 'dispute' });
    t.notOk((await above.page('/saisines')).querySelectorAll('main a').some((link) => link.getAttribute('href')?.includes(id)), 'no way to a case below');
  });

  await t.test('Claire answers one with a reason, the other by referring', async (t) => {
    const page = await below.page('/saisines');
    t.match(main(page), /Demandes du médiateur national.*Régler un différend/s);
    const declines = page.querySelectorAll('main a').filter((link) => link.textContent.includes('Refuser')).map((link) => link.getAttribute('href') ?? '');
    t.equal(declines.length, 2);
    t.match(main(await below.page('/semaine')), new RegExp(`Répondre avant le .* au médiateur national, qui demande la transmission : ${reference}`));
    const other = page.querySelectorAll('main a').find((link) => link.textContent.includes('Sans référence'))?.getAttribute('href') ?? '';
    t.equal((await above.look(other)).statusCode, 404, 'who asks does not answer');
    t.strictSame(flawsOf((await below.look(other)).body), []);
    t.match(main((await below.fill(other, { reason: 'no-such-case' })).page), /Votre motif est envoyé.*Refus : Aucun dossier ne correspond/s);
    t.equal((await below.look(other)).statusCode, 404, 'answered once');

    t.ok(page.querySelector(`main a[href="/dossiers/${id}/saisine-nationale"]`), 'the way to refer from the case');
    const callUp = (await claire.get('/api/call-ups')).json<{ callUps: { callUp: string; reference: string | null }[] }>().callUps.find((one) => one.reference === reference)?.callUp ?? '';
    t.equal((await below.fill(`/dossiers/${id}/saisine-nationale`, { ground: 'withdrawn-by-a-party', callUp })).status, 200);
    t.match(main(await above.page('/saisines')), /Saisine faite le/);
  });

  await t.test('Nadia reads who refers, on what ground and what travels, then accepts', async (t) => {
    t.match(main(await above.page('/semaine')), /Répondre avant le .* à la saisine [0-9A-Z]{4}-/);
    const page = await above.page('/saisines');
    t.match(main(page), /Saisine [0-9A-Z]{4}-[0-9A-Z]{4}.*Claire Morel|médiation régionale Auvergne-Rhône-Alpes.*s’est retirée.*Jamais transmis/s);
    t.notMatch(page.toString(), /zibeline|Amina Benali/, 'neither account nor party');
    t.strictSame(flawsOf((await above.look('/saisines')).body), []);
    const accept = page.querySelectorAll('main a').find((link) => link.textContent.startsWith('Accepter'))?.getAttribute('href') ?? '';
    t.equal((await below.look(accept)).statusCode === 200, false, 'Claire does not answer herself');
    t.strictSame(flawsOf((await above.look(accept)).body), []);
    t.match(main(await above.check(accept)), /Jamais transmis/, 'what travels is read again before it is accepted');
    const token = await above.token(accept);
    const [first, again] = [await above.send(accept, { 'form-token': token, confirmed: 'yes' }), await above.send(accept, { 'form-token': token, confirmed: 'yes' })];
    t.equal(first.statusCode, 303);
    t.match([again.statusCode, again.body], [409, /C’est déjà fait/], 'sent twice, done once');
    t.notMatch(again.body, /par une autre personne|Étape dépassée/, 'by whom is not said');
    const answered = await above.page(accept.replace(/\/[^/]*$/, ''));
    t.notOk(answered.querySelectorAll('main a').some((link) => /acceptation-de-la-saisine|renvoi-de-la-saisine/.test(link.getAttribute('href') ?? '')), 'answered once');
    t.equal(await stateOf(amina, id), 'transferred');
    t.match(main(await above.page('/saisines')), /Aucune saisine n’attend/);
  });

  await t.test('another one is given back with a reason', async (t) => {
    const second = await withdrawn();
    await below.fill(`/dossiers/${second.id}/saisine-nationale`, { ground: 'impartiality' });
    const back = (await above.page('/saisines')).querySelectorAll('main a').find((link) => link.textContent.startsWith('Renvoyer'))?.getAttribute('href') ?? '';
    t.equal((await above.fill(back)).status, 422, 'not without a reason');
    t.match(main((await above.fill(back, { reason: 'regional-means-left' })).page), /La saisine est renvoyée/);
    t.equal((await above.look(back)).statusCode, 409, 'and not a second time');
    t.equal(await stateOf(claire, second.id), 'withdrawn', 'the case below is as it was');
  });

  await t.test('coordination counts, and tells nothing under five', async (t) => {
    const row = async () => (await above.page('/saisines')).querySelectorAll('#coordination ~ * tbody tr').map((line) => line.querySelectorAll('th,td').map((cell) => cell.textContent.trim()));
    t.strictSame(await row(), [['Auvergne-Rhône-Alpes', ...Array.from({ length: 6 }, () => 'moins de 5')]]);
    for (let filed = 0; filed < 5; filed += 1) await file(amina, 'regional', told);
    t.strictSame(await row(), [['Auvergne-Rhône-Alpes', '5', ...Array.from({ length: 5 }, () => 'moins de 5')]]);
    const seen = (await nadia.get('/api/coordination')).json<{ territories: { counts: Record<string, number | null> }[] }>().territories;
    t.match(seen, [{ counts: { studied: 5, answering: null, mediating: null, followed: null, ended: null, late: null } }]);
    t.strictSame([...await house.superuser`select * from coordination_counts()`], [], 'nobody else counts, not even in the database');
  });
});
