import { fr } from '../../words/fr.ts';
import { dayInWords } from '../../words/due.ts';
import { dateInWords } from '../../words/moments.ts';

/** By when an answer is awaited and until when the link works, in one sentence: the same on the page and in the letter. A link's last day is UTC's. */
export function untilWhen(expiresAt: string, awaitedOn: string | null | undefined): string {
  const last = dateInWords(new Date(expiresAt), 'UTC');
  if (!awaitedOn || awaitedOn >= expiresAt.slice(0, 10)) return fr.invitation.answerBy(last);

  return fr.invitation.awaitedBy(dayInWords(awaitedOn), last);
}
