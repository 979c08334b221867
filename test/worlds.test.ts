import fc from 'fast-check';
import t from 'tap';
import { testCore } from './core.ts';
import { disagreements, openings, settle, suspicions } from './worlds/agreement.ts';
import { cast } from './worlds/cast.ts';
import { asMould } from './worlds/copies.ts';
import { movesOf, pick, usual } from './worlds/moves.ts';
import { newWorld, play, type Move, type World } from './worlds/world.ts';

const runs = Number(process.env['WORLDS'] ?? 12);
const steps = Number(process.env['STEPS'] ?? 14);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

t.test('in random worlds, whoever may read sees the rows and holds the key, and nobody else does', async (t) => {
  const house = await testCore(t);
  const people = await cast(house);
  await asMould(house);
  t.comment(`seed ${seed}: SEED=${seed} plays these ${runs} worlds again, WORLDS=100 plays more`);

  const played: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: usual.length }), fc.array(fc.nat(), { minLength: steps, maxLength: steps }), async (start, chances) => {
      const world = await newWorld(house, people);
      try {
        await begin(world, start, chances);
        await live(world, chances);
        agree(world, await suspicions(world, house.root));
        for (const does of world.played) played[does] = (played[does] ?? 0) + 1;
      } finally {
        await world.copy.close();
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  t.comment(Object.entries(played).sort(([one], [other]) => one.localeCompare(other)).map(([kind, count]) => `${kind}: ${count}`).join(', '));
});

/** Brings the world to where its random part begins. */
async function begin(world: World, start: number, chances: readonly number[]): Promise<void> {
  for (const [place, does] of usual.slice(0, start).entries()) {
    const moves = movesOf(world).filter((move) => move.does === does);
    if (moves.length > 0) await step(world, pick(moves, chances[place] ?? 0));
  }
}

async function live(world: World, chances: readonly number[]): Promise<void> {
  for (const chance of chances) await step(world, pick(movesOf(world), chance));
  world.story.push('everybody comes by');
  agree(world, await settle(world));
  agree(world, await openings(world));
}

async function step(world: World, move: Move): Promise<void> {
  const at = world.copy.clock.now();
  agree(world, await disagreements(world, await play(world, move), at));
}

function agree(world: World, found: readonly string[]): void {
  if (found.length > 0) throw new Error(['The walls disagree:', ...found.slice(0, 12), '', 'after', ...world.story].join('\n'));
}
