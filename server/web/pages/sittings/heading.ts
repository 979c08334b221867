import type { Sitting } from '../../../mediation/list-sittings.ts';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { weekdayInWords } from '../../words/moments.ts';
import { durationInWords } from '../../words/reading.ts';

/** « jeudi 4 avril 2026 ». */
export function sittingDay({ heldOn }: Pick<Sitting, 'heldOn'>): string {
  return `${weekdayInWords(heldOn).toLowerCase()} ${dayInWords(heldOn)}`;
}

/** « Séance du jeudi 4 avril 2026 : 5 dossiers, environ 1 h 20 de lecture ». */
export function sittingHeading(sitting: Sitting): string {
  const words = fr.sittings;
  const reading = sitting.minutes === 0 ? words.nothingToRead : words.reading(durationInWords(sitting.minutes));

  return words.headingWith(sittingDay(sitting), words.cases(String(sitting.cases.length)), reading);
}
