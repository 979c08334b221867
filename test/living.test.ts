import t from 'tap';
import { build } from '../server/app.ts';
import { testCost } from '../server/config.ts';
import { cast } from '../story/cast.ts';
import { playTogether, type Thread } from '../story/living/calendar.ts';
import { thursdayAfter } from '../story/living/committee.ts';
import { officers } from '../story/living/offices.ts';
import { plans } from '../story/living/plans.ts';
import { playTerritory } from '../story/living/play.ts';
import { requireWhole } from '../story/living/whole.ts';
import { StoryError } from '../story/telling.ts';
import { browser } from './browser.ts';
import { testCore } from './core.ts';

const never = async () => {};
const banner = 'Démonstration : personnes et situations inventées.';

t.test('Threads wake day by day, in the order of the calendar, whatever each does meanwhile', async (t) => {
  const told: string[] = [];
  const thread = (name: string, days: readonly number[]): Thread => async (at) => {
    for (const day of days) {
      await at(day);
      told.push(`${name} ${day}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  await playTogether([thread('one', [-9, -2, 0]), thread('two', [-5, -2]), thread('three', [-9, -5, 0])], async (day) => void told.push(`day ${day}`));
  t.strictSame(told, ['day -9', 'one -9', 'three -9', 'day -5', 'two -5', 'three -5', 'day -2', 'one -2', 'two -2', 'day 0', 'three 0', 'one 0']);
});

t.test('A day that is past or today begins at once, and no thread at all is no day', async (t) => {
  const days: number[] = [];
  const again: Thread = async (at) => {
    await at(-3);
    await at(-3);
    await at(-7);
  };

  await playTogether([again], async (day) => void days.push(day));
  t.strictSame(days, [-3]);
  await playTogether([], never);
});

t.test('The first failure ends everything, and no later day begins', async (t) => {
  const days: number[] = [];
  const fails: Thread = async (at) => {
    await at(-4);
    throw new StoryError('refused');
  };
  const goesOn: Thread = async (at) => {
    await at(-4);
    await at(-1);
    days.push(NaN);
  };

  await t.rejects(playTogether([fails, goesOn], async (day) => void days.push(day)), new StoryError('refused'));
  t.strictSame(days, [-4]);
  await t.rejects(playTogether([goesOn], async () => { throw new RangeError('the clock goes back'); }), RangeError);
});

t.test('A sitting is on the Thursday that follows, whatever the weekday', async (t) => {
  for (const date of ['2026-11-19', '2026-11-20', '2026-11-22', '2026-11-25']) t.equal(thursdayAfter(date), 'jeudi 26 novembre 2026', date);
});

t.test('A territory with a state missing, or with needless sign-ins, is not shown', async (t) => {
  const one = new Map([['one', 'received']] as const);

  t.doesNotThrow(() => requireWhole({ states: one, signIns: 10 }, ['received']));
  t.throws(() => requireWhole({ states: one, signIns: 10 }, ['received', 'settled']), new StoryError('No case of the territory is settled.'));
  t.throws(() => requireWhole({ states: one, signIns: 300 }, ['received']), StoryError);
});

t.test('The plans hold about forty cases, and nobody is a party twice', async (t) => {
  const parties = plans.flatMap(({ author, others }) => [author, ...others]);

  t.ok(plans.length >= 38 && plans.length <= 44, `${plans.length} plans`);
  t.equal(new Set(parties.map(({ address }) => address)).size, parties.length);
});

t.test('A small territory is lived by its own deeds, each person signing in at most once a day', async (t) => {
  const few = plans.filter(({ office, turn, national, until }) => office === 'bretagne' || national || (turn === 'partly' && until === 'agreed'));
  const months: string[] = [];
  const territory = await playTerritory({ plans: few, print: (line) => months.push(line), cost: testCost });

  // Somebody who signs in twice on one day ends the playing.
  requireWhole(territory, ['received', 'acknowledged', 'convened', 'in_mediation', 'in_conciliation', 'agreement_proposed', 'partly_agreed', 'agreed', 'closed', 'redirected', 'withdrawn', 'ended', 'transferred']);
  t.equal(territory.lived.length, few.length + 3 + few.filter(({ national }) => national).length, 'each plan, each conciliation and each referral');
  t.equal(territory.states.size, territory.lived.length, 'no case is out of the sight of who presides');
  t.strictSame(territory.agendas, { aura: 0, bretagne: 1 }, 'what was convened is on the agenda of the next sitting');
  t.match(months.at(-1), /^\d{4}-\d{2} +\d+ sign-ins, \d+ requests answered$/);
});

t.test('Every page of a demonstration says that it is one; no page of a service does', async (t) => {
  const house = await testCore(t);
  const amina = await house.person('Amina');
  const app = await build({ config: { ...house.config, isDemonstration: true }, clock: house.clock.now, secrets: house.core.secrets, database: house.core.database, core: house.core, probes: {}, logStream: { write: () => {} } });
  t.teardown(() => app.close());

  for (const [path, who] of [['/'], ['/connexion'], ['/demande'], ['/urgence'], ['/nulle-part'], ['/dossiers', amina], ['/compte', amina]] as const) {
    const text = async (service: Pick<typeof house, 'app'>) => (await browser(service, who).page(path)).querySelector('body')?.text.replace(/\u00a0/g, ' ') ?? '';
    t.match(await text({ app }), banner, path);
    t.notMatch(await text(house), banner, path);
  }
  const signIn = (await browser({ app }).look('/connexion')).body;
  t.notOk(Object.values({ ...cast, ...officers }).some(({ address }) => signIn.includes(address)), 'the page of sign-in lists nobody');
});
