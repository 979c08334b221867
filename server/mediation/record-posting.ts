import { and, eq } from 'drizzle-orm';
import { notice } from '../../db/schema/index.ts';
import { localDate, type LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { meetNotices } from './meet-notices.ts';

/** By post, handed over, or by the internal post of an establishment. */
export const postings = ['post', 'by-hand', 'internal'] as const;
export type Posting = { on: LocalDate; how: (typeof postings)[number] };

/**
 * The secretary records that a printed letter has left, once (D art. 6, 13 [L]: that it was told can be shown). The last
 * notice of a request to leave meets their deadline.
 * @throws Problem `not-found`, `recipient-held` while it is, `acted-first`, `wrong-state` for one that will not leave,
 *   `invalid-body` for a day before it was drawn up or to come
 */
export async function recordPosting(core: Core, session: Session, caseId: string, noticeId: string, { on, how }: Posting): Promise<{ notice: string; postedOn: LocalDate; postedHow: Posting['how'] }> {
  return performDeed(core, session, caseId, {
    act: 'record-posting',
    writesOnly: true,
    change: async ({ tx, now, note }) => {
      const [row] = await tx.select().from(notice).where(and(eq(notice.id, noticeId), eq(notice.caseId, caseId))).for('update');
      if (!row) throw new Problem('not-found');
      if (row.state === 'held') throw new Problem('recipient-held');
      if (row.state === 'not_sent') throw new Problem('wrong-state');
      if (row.postedOn !== null) throw new Problem('acted-first');
      if (on < earliestDay(row.decidedAt ?? row.recordedAt) || on > latestDay(now)) throw new Problem('invalid-body', { errors: [{ field: 'on', message: 'Indiquez le jour où la lettre est partie : ni avant sa rédaction, ni à venir.' }] });

      await tx.update(notice).set({ postedOn: on, postedHow: how, postedBy: session.person }).where(eq(notice.id, noticeId));
      if (row.subject === 'request') await meetNotices(tx, caseId, now);
      note({ how });

      return { notice: noticeId, postedOn: on, postedHow: how };
    },
  });
}

/** The zone of the place is sealed, and this needs no key: any day it may have been, or may be, there. */
const earliestDay = (at: Date): LocalDate => localDate(at, 'Etc/GMT+12');
const latestDay = (at: Date): LocalDate => localDate(at, 'Etc/GMT-14');
