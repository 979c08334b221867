import type { Pause } from '../../../mediation/case-timeline.ts';
import type { Extensions } from '../../extensions.ts';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';

const words = fr.turns.overview;

/** What moved a due day, besides its rule: the suspensions it went through, and the time the parties agreed to. */
export function movedBecause({ rule, suspensions }: { rule: string; suspensions: readonly Pause[] }, extensions: Extensions): string[] {
  const latest = rule === 'agreement' ? extensions.at(-1) : undefined;
  const agreed = rule === 'agreement' ? extensions.findLast(({ agreedAt }) => agreedAt !== null) : undefined;

  return [
    ...suspensions.map(({ from, until }) => (until === null ? words.paused(dayInWords(from)) : words.pausedUntil(dayInWords(from), dayInWords(until)))),
    ...(agreed ? [words.extended(dayInWords(agreed.dueOn))] : []),
    ...(latest && latest.agreedAt === null ? [words.extensionAsked(dayInWords(latest.dueOn), String(latest.consented))] : []),
  ];
}
