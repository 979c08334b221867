import { Type } from 'typebox';
import { documentWriters, partyReads, type DocumentPlace } from '../../policies/access.ts';
import { compartmentKinds, documentClasses, documentVisibilities } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { addDocument } from '../mediation/add-document.ts';
import { listDocuments } from '../mediation/list-documents.ts';
import { listReadings } from '../mediation/list-readings.ts';
import { openDocument } from '../mediation/open-document.ts';
import { shareDocument } from '../mediation/share-document.ts';
import { documentTimeout } from '../plugins/security.ts';
import { sendDocument } from '../plugins/send-document.ts';
import { arrivingFile, readFields, uploads } from '../plugins/upload.ts';
import { exportFormats, sendExport } from '../web/export/export-file.tsx';
import { fr } from '../web/words/fr.ts';
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

  app.get(
    '/api/cases/:case/readings',
    { config: policy('readings'), schema: { summary: 'Who opened your file: officials, by role, newest first', params: CaseParams, querystring: closed({ page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$', maxLength: 5 })) }) } },
    async (request) => {
      const { readings, ...rest } = await listReadings(core, request.session, request.params.case, { page: Number(request.query.page ?? 1) });

      return { ...rest, readings: readings.map((one) => ({ ...one, who: fr.ownFile.readers[one.role], what: fr.ownFile.compartments[one.compartment] })) };
    },
  );

  app.get(
    '/api/cases/:case/export',
    { config: { policy: { act: 'export-case', who: 'session', reads: [...partyReads.own, ...partyReads.shared] } }, schema: { summary: 'Everything of a case that is yours or shared with you, as a file', params: CaseParams, querystring: closed({ format: oneOf(exportFormats) }) } },
    (request, reply) => sendExport(reply, core, request.session, request.params.case, request.query.format),
  );
}

function policy(act: string) {
  return { policy: { act, who: 'session' } } as const;
}
