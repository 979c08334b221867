import t from 'tap';
import { openTerritory } from '../territory.ts';
import { browsers, serve } from './harness.ts';

t.test('Public pages, for any eyes', async (t) => {
  const house = await serve(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const { go, examine, page } = await (await browsers(t, house))();
  for (const path of ['/', '/urgence', '/parler', '/accessibilite', '/connexion', '/recuperation', '/demande']) {
    await go(path);
    t.equal(await page.locator('h1').count(), 1, path);
    await examine(path);
  }
});
