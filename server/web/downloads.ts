import { documentWriters, type DocumentPlace } from '../../policies/access.ts';
import { documentClasses, documentVisibilities } from '../../policies/vocabulary.ts';
import type { App } from '../instance.ts';
import { addDocument } from '../mediation/add-document.ts';
import { openDocument } from '../mediation/open-document.ts';
import { documentTimeout } from '../plugins/security.ts';
import { sendDocument } from '../plugins/send-document.ts';
import { arrivingFile, readFields, uploads } from '../plugins/upload.ts';
import { Problem } from '../problems.ts';
import { exportFormats, sendExport } from './export/export-file.tsx';
import { textOf, type FormBody } from './forms/form-body.ts';
import type { Site } from './site.ts';

type CaseParams = { case: string };
type DocumentParams = { case: string; document: string };

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

  // The fields come first, the token among them: no byte of the file is read before it is found good.
  app.post<{ Params: CaseParams; Body: FormBody }>('/dossiers/:case/documents', { ...signedIn('add-document'), handlerTimeout: documentTimeout, preValidation: readFields }, async (request, reply) => {
    const back = `/dossiers/${known(request.params.case)}/documents`;
    if (!site.isFresh(request, request.body)) return reply.redirect(back, 303);
    const given = documentForm(request.body);
    const file = arrivingFile(request);
    if (!('file' in request.body)) throw wrong('file', 'Choisissez un fichier.');
    await site.useOnce(request.body);
    await addDocument(core, request.session, request.params.case, { ...given, file });

    return reply.redirect(back, 303);
  });
}

function documentForm(body: FormBody) {
  const title = textOf(body, 'title').trim();
  if (title === '' || title.length > 200) throw wrong('title', 'Donnez au document un titre de 200 caractères au plus.');
  const subject = textOf(body, 'subject');

  return {
    title,
    kind: wordOf(body, 'kind', Object.keys(documentWriters) as DocumentPlace[], 'account'),
    visibility: wordOf(body, 'visibility', documentVisibilities, 'mediators'),
    class: wordOf(body, 'class', documentClasses, 'statement_or_position'),
    ...(subject !== '' && { subject: known(subject) }),
  };
}

/** A word of the list; the first choice when the form says nothing. */
function wordOf<Word extends string>(body: FormBody, name: string, words: readonly Word[], usual: Word): Word {
  const given = textOf(body, name);
  const word = given === '' ? usual : words.find((one) => one === given);
  if (!word) throw wrong(name, 'Choisissez dans la liste.');

  return word;
}

function wrong(field: string, message: string): Problem {
  return new Problem('invalid-body', { errors: [{ field, message }] });
}

/** Addresses of pages are typed and pasted: what is no id is simply not there. */
function known(id: string): string {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)) throw new Problem('not-found');

  return id;
}
