import t from 'tap';
import { testCore } from './core.ts';

/** Acts of pages that have no route of their own in the API, and why. */
const without: Readonly<Record<string, string>> = {
  health: 'for the machine that watches, not for a person',
  'enter-consent': 'one route for both answers on paper, `/paper-answers`',
  'enter-refusal': 'the same',
  agree: 'at the local tier, the same route and the same deed as `consent`',
};

/** What is no deed: looking, reading, a fixed asset. */
const noDeed = ['look', 'read', 'asset'];

t.test('Whatever a page does, the API does under the same act', async (t) => {
  const { app } = await testCore(t);
  const acts = (isApi: boolean) => new Set(app.routed.filter(({ url }) => url.startsWith('/api/') === isApi).map(({ policy }) => policy.act));
  const [api, web] = [acts(true), [...acts(false)].filter((act) => !noDeed.includes(act))];
  t.ok(web.length > 30, `${web.length} acts of pages`);

  t.strictSame(web.filter((act) => !api.has(act) && !(act in without)), [], 'every one is in the API');
  t.strictSame(Object.keys(without).filter((act) => api.has(act) || !web.includes(act)), [], 'no exception is kept for nothing');
});
