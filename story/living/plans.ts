import type { Plan, Stage, Turn } from './course.ts';
import type { SituationName } from './situations.ts';
import { staffMember } from './staff.ts';

type Line = [weeksAgo: number, situation: SituationName, until: Stage, others?: number, turn?: Turn, moreDays?: number];

/** Cohorts of one region: requests filed in the same week sit before the same committee. */
const aura: readonly Line[] = [
  [34, 'rota', 'closed', 2], [34, 'tools', 'closed', 1], [34, 'theatre', 'met', 1, 'ended'],
  [26, 'merger', 'followed', 2], [26, 'respect', 'followed', 1], [26, 'theatre', 'met', 1, 'referred'], [26, 'return', 'followed', 0],
  [18, 'rota', 'followed', 1, 'partly'], [18, 'tools', 'agreed', 1], [18, 'prevention', 'signing', 2], [18, 'respect', 'talking', 1, 'withdrawn'],
  [14, 'merger', 'met', 1], [14, 'theatre', 'talking', 1], [14, 'return', 'talking', 0], [14, 'respect', 'advised', 1, 'not-opened'],
  [8, 'rota', 'designated', 2], [8, 'tools', 'consented', 1], [8, 'respect', 'answered', 1, 'refused'], [8, 'merger', 'answered', 2],
  [5, 'theatre', 'invited', 1], [5, 'prevention', 'invited', 1],
  // Thursday's sitting: five files.
  [3, 'rota', 'declared', 1], [3, 'tools', 'declared', 1], [3, 'respect', 'convened', 1], [3, 'merger', 'convened', 2], [3, 'theatre', 'convened', 1],
  [2, 'return', 'notified', 0], [2, 'rota', 'notified', 1, 'settled'], [2, 'tools', 'charged', 1, 'inadmissible'],
  // Something late, something due tomorrow, and what came in the night.
  [2, 'respect', 'received', 1, undefined, -2], [1, 'merger', 'received', 1], [0, 'theatre', 'received', 1],
];
const bretagne: readonly Line[] = [
  [31, 'merger', 'closed', 1], [18, 'rota', 'met', 1, 'ended'], [14, 'respect', 'met', 1, 'referred'], [14, 'tools', 'proposed', 1], [8, 'return', 'begun', 0],
  [3, 'prevention', 'convened', 1], [2, 'rota', 'acknowledged', 1, 'redirected'], [2, 'theatre', 'charged', 1, 'withdrawn-request'], [1, 'respect', 'acknowledged', 1], [0, 'tools', 'received', 1],
];

/** About forty cases in every state, each with people of its own. */
export const plans: readonly Plan[] = [...drawUp('aura', aura), ...drawUp('bretagne', bretagne)];

function drawUp(office: Plan['office'], lines: readonly Line[]): Plan[] {
  let next = 0;

  return lines.map(([weeksAgo, situation, until, others = 1, turn, moreDays = 0]) => {
    const [author, ...rest] = Array.from({ length: others + 1 }, () => staffMember(office, next++));
    if (!author) throw new RangeError('a case has an author');

    return {
      office, situation, until, author, others: rest, daysAgo: weeksAgo * 7 + moreDays,
      purpose: situation === 'return' ? 'return' : situation === 'prevention' ? 'prevention' : 'dispute', ...(turn && { turn }),
    };
  });
}
