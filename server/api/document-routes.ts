import { Type } from 'typebox';
import { documentWriters, type DocumentPlace } from '../../policies/access.ts';
import { compartmentKinds, documentClasses, documentVisibilities } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { addDocument } from '../mediation/add-document.ts';
import { listDocuments } from '../mediation/list-documents.ts';
import { openDocument } from '../mediation/open-document.ts';
import { shareDocument } from '../mediation/share-document.ts';
import { documentTimeout } from '../plugins/security.ts';
import { sendDocument } from '../plugins/send-document.ts';
import { arrivingFile, readFields, uploads } from '../plugins/upload.ts';
import { closed, id, nothing, oneOf, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const DocumentParams = closed({ case: id(), document: id() });
const places = Object.keys(documentWriters) as DocumentPlace[];

/** A form: these fields first, then the file as `file`. */
const DocumentForm = closed({
  title: text(200),
  kind: oneOf(places),
  subject: Type.Optional(id()),
  visibility: Type.Optional(oneOf(documentVisibilities)),
  class: Type.Optional(oneOf(documentClasses)),
  file: Type.String({ format: 'binary', maxLength: 1024 ** 3 }),
});

/** Documents of a case: added, listed, downloaded, copied to where all read. In a scope of its own, the only one to take multipart. */
export async function documentRoutes(app: App, core: Core): Promise<void> {
  await uploads(app);

  app.post(
    '/api/cases/:case/documents',
    { config: policy('add-document'), handlerTimeout: documentTimeout, preValidation: readFields, schema: { summary: 'Add a document, streamed: the fields first, the file last', consumes: ['multipart/form-data'], params: CaseParams, body: DocumentForm } },
    async (request, reply) => {
      const { title, kind, subject, visibility = 'mediators', class: cover = 'statement_or_position' } = request.body;
      const added = await addDocument(core, request.session, request.params.case, { title, kind, subject, visibility, class: cover, file: arrivingFile(request) });

      return reply.code(201).send(added);
    },
  );

  app.get(
    '/api/cases/:case/documents',
    { config: { policy: { act: 'list', who: 'session', reads: compartmentKinds } }, schema: { summary: 'The documents whose title you may read, newest first', params: CaseParams } },
    async (request) => ({ documents: await listDocuments(core, request.session, request.params.case) }),
  );

  app.get(
    '/api/cases/:case/documents/:document',
    { config: { policy: { act: 'read', who: 'session', reads: compartmentKinds } }, handlerTimeout: documentTimeout, schema: { summary: 'A document, streamed; each download is journaled', params: DocumentParams } },
    async (request, reply) => sendDocument(reply, await openDocument(core, request.session, request.params.case, request.params.document)),
  );

  app.post(
    '/api/cases/:case/documents/:document/sharing',
    { config: policy('share-document'), handlerTimeout: documentTimeout, schema: { summary: 'Copy a document of an account to where all parties read', params: DocumentParams, body: nothing } },
    async (request, reply) => reply.code(201).send(await shareDocument(core, request.session, request.params.case, request.params.document)),
  );
}

function policy(act: string) {
  return { policy: { act, who: 'session' } } as const;
}
