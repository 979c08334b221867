import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { draft as draftTable } from '../../../db/schema/index.ts';
import { localDate, type LocalDate } from '../../../policies/charter/calendar.ts';
import { keptUntil } from '../../../policies/charter/retention.ts';
import type { Core } from '../../core.ts';
import { directoryFacts } from '../../people/directory.ts';
import { Problem } from '../../problems.ts';
import { draftKeys, openDraft, sealDraft } from '../../vault/draft.ts';

/** What was typed so far, by name of field: any of them may be missing, and none is ever a secret of an account. */
export type Answers = Readonly<Record<string, string>>;

/** `eraseOn`: the day the draft goes away unless it is saved again. */
export type Draft = { answers: Answers; savedAt: Date; eraseOn: LocalDate };

/** The days of a draft are those of Paris: nobody's establishment is known yet. */
export const draftZone = 'Europe/Paris';

/** The draft of a resume code's 20 bytes, or null when there is none. Throws EnvelopeError when the row was changed. */
export async function findDraft(tx: Tx, core: Core, code: Uint8Array, lock?: 'update'): Promise<Draft | null> {
  const { idHash, key } = draftKeys(code);
  const found = tx.select().from(draftTable).where(eq(draftTable.idHash, idHash));
  const [row] = await (lock ? found.for(lock) : found);
  if (!row || row.eraseOn <= localDate(core.clock(), draftZone)) return null;

  const text = openDraft(key, { deployment: core.secrets.deployment.id, idHash, savedAt: row.savedAt }, row.sealed);

  return { answers: JSON.parse(text) as Answers, savedAt: row.savedAt, eraseOn: row.eraseOn };
}

/** Bytes: as many as a request may have. A draft that has more could not be filed. */
const largest = 256 * 1024;

/** Writes the draft of a code, in place of what was there. @throws Problem `too-large` */
export async function putDraft(tx: Tx, core: Core, code: Uint8Array, answers: Answers): Promise<Draft> {
  const text = JSON.stringify(answers);
  if (Buffer.byteLength(text) > largest) throw new Problem('too-large');
  const savedAt = core.clock();
  const { settings } = await directoryFacts(tx, savedAt);
  const eraseOn = keptUntil('draft', localDate(savedAt, draftZone), settings);
  const { idHash, key } = draftKeys(code);
  const sealed = sealDraft(key, { deployment: core.secrets.deployment.id, idHash, savedAt }, text);
  await tx.insert(draftTable).values({ idHash, sealed, savedAt, eraseOn }).onConflictDoUpdate({ target: draftTable.idHash, set: { sealed, savedAt, eraseOn } });

  return { answers, savedAt, eraseOn };
}

/** Removes the draft of a code. @returns whether it was there: of two who remove it, one is told so */
export async function removeDraft(tx: Tx, code: Uint8Array): Promise<boolean> {
  const { count } = await tx.delete(draftTable).where(eq(draftTable.idHash, draftKeys(code).idHash));

  return count > 0;
}
