import { and, eq } from 'drizzle-orm';
import { compartment, document } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import type { Work } from './deed.ts';
import { keepDocument, type Kept } from './documents/keep-document.ts';
import type { NewCompartment } from './keys/planning.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';
import { openDocument, type OpenedDocument } from './open-document.ts';

/**
 * Copies a document of a party's account to where all parties read: the room, or the conciliation at the local tier. The
 * party may always; a delegate or the conciliator, if the party said that it may be shared. The copy is sealed anew, under
 * another key, and says the digest of its source.
 * @throws Problem `not-found`, `document-not-shareable`, `wrong-state` before the room is open, `acted-first` when it is there already
 */
export async function shareDocument(core: Core, session: Session, caseId: string, documentId: string): Promise<Kept> {
  const { title, fileName, mediaType, visibility, class: cover, content, digest, ...source } = await openDocument(core, session, caseId, documentId);
  const isOwn = source.author === session.person;

  return keepDocument(core, session, caseId, {
    act: 'share-document',
    guards: { 'document-shareable': isOwn || visibility === 'shareable' },
    place: (view) => placeOf(view, session, source),
    check: (work, place) => refuseTwice(work, place, digest),
    sheet: { title, fileName, mediaType, visibility, class: cover, originalAuthor: source.author },
    content,
    sourceDigest: digest,
  });
}

function placeOf(view: CaseView, session: Session, { kind, subject, author }: Pick<OpenedDocument, 'kind' | 'subject' | 'author'>): NewCompartment {
  const isLocal = view.row.tier === 'local';
  const mine = view.standings.filter(({ person }) => person === session.person);
  const isOwn = author === session.person && mine.some((held) => held.standing === 'party' && held.subject === subject);
  if (kind !== 'account' || !(isOwn || mine.some(({ standing }) => standing === (isLocal ? 'in-charge' : 'delegate')))) throw new Problem('not-found');

  const place: NewCompartment = { kind: isLocal ? 'conciliation' : 'room', subject: null };
  if (!compartmentOf(view, place.kind)) throw new Problem('wrong-state');

  return place;
}

async function refuseTwice({ tx, view }: Work, { kind }: NewCompartment, digest: Uint8Array): Promise<void> {
  const [before] = await tx.select({ id: document.id }).from(document).innerJoin(compartment, eq(compartment.id, document.compartmentId))
    .where(and(eq(document.caseId, view.row.id), eq(compartment.kind, kind), eq(document.sourceDigest, digest)));
  if (before) throw new Problem('acted-first');
}
