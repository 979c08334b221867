import { absences, handingOver } from './moves/charge.ts';
import { committee } from './moves/committee.ts';
import { intake } from './moves/intake.ts';
import { mediation } from './moves/mediation.ts';
import { everyday } from './moves/office.ts';
import { leaving, writing } from './moves/presence.ts';
import { referral } from './moves/referral.ts';
import type { Move, World } from './world.ts';

/** Everything that could happen next, as the clerk sees it. What gives or takes reach is always the real deed. */
export function movesOf(world: World): Move[] {
  return [...everyday(world), ...absences(world), ...world.facts.files.flatMap((file) => [...intake(world, file), ...handingOver(world, file), ...committee(world, file), ...mediation(world, file), ...referral(world, file), ...writing(world, file), ...leaving(world, file)])];
}

/** How a case usually goes, in the words of the moves. Worlds begin somewhere along it. */
export const usual: readonly string[] = [
  'files (regional)', 'takes charge', 'writes the object', 'offers to hand over', 'takes over', 'will be away from day 0', 'convenes with names', 'declares none', 'declares none', 'is seated', 'writes the summary', 'invites', 'accepts', 'writes in caucus',
  'is designated', 'is designated', 'writes in caucus', 'challenges', 'withdraws', 'continues without', 'refers up', 'accepts the referral', 'takes charge',
];

/** First what happens, by weight (departures are rarer than work), then to whom. */
export function pick(moves: readonly Move[], chance: number): Move {
  const kinds = [...new Map(moves.map(({ does, weight }) => [does, weight]))];
  const total = kinds.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance % total;
  const [chosen] = kinds.find(([, weight]) => (left -= weight) < 0) ?? [];
  const among = moves.filter(({ does }) => does === chosen);
  const move = among[Math.floor(chance / total) % among.length];
  if (!move) throw new RangeError('there is always something to do');

  return move;
}
