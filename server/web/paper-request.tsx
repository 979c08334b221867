import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { enterRequest, type PaperRequest } from '../mediation/enter-request.ts';
import { documentTimeout } from '../plugins/security.ts';
import { readFieldsIfAny, uploads } from '../plugins/upload.ts';
import { Problem } from '../problems.ts';
import { problems } from '../problem-codes.ts';
import type { FieldError, Values } from './components/field.tsx';
import type { FormBody } from './forms/form-body.ts';
import { paperValues, readPaperForm, type PaperForm } from './forms/paper-request-form.ts';
import { placesOf } from './forms/places.ts';
import { PaperCheckPage, PaperReceiptPage, paperRequestHref, PaperRequestPage, takesPaper } from './pages/office/paper-request.tsx';
import { readScan, scanIn } from './scan-file.ts';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

type Posted = FastifyRequest<{ Body: FormBody }>;
type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number };

/** A request received on paper or by telephone: one page of questions, one that checks and takes the scan, one receipt. */
export async function paperRequest(app: App, site: Site): Promise<void> {
  // Every answer comes again with the scan, hidden.
  await uploads(app, { fields: 200, fieldSize: 30_000 });
  const options = { config: { policy: { act: 'enter-request', who: 'session' } }, schema: { hide: true } } as const;

  app.get(paperRequestHref, options, (request, reply) => showForm(site, request, reply));
  app.post<{ Body: FormBody }>(paperRequestHref, { ...options, handlerTimeout: documentTimeout, preValidation: readFieldsIfAny }, (request, reply) => receive(site, request, reply));
}

/** @throws Problem `not-found` for whoever keeps no such office */
async function deskOf(site: Site, request: FastifyRequest, reply: FastifyReply) {
  const visit = await site.desk(request, reply);
  if (!takesPaper(visit.roles ?? [])) throw new Problem('not-found');

  return visit;
}

async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, { values, errors, refused, status = 200 }: Shown = {}) {
  const visit = await deskOf(site, request, reply);
  const told = refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit;

  return show(reply, await (<PaperRequestPage visit={told} places={await placesOf(site.core)} {...(values && { values })} {...(errors && { errors })} />), status);
}

async function showCheck(site: Site, request: FastifyRequest, reply: FastifyReply, form: PaperForm, errors: readonly FieldError[] = []) {
  return show(reply, await (<PaperCheckPage visit={await deskOf(site, request, reply)} places={await placesOf(site.core)} form={form} errors={errors} />), errors.length > 0 ? 422 : 200);
}

async function receive(site: Site, request: Posted, reply: FastifyReply) {
  const { body } = request;
  if (!site.isFresh(request, body)) return showForm(site, request, reply, { values: paperValues(body), refused: fr.deeds.expired, status: 422 });
  if ('change' in body || 'more' in body || 'remove' in body) return showForm(site, request, reply, { values: paperValues(body) });
  const form = readPaperForm(body);
  if (!form.request) return showForm(site, request, reply, { values: form.values, errors: form.errors, status: 422 });
  if (!('confirmed' in body)) return showCheck(site, request, reply, form);
  if (form.channel === 'telephone') return enter(site, request, reply, form, form.request);
  await deskOf(site, request, reply);
  const scan = readScan(await scanIn(request));
  if ('error' in scan) return showCheck(site, request, reply, form, [{ field: 'file', message: scan.error }]);

  return enter(site, request, reply, form, { ...form.request, scan: scan.value });
}

/** Answered by the receipt itself: sent twice, the form acts once. */
async function enter(site: Site, request: Posted, reply: FastifyReply, { values }: PaperForm, entering: PaperRequest) {
  try {
    await site.useOnce(request.body);
    const entered = await enterRequest(site.core, request.session, entering);

    return show(reply, await (<PaperReceiptPage visit={await deskOf(site, request, reply)} entered={entered} />), 201);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status >= 500 || error.code === 'signed-out') throw error;
    const { title, detail } = problems[error.code];
    const errors = (error.facts.errors ?? []).map(({ field, message }) => ({ field: field === 'scan' ? 'receivedOn' : field, message }));

    return showForm(site, request, reply, { values, errors, refused: `${title}. ${detail}`, status: error.status });
  }
}
