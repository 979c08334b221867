import type { FastifyReply } from 'fastify';
import { documentWriters, type DocumentPlace } from '../../policies/access.ts';
import { documentClasses, documentVisibilities } from '../../policies/vocabulary.ts';
import type { App } from '../instance.ts';
import { addDocument, type NewDocument } from '../mediation/add-document.ts';
import { openDocument } from '../mediation/open-document.ts';
import { openScan } from '../mediation/open-scan.ts';
import { attach } from '../plugins/attachment.ts';
import { documentTimeout } from '../plugins/security.ts';
import { sendDocument } from '../plugins/send-document.ts';
import { arrivingFile, readFields, uploads } from '../plugins/upload.ts';
import { problems, type ProblemCode } from '../problem-codes.ts';
import { Problem } from '../problems.ts';
import { caseHref } from './about.ts';
import { valuesOf } from './asks.tsx';
import { showCasePage, type CaseRequest } from './case-pages.tsx';
import type { FieldError } from './components/field.tsx';
import { exportFormats, sendExport } from './export/export-file.tsx';
import { leaveFlash } from './flash.ts';
import { textOf, type FormBody } from './forms/form-body.ts';
import type { Site } from './site.ts';
import { fr } from './words/fr.ts';

type CaseParams = { case: string };
type DocumentParams = { case: string; document: string };
type EntryParams = { case: string; entry: string };

/** Files that pages send and receive, over the deeds of the API; in a scope of its own, the only one to take multipart. */
export async function downloads(app: App, site: Site): Promise<void> {
  const { core } = site;
  const signedIn = (act: string) => ({ config: { policy: { act, who: 'session' } }, schema: { hide: true } }) as const;
  await uploads(app);

  app.get<{ Params: DocumentParams }>('/dossiers/:case/documents/:document', { ...signedIn('read'), handlerTimeout: documentTimeout }, async (request, reply) =>
    sendDocument(reply, await openDocument(core, request.session, known(request.params.case), known(request.params.document))));

  for (const format of exportFormats) {
    app.get<{ Params: CaseParams }>(`/dossiers/:case/export.${format}`, signedIn('export-case'), (request, reply) => sendExport(reply, core, request.session, known(request.params.case), format));
  }

  app.get<{ Params: EntryParams }>('/dossiers/:case/papiers/:entry', signedIn('read'), async (request, reply) => {
    const { type, content } = await openScan(core, request.session, known(request.params.case), known(request.params.entry));

    return attach(reply, scanNames[type], type).send(content);
  });

  // The fields come first, the token among them: no byte of the file is read before it is found good.
  app.post('/dossiers/:case/documents', { ...signedIn('add-document'), handlerTimeout: documentTimeout, preValidation: readFields }, (request, reply) => receiveDocument(site, request as CaseRequest, reply));
}

const scanNames = { 'application/pdf': 'piece.pdf', 'image/jpeg': 'piece.jpg', 'image/png': 'piece.png' } as const;

/** Adds a document, then shows the list; what keeps it from being added is told at its field, and nothing of it is kept. */
async function receiveDocument(site: Site, request: CaseRequest, reply: FastifyReply) {
  const { core, config } = site;
  const caseId = known(request.params['case'] ?? '');
  const again = (told: { errors?: readonly FieldError[]; refused?: string; status: number }) => showCasePage(site, 'documents', request, reply, { values: valuesOf(request.body), ...told });
  if (!site.isFresh(request, request.body)) return again({ refused: fr.deeds.expired, status: 422 });
  const { document, errors } = documentForm(request.body);
  if (errors.length > 0) return again({ errors, status: 422 });

  try {
    const file = arrivingFile(request);
    await site.useOnce(request.body);
    await addDocument(core, request.session, caseId, { ...document, file });
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status >= 500 || error.code === 'signed-out') throw error;
    const { title, detail } = problems[error.code];
    const sentence = `${title}. ${detail}`;

    return again(ofTheFile.includes(error.code) ? { errors: [{ field: 'file', message: sentence }], status: error.status } : { refused: sentence, status: error.status });
  }
  leaveFlash(reply, config, { said: 'document-ajoute', at: core.clock() });

  return reply.redirect(caseHref(caseId, 'documents'), 303);
}

/** What is wrong with the file itself, rather than with the moment or the place. */
const ofTheFile: readonly ProblemCode[] = ['document-too-large', 'document-refused', 'upload-broken'];

/** What the form says, or which of its fields are wrong. `place` holds a word, or `letters:` and a party. */
function documentForm(body: FormBody): { document: Omit<NewDocument, 'file'>; errors: FieldError[] } {
  const words = fr.documents;
  const errors: FieldError[] = [];
  const word = <Word extends string>(name: string, given: string, list: readonly Word[], usual: Word): Word => {
    const found = given === '' ? usual : list.find((one) => one === given);
    if (!found) errors.push({ field: name, message: words.choose });

    return found ?? usual;
  };
  const title = textOf(body, 'title').trim();
  if (title === '' || title.length > 200) errors.push({ field: 'title', message: words.titleWrong });
  const [place = '', letterTo = ''] = textOf(body, 'place').split(':');
  const subject = letterTo || textOf(body, 'subject');
  if (subject !== '' && !isId(subject)) errors.push({ field: letterTo === '' ? 'subject' : 'place', message: words.choose });
  const document = {
    title,
    kind: word('place', place, Object.keys(documentWriters) as DocumentPlace[], 'account'),
    visibility: word('visibility', textOf(body, 'visibility'), documentVisibilities, 'mediators'),
    class: word('class', textOf(body, 'class'), documentClasses, 'statement_or_position'),
    ...(subject !== '' && { subject }),
  };
  if (!('file' in body)) errors.push({ field: 'file', message: words.fileMissing });

  return { document, errors };
}

/** Addresses of pages are typed and pasted: what is no id is simply not there. */
function known(id: string): string {
  if (!isId(id)) throw new Problem('not-found');

  return id;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
