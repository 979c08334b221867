import { desc, eq } from 'drizzle-orm';
import { compartment, document } from '../../db/schema/index.ts';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { readSheet, type Sheet } from './documents/sheet.ts';
import { reveal } from './reveal.ts';

export type ListedDocument = Pick<Sheet, 'title' | 'fileName' | 'mediaType' | 'visibility' | 'class' | 'size'> & {
  document: string;
  compartment: CompartmentKind;
  subject: string | null;
  /** Who added it; of a copy, who added the original. */
  author: string;
  isCopy: boolean;
  addedAt: string;
};

/**
 * The documents of a case whose title the session can open, newest first. Their sheets are sealed: listing them is a
 * reading, and is journaled as one.
 * @throws Problem `not-found`
 */
export async function listDocuments(core: Core, session: Session, caseId: string): Promise<ListedDocument[]> {
  const found = await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    tx.select({ id: document.id, item: document.itemId, createdAt: document.createdAt, kind: compartment.kind, subject: compartment.subject }).from(document)
      .innerJoin(compartment, eq(compartment.id, document.compartmentId)).where(eq(document.caseId, caseId)).orderBy(desc(document.createdAt)), { caseId });
  const sheets = await reveal(core, session, caseId, found.map(({ kind, subject, item }) => ({ kind: kind as CompartmentKind, subject, item })));
  const byItem = new Map(sheets.map((one) => [one.id, one]));

  return found.flatMap(({ id, item, createdAt }) => {
    const opened = byItem.get(item);
    if (!opened) return [];
    const { title, fileName, mediaType, visibility, class: cover, size, originalAuthor } = readSheet(opened.text);

    return [{
      document: id, title, fileName, mediaType, visibility, class: cover, size, compartment: opened.compartment, subject: opened.subject,
      author: originalAuthor ?? opened.author, isCopy: originalAuthor !== undefined, addedAt: createdAt.toISOString(),
    }];
  });
}
