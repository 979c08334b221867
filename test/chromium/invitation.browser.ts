import t from 'tap';
import { fr } from '../../server/web/words/fr.ts';
import { created, notifiedCases, scene } from '../mediation-cast.ts';
import { answer, browsers, listening, press } from './harness.ts';

const words = fr.invitation;
const account = { account: 'new', name: 'Étienne Bloch', address: 'bloch@exemple.fr', passphrase: 'sept scalpels et deux cafés', confirmation: 'sept scalpels et deux cafés', shared: 'no' };

t.test('Dr Bloch is invited, and answers from the telephone in his pocket', async (t) => {
  const now = await scene(t, { members: 0 });
  const house = await listening(now.house);
  const [id] = (await notifiedCases(now, 1)) as [string];
  // The committee's part is another test's: a superuser passes over it.
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await now.town.claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  const { path, code } = (await created(now.town.claire.post(`/api/cases/${id}/invitations`, { party: parties[2]?.party, letter: 'Vous êtes invité à une médiation.' }))) as { path: string; code: string };
  const { page, go, examine } = await (await browsers(t, house))({ width: 390 });

  await go(path);
  t.notMatch(await page.content(), /plannings|Benali/, 'a link alone names nobody');
  await examine('the letter');

  await answer(page, { code: code === '00000000' ? '00000001' : '00000000' });
  await press(page, words.open);
  await page.getByText('Il vous reste 4 essais').first().waitFor();
  await examine('a wrong code');

  await answer(page, { code });
  await press(page, words.open);
  await page.getByText('Les plannings de nuit et la manière de les annoncer.').waitFor();
  await examine('the object');

  await press(page, words.accept);
  t.match(await page.title(), /^Erreur/);
  await examine('an account is missing');
  await answer(page, { whatHappened: 'Je découvre cette demande.', ...account });
  await press(page, words.accept);
  t.equal(await page.locator('h1').textContent(), words.accepted);
  await examine('accepted, with the recovery code');

  await page.getByRole('link', { name: words.toCase }).click();
  await examine('the case of whoever was invited');
  for (const below of ['ma-demande', 'mes-echanges', 'refus']) {
    await go(`/dossiers/${id}/${below}`);
    await examine(below);
  }

  await go(`/dossiers/${id}/consentement`);
  await examine('the text of the agreement');
  await answer(page, { litigation: 'none', accept: 'yes' });
  await page.locator('main form button').last().click();
  await examine('the check page of the agreement');
  await page.locator('main button[name=confirmed]').click();
  await page.getByText('Votre accord est enregistré').waitFor();
  await examine('the case, agreed');
});
