import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { decide, type Refusal } from '../policies/decide.ts';
import { lifecycle, type Act, type Transition } from '../policies/lifecycle.ts';
import { guards, standings, states, tiers, type Guard, type Standing, type State, type Tier } from '../policies/vocabulary.ts';
import type { Client } from './client.ts';
import { standingsIn } from './crawl/planted.ts';
import { openStage } from './crawl/stage.ts';
import { sample, type Schema } from './sample.ts';

const rows: readonly Transition[] = lifecycle;
const acts = [...new Set(lifecycle.map(({ act }) => act))];
const fulfilled = (except?: Guard) => Object.fromEntries(guards.map((guard) => [guard, guard !== except]));
/** The last words of the addresses each act has, as tests write them below a case; filled once the service is up. */
const actRoutes = new Map<string, string[]>();
/** Several acts at one address: what the body, or the tier, says chooses between them. */
const sharing: Record<string, readonly Act[]> = { 'enter-answer': ['enter-consent', 'enter-refusal', 'enter-litigation'], consent: ['agree'], 'accept-invitation': ['accept-author-invitation'] };
const rowsOf = (act: Act, tier: Tier) => rows.filter((row) => row.act === act && row.tiers.includes(tier));

t.test('An act has one line of the table at each tier', (t) => {
  for (const tier of tiers) t.strictSame(acts.filter((act) => rowsOf(act, tier).length > 1), [], tier);
  t.end();
});

t.test('Whoever, whatever, whenever: the policy allows what the table says and nothing else', (t) => {
  const cells = tiers.flatMap((tier) => acts.flatMap((act) => standings.flatMap((standing) => [...states, 'nothing' as const].map((state) => ({ tier, act, standing, state })))));
  const wrong = cells.flatMap(({ tier, act, standing, state }) => {
    const [row] = rowsOf(act, tier);
    const expected = whatTheTableSays(row, standing, state);
    const decision = decide([standing], act, { tier, state, guards: fulfilled() });
    const said = decision.allow ? decision.to : decision.why;

    return said === expected ? [] : [`${tier} ${act} by ${standing} from ${state}: ${String(said)}, not ${String(expected)}`];
  });
  t.ok(cells.length > 50_000, `${cells.length} cells`);
  t.strictSame(wrong, []);
  t.strictSame(acts.flatMap((act) => tiers.flatMap((tier) => (decide([], act, { tier, state: 'received', guards: fulfilled() }).allow ? [act] : []))), [], 'somebody without a standing does nothing');
  t.end();
});

t.test('Each missing fact is named, in the order of the table; a case that waits refuses by its own reason', (t) => {
  const trials = rows.flatMap((row) => row.tiers.flatMap((tier) => row.by.flatMap((as) => trialsOf(row, tier, as))));
  t.ok(trials.length > 500, `${trials.length} trials`);
  t.strictSame(trials.filter(({ said, expected }) => said !== expected), []);
  t.end();
});

t.test('Through the service: what the table refuses to whoever is there is refused, and changes nothing', async (t) => {
  const taken = new Set<string>();
  const { house, cast, cases } = await openStage(t, (core) => ({
    ...core,
    journal: { ...core.journal, append: async (tx, entry) => {
      if (entry.event === 'deed' && entry.act) taken.add(entry.act);

      return core.journal.append(tx, entry);
    } },
  }));
  t.ok(taken.size > 20, `${taken.size} acts were taken on the way here`);
  const routes = house.app.routed.filter(({ method, url, policy }) => method === 'POST' && url.startsWith('/api/cases/:case/') && acts.includes(policy.act as Act) && !url.endsWith('/documents'));
  t.ok(routes.length > 50, `${routes.length} routes`);
  for (const { method, url, policy } of house.app.routed) {
    if (method === 'GET' || method === 'HEAD' || !url.startsWith('/api/')) continue;
    const tail = url.split('/').filter((part) => !part.startsWith(':')).at(-1) ?? '';
    for (const act of [policy.act, ...(sharing[policy.act] ?? [])]) actRoutes.set(act, [...(actRoutes.get(act) ?? []), tail]);
  }
  const facts = async (id: string) => (await house.superuser<[{ tier: Tier; state: State; holders: string; suspended: boolean }]>`select tier, state, holders::text, suspended_at is not null as suspended from case_file where id = ${id}`)[0];

  for (const name of ['received', 'convened', 'talking']) {
    const id = cases[name] as string;
    const before = await facts(id);
    const held = await standingsIn(house, id);
    let refused = 0;
    for (const [who, client] of Object.entries(onceEach(cast, held))) {
      const mine = held.filter(({ person }) => person === client.person).map(({ standing }) => standing);
      for (const { url, policy, schema } of routes) {
        const decision = decide(mine, policy.act as Act, { ...before, isSuspended: before.suspended, guards: fulfilled() });
        if (decision.allow) continue;
        const body = (schema.body ? sample(schema.body as Schema) : {}) as Record<string, unknown>;
        const { statusCode } = await client.post(url.replace(':case', id).replaceAll(/:\w+/g, () => randomUUID()), body);
        const right = decision.why === 'out-of-reach' ? [404] : [404, 409, 422];
        refused += 1;
        if (!right.includes(statusCode)) t.fail(`${name}: ${who}, ${policy.act} at ${url}: ${statusCode} where the table says ${decision.why}`);
      }
    }
    t.strictSame(await facts(id), before, `${name}: ${refused} refusals later, as it was`);
  }
});

t.test('Every act of the table but the report of a danger is taken in some test', (t) => {
  const sources = sourcesIn('../../test').filter(({ name }) => name.endsWith('.test.ts')).map(({ text }) => text);
  const deeds = sourcesIn('../../server/mediation');
  const quiet = acts.filter((act) => !deeds.some(({ name, text }) => text.includes(`'${act}'`) && sources.some((source) => source.includes(`server/mediation/${name}`)))
    && !(actRoutes.get(act) ?? []).some((tail) => sources.some((source) => new RegExp(`['/]${tail}['/\`]`).test(source))));
  t.strictSame(quiet, ['report-danger']);
  t.end();
});

/** Of everybody, one for each way of being there: the same standings are refused the same. */
function onceEach(cast: Record<string, Client>, held: readonly { person: string; standing: Standing }[]): Record<string, Client> {
  const ways = new Map<string, [string, Client]>();
  for (const [who, client] of Object.entries(cast)) {
    const way = held.filter(({ person }) => person === client.person).map(({ standing }) => standing).sort().join(' ');
    if (client.token !== '' && !ways.has(way)) ways.set(way, [who, client]);
  }

  return Object.fromEntries(ways.values());
}

function sourcesIn(folder: string): { name: string; text: string }[] {
  const path = join(import.meta.dirname, folder);

  return readdirSync(path).filter((name) => name.endsWith('.ts')).map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

type Trial = { tier: Tier; act: string; as: Standing; when: string; said: Refusal | undefined; expected: Refusal | undefined };

/** What is said to somebody who may, from a state that allows it, when one thing is missing. */
function trialsOf(row: Transition, tier: Tier, as: Standing): Trial[] {
  const trial = (when: string, expected: Refusal | undefined, change: object): Trial => {
    const decision = decide([as], row.act as Act, { tier, state: fromOf(row), guards: fulfilled(), ...change });

    return { tier, act: row.act, as, when, said: decision.allow ? undefined : decision.why, expected };
  };

  return [
    ...row.guards.map((guard) => trial(`without ${guard}`, guard, { guards: fulfilled(guard) })),
    trial('without any fact', row.guards[0], { guards: undefined }),
    trial('before the referral is answered', row.whilePending ? undefined : 'referral-pending', { isReferralPending: true }),
    trial('while suspended', row.whileSuspended ? undefined : 'suspended', { isSuspended: true }),
  ];
}

function whatTheTableSays(row: Transition | undefined, standing: Standing, state: State | 'nothing'): Transition['to'] | Refusal {
  if (!row) return 'out-of-reach';
  const standsIn = standing === 'stand-in' && !row.inPerson && row.by.includes('in-charge');
  if (!row.by.includes(standing) && !standsIn) return row.explains?.[standing] ?? 'out-of-reach';
  if (row.from === 'any' || (row.from === 'nothing' ? state === 'nothing' : row.from.some((one) => one === state))) return row.to;

  return 'wrong-state';
}

function fromOf({ from }: Transition): State | 'nothing' {
  return typeof from === 'string' ? (from === 'nothing' ? 'nothing' : 'received') : (from[0] as State);
}
