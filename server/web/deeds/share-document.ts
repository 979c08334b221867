import { listDocuments } from '../../mediation/list-documents.ts';
import { shareDocument } from '../../mediation/share-document.ts';
import { Problem } from '../../problems.ts';
import { choice } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.documents;

/** One's own document, or one its author lets be shown: the deed decides again. */
export const shareDocumentPage = deedPage({
  act: 'share-document',
  slug: 'partager-document',
  from: 'documents',
  words: words.deeds['share-document'],
  isChecked: true,
  starts: (_, { document = '' }) => ({ document }),
  asks: async ({ core, session, caseId }) => {
    const open = (await listDocuments(core, session, caseId)).filter((one) => one.compartment === 'account' && (one.author === session.person || one.visibility === 'shareable'));
    if (open.length === 0) throw new Problem('not-found');

    return { document: choice({ ...words.shared, options: open.map(({ document, title }) => ({ value: document, label: title })) }) };
  },
  perform: ({ core, session, caseId }, { document }) => shareDocument(core, session, caseId, document),
});
