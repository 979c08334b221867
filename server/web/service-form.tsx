import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core, Session } from '../core.ts';
import type { App } from '../instance.ts';
import { problems } from '../problem-codes.ts';
import { Problem } from '../problems.ts';
import { readAnswers, valuesOf, type Answers, type Asks } from './asks.tsx';
import type { FieldError, Values } from './components/field.tsx';
import type { MainPage } from './components/header.tsx';
import type { Visit } from './components/page.tsx';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { CheckFormPage, FormView } from './pages/form.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';
import type { FormName } from './words/fr/forms.ts';

type Words = Readonly<Record<string, string>>;

/** Who asks for a form, and for which of its subjects. */
export type Asking = { core: Core; session: Session; params: Words };

/** A form that is no case's: what it is about, what is asked, and what is done with the answers. */
export type FormPage<S = unknown, F extends Asks = Asks, R = unknown> = {
  /** Its words, and the word that says it is done. */
  name: FormName;
  url: string;
  act: string;
  current: MainPage;
  /** Where it is reached from, and where one is sent once it is done. */
  back: string;
  /** @throws Problem `not-found` for whom the form does not exist */
  load(asking: Asking): Promise<S>;
  /** Whom or what it is about, in the title. */
  about?(subject: S): string;
  asks(subject: S): F;
  recall?(subject: S): JSX.Element | Promise<JSX.Element>;
  starts?(subject: S): Values;
  /** Shows the answers once more before acting. */
  isChecked?: true;
  perform(asking: Asking, subject: S, answers: Answers<F>): Promise<R>;
  /** What is shown once it is done, in place of where it was reached from. */
  receipt?(visit: Visit, done: R, subject: S): JSX.Element | Promise<JSX.Element>;
};

/** Keeps the types of a form's subject and answers together where it is written. */
export function formPage<S, F extends Asks, R>(page: FormPage<S, F, R>): FormPage {
  return page as unknown as FormPage;
}

type FormRequest = FastifyRequest<{ Params: Words; Body: FormBody }>;
type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number; isCheck?: boolean };

/** The routes of forms: GET shows it, POST checks, acts, and sends back to where it was reached from. */
export function formRoutes(app: App, site: Site, pages: readonly FormPage[]): void {
  for (const page of pages) {
    const options = { config: { policy: { act: page.act, who: 'session' } }, schema: { hide: true } } as const;
    app.get(page.url, options, async (request, reply) => showForm(site, page, request as FormRequest, reply));
    app.post(page.url, options, async (request, reply) => receive(site, page, request as FormRequest, reply));
  }
}

async function showForm(site: Site, page: FormPage, request: FormRequest, reply: FastifyReply, { values, errors = [], refused, status = 200, isCheck = false }: Shown = {}) {
  const subject = await page.load(askingOf(site, request));
  const desk = await site.desk(request, reply);
  const visit = refused ? { ...desk, alert: { kind: 'error' as const, text: refused } } : desk;
  const about = page.about?.(subject);
  const props = { visit, page, title: about === undefined ? fr.forms[page.name].title : `${fr.forms[page.name].title} – ${about}`, action: request.url.split('?')[0] ?? '', asks: page.asks(subject), errors };
  if (isCheck) return show(reply, await (<CheckFormPage {...props} values={values ?? {}} />), status);

  return show(reply, await (<FormView {...props} values={values ?? page.starts?.(subject) ?? {}} safeRecalled={await page.recall?.(subject)} />), status);
}

async function receive(site: Site, page: FormPage, request: FormRequest, reply: FastifyReply) {
  const values = valuesOf(request.body);
  const again = (told: Shown) => showForm(site, page, request, reply, { values, ...told });
  if (!site.isFresh(request, request.body)) return again({ refused: fr.deeds.expired, status: 422 });
  const asking = askingOf(site, request);
  const subject = await page.load(asking);
  if ('change' in values) return again({});

  const asks = page.asks(subject);
  const isConfirmed = !page.isChecked || 'confirmed' in values;
  const { answers, errors } = readAnswers(isConfirmed ? asks : Object.fromEntries(Object.entries(asks).filter(([, ask]) => !ask.isSecret)), values);
  if (errors.length > 0) return again({ errors, status: 422, isCheck: isConfirmed && page.isChecked === true });
  if (!isConfirmed) return again({ isCheck: true });

  try {
    await site.useOnce(request.body);
    const done = await page.perform(asking, subject, answers);
    if (page.receipt) return show(reply, await page.receipt(await site.desk(request, reply), done, subject), 201);
    leaveFlash(reply, site.config, { said: page.name, at: site.core.clock() });

    return reply.redirect(page.back, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status >= 500 || error.code === 'signed-out') throw error;
    const secret = Object.keys(asks).find((name) => asks[name]?.isSecret);
    const fields = (error.facts.errors ?? []).map(({ field, message }) => ({ field, message })).filter(({ field }) => field in asks);
    const { title, detail } = problems[error.code];
    if (error.code === 'wrong-passphrase' && secret) return again({ errors: [{ field: secret, message: `${title}. ${detail}` }], status: error.status, isCheck: page.isChecked === true });

    return again({ errors: fields, refused: `${title}. ${detail}`, status: error.status });
  }
}

function askingOf({ core }: Site, { session, params }: FormRequest): Asking {
  return { core, session, params };
}
