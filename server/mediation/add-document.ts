import { documentWriters, type DocumentPlace } from '../../policies/access.ts';
import type { DocumentClass, DocumentVisibility, Standing } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { keepDocument, type Kept } from './documents/keep-document.ts';
import { mediaTypeOf, safeFileName } from './documents/sheet.ts';
import type { NewCompartment } from './keys/planning.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';
import { ownParty } from './own-party.ts';

/** A file as its sender names it, its bytes still arriving. */
export type ArrivingFile = { fileName: string; mediaType: string; content: AsyncIterable<Uint8Array> };

export type NewDocument = {
  kind: DocumentPlace;
  /** The party whose account or letters these are; who stands for one party need not say. */
  subject?: string;
  title: string;
  visibility: DocumentVisibility;
  class: DocumentClass;
  file: ArrivingFile;
};

/**
 * Adds a document to a case: a party to their own account, delegates and the mediator where they work, the conciliator to
 * the local file (`documentWriters`). It is sealed as it arrives; a document that does not arrive whole leaves nothing.
 * @throws Problem `not-found` where it is not theirs to add, `wrong-state` before the room is open, `document-too-large`, `document-refused`, `upload-broken`, `key-missing`
 */
export async function addDocument(core: Core, session: Session, caseId: string, { kind, subject, title, visibility, class: cover, file }: NewDocument): Promise<Kept> {
  return keepDocument(core, session, caseId, {
    act: 'add-document',
    place: (view) => placeOf(view, session, kind, subject),
    sheet: { title, fileName: safeFileName(file.fileName), mediaType: mediaTypeOf(file.mediaType), visibility, class: cover },
    content: file.content,
  });
}

function placeOf(view: CaseView, session: Session, kind: DocumentPlace, subject?: string): NewCompartment {
  const allowed: readonly Standing[] = documentWriters[kind];
  if (!view.standings.some(({ person, standing }) => person === session.person && allowed.includes(standing))) throw new Problem('not-found');
  if (kind === 'account') return { kind, subject: ownParty(view, session.person, subject) };
  if (kind === 'letters') return { kind, subject: knownParty(view, subject) };
  if ((kind === 'conciliation') !== (view.row.tier === 'local') || subject !== undefined) throw new Problem('not-found');
  if (kind === 'room' && !compartmentOf(view, 'room')) throw new Problem('wrong-state');

  return { kind, subject: null };
}

function knownParty(view: CaseView, subject?: string): string {
  if (subject === undefined || !compartmentOf(view, 'identity', subject)) throw new Problem('not-found');

  return subject;
}
