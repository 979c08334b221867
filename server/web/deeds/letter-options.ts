import { listNotices } from '../../mediation/list-notices.ts';
import type { About } from '../about.ts';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { zone } from '../zone.ts';

export type ListedNotice = Awaited<ReturnType<typeof listNotices>>[number];

/** Letters as choices, by their rank and function, without a name. */
export async function letterOptions({ core, session, caseId }: About, isOffered: (notice: ListedNotice) => boolean): Promise<{ value: string; label: string }[]> {
  const { office: { functions, dispatches: { subjects } }, paper: { letters } } = fr;

  return (await listNotices(core, session, caseId)).flatMap((one, place) =>
    isOffered(one) ? [{ value: one.notice, label: letters.rank(String(place + 1), functions[one.function], subjects[one.subject], dateInWords(new Date(one.recordedAt), zone)) }] : []);
}
