import type { Purpose } from '../../policies/vocabulary.ts';
import type { Plan, Region, Stage, Turn } from './plan.ts';
import type { SituationName } from './situations.ts';
import { directorOf, staffMember } from './staff.ts';

type Line = [daysAgo: number, situation: SituationName, until: Stage, others?: number, more?: Pick<Plan, 'aside' | 'national'> & { turn?: Turn; againstDirector?: true }];
const weeks = (count: number) => 7 * count;

/** Cohorts of one region: requests filed in the same week sit before the same committee. */
const aura: readonly Line[] = [
  [weeks(28), 'rota', 'closed', 2],
  [weeks(20), 'return', 'followed', 0], [weeks(20), 'theatre', 'met', 1, { turn: 'ended', national: { daysAgo: weeks(12), until: 'talking' } }],
  [weeks(16), 'rota', 'followed', 1, { turn: 'partly' }], [weeks(16), 'respect', 'talking', 1, { turn: 'withdrawn' }], [weeks(16), 'theatre', 'met', 1, { turn: 'ended', aside: 'called-up' }],
  [weeks(12), 'tools', 'agreed', 1], [weeks(12), 'rota', 'agreed', 1, { turn: 'partly' }], [weeks(12), 'prevention', 'signing', 2], [weeks(12), 'merger', 'met', 1, { aside: 'extended' }],
  [weeks(8), 'theatre', 'talking', 1, { aside: 'accompanied' }], [weeks(8), 'return', 'talking', 0, { aside: 'handed-over' }], [weeks(8), 'tools', 'answered', 1, { turn: 'refused' }],
  [weeks(4), 'rota', 'designated', 1], [weeks(4), 'tools', 'consented', 1], [weeks(4), 'merger', 'answered', 2], [weeks(4), 'theatre', 'invited', 1], [weeks(4), 'respect', 'advised', 1, { turn: 'not-opened' }],
  // Thursday's sitting: five files, two of them ready to be read, one whose summary is still to be written, one with a notice held.
  [weeks(2), 'rota', 'seated', 1], [weeks(2), 'tools', 'seated', 1], [weeks(2), 'respect', 'convened', 1, { againstDirector: true }], [weeks(2), 'merger', 'convened', 2], [weeks(2), 'theatre', 'declared', 1],
  // Something late, something due tomorrow, and what came this morning.
  [12, 'respect', 'received', 1], [7, 'merger', 'received', 1], [0, 'theatre', 'received', 1],
  [weeks(1), 'return', 'notified', 0], [weeks(1), 'rota', 'notified', 1, { turn: 'settled' }], [weeks(1), 'tools', 'notified', 1, { turn: 'inadmissible' }],
];
const bretagne: readonly Line[] = [
  [weeks(28), 'merger', 'closed', 1], [weeks(16), 'respect', 'met', 1, { turn: 'ended', national: { daysAgo: weeks(1), until: 'received' } }], [weeks(12), 'tools', 'proposed', 1], [weeks(12), 'return', 'talking', 0],
  [weeks(2), 'prevention', 'convened', 1], [weeks(1), 'rota', 'acknowledged', 1, { turn: 'redirected' }], [weeks(1), 'theatre', 'notified', 1, { turn: 'withdrawn-request' }],
  [weeks(1), 'respect', 'acknowledged', 1], [0, 'tools', 'received', 1],
];

/** Forty cases in every state of the regional tier, each with people of its own. */
export const plans: readonly Plan[] = [...drawUp('aura', aura), ...drawUp('bretagne', bretagne)];

function drawUp(office: Region, lines: readonly Line[]): Plan[] {
  let next = 0;

  return lines.map(([daysAgo, situation, until, others = 1, { againstDirector, ...more } = {}]) => {
    const [author, ...rest] = Array.from({ length: others + 1 }, () => staffMember(office, next++));
    if (!author) throw new RangeError('a case has an author');

    return { office, situation, until, author, others: againstDirector ? [directorOf(author)] : rest, daysAgo, purpose: purposeOf(situation), ...more };
  });
}

function purposeOf(situation: SituationName): Purpose {
  return situation === 'return' || situation === 'prevention' ? situation : 'dispute';
}
