import { lte } from 'drizzle-orm';
import { draft } from '../../../db/schema/index.ts';
import { localDate } from '../../../policies/charter/calendar.ts';
import type { Core } from '../../core.ts';
import { draftZone } from './draft.ts';

/** Erases the drafts whose day has come: the one announced on their page when they were last saved. */
export async function eraseOldDrafts(core: Core): Promise<void> {
  await core.database.withActor({ kind: 'system', job: 'outbox' }, (tx, now) => tx.delete(draft).where(lte(draft.eraseOn, localDate(now, draftZone))));
}
