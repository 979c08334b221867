import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { document, setting, upload as uploadTable } from '../../../db/schema/index.ts';
import { settingOn } from '../../../policies/charter/settings.ts';
import { decide } from '../../../policies/decide.ts';
import type { Act } from '../../../policies/lifecycle.ts';
import type { Guard } from '../../../policies/vocabulary.ts';
import type { Core, Session } from '../../core.ts';
import { countOwn } from '../../people/attempts.ts';
import { refusing } from '../../people/offices/refusal.ts';
import { Problem } from '../../problems.ts';
import { refused } from '../../refusals.ts';
import { toBase64url } from '../../vault/bytes.ts';
import { performDeed, type Work } from '../deed.ts';
import type { NewCompartment } from '../keys/planning.ts';
import { compartmentOf, loadCase, standingsOf, type CaseView } from '../keys/view.ts';
import { sheetKind } from '../reveal.ts';
import { writeSheet, type Sheet } from './sheet.ts';
import { abandonUpload, digestOf, finishUpload, megabyte, receive, type Arrived, type Upload } from './upload.ts';

export type Kept = { document: string; addedAt: string };

export type Keeping = {
  act: Act;
  /** Where it goes; throws when it may not. */
  place(view: CaseView): NewCompartment;
  guards?: Partial<Record<Guard, boolean>>;
  /** A last look inside the deed's transaction. */
  check?(work: Work, place: NewCompartment): Promise<void>;
  sheet: Omit<Sheet, 'document' | 'size' | 'key'>;
  content: AsyncIterable<Uint8Array>;
  /** Of a copy. */
  sourceDigest?: Uint8Array;
};

/**
 * Makes a document of what arrives: an upload that nobody reads, then one deed that writes its sheet, journals and makes it
 * exist. Whatever fails, nothing of it is kept.
 * @throws Problem `too-many`, `documents-full`, and as `receive` and `performDeed` do
 */
export async function keepDocument(core: Core, session: Session, caseId: string, keeping: Keeping): Promise<Kept> {
  await countOwn(core, session, 'upload');
  const upload = await refusing(core, session, keeping.act, () => begin(core, session, caseId, keeping));
  try {
    const arrived = await refusing(core, session, keeping.act, () => receive(core, session, upload, keeping.content));

    return await makeExist(core, session, upload, arrived, keeping);
  } catch (error) {
    await abandonUpload(core, session, upload.id);

    throw error;
  }
}

/** Decides before a byte is read: who may not is told at once. The deed decides again. */
async function begin(core: Core, session: Session, caseId: string, { act, place, guards = {} }: Keeping): Promise<Upload> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    const view = await loadCase(tx, caseId);
    if (!view) throw new Problem('not-found');
    const decision = decide(standingsOf(view, session.person), act, { tier: view.row.tier, state: view.row.state, isReferralPending: view.referral?.state === 'pending', guards });
    if (!decision.allow) throw refused(decision.why);
    place(view);

    const settings = await tx.select().from(setting).where(inArray(setting.key, ['document-size', 'documents-total']));
    const megabytesOf = (key: 'document-size' | 'documents-total') => settingOn(key, settings, now.toISOString().slice(0, 10)) * megabyte;
    const [own] = await tx.select({ size: sql<string>`coalesce(sum(${document.size}), 0)` }).from(document).where(and(eq(document.caseId, caseId), eq(document.authorId, session.person)));
    if (Number(own?.size) >= megabytesOf('documents-total')) throw new Problem('documents-full');

    const id = randomUUID();
    await tx.insert(uploadTable).values({ id, caseId, personId: session.person, begunAt: now });

    return { id, caseId, begunAt: now, limit: megabytesOf('document-size') };
  }, { caseId });
}

async function makeExist(core: Core, session: Session, { id, caseId, begunAt }: Upload, arrived: Arrived, keeping: Keeping): Promise<Kept> {
  const { act, place: placeIn, guards, check, sheet, sourceDigest } = keeping;

  return performDeed(core, session, caseId, {
    act,
    writesOnly: true,
    ...(guards && { guards: async () => guards }),
    creates: (view) => (exists(view, placeIn(view)) ? [] : [placeIn(view)]),
    change: async (work) => {
      const { tx, view, write, wrote, note } = work;
      const place = placeIn(view);
      await check?.(work, place);
      await finishUpload(tx, id, arrived);
      const text = writeSheet({ ...sheet, document: id, size: arrived.size, key: toBase64url(arrived.key) });
      const item = await write(place, sheetKind, text, { sourceDigest });
      await tx.execute(sql`
        insert into document (id, case_id, compartment_id, epoch_id, item_id, author_id, size, digest, source_digest, created_at)
        select ${id}, case_id, compartment_id, epoch_id, id, author_id, ${arrived.sealedSize}, ${digestOf(arrived)}, source_digest, ${begunAt.toISOString()} from item where id = ${item}`);
      wrote({ table: 'document', row: id, ciphertext: arrived.digests });
      note({ document: id, compartment: place.kind });

      return { document: id, addedAt: begunAt.toISOString() };
    },
  });
}

function exists(view: CaseView, { kind, subject }: NewCompartment): boolean {
  return compartmentOf(view, kind, subject ?? null) !== undefined;
}
