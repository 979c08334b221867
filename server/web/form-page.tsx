import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core, Session } from '../core.ts';
import type { App } from '../instance.ts';
import { valuesOf, type Answers, type Asks } from './asks.tsx';
import type { Values } from './components/field.tsx';
import type { MainPage } from './components/header.tsx';
import type { Visit } from './components/page.tsx';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { answersOf, toldOf, type Shown } from './form-steps.ts';
import { CheckView, FormView } from './pages/form.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';
import type { FormName } from './words/fr/forms.ts';

type Words = Readonly<Record<string, string>>;

/** Who asks for a form, and the words of its address. */
export type Asking = { core: Core; session: Session; visit: Visit; params: Words };

/** A form that is no case's: what it is about, what is asked, and what is done with the answers. */
export type FormPage<S = unknown, F extends Asks = Asks, R = unknown> = {
  /** Its words, and the word that says it is done. */
  name: FormName;
  url: string;
  act: string;
  reads?: readonly string[];
  current: MainPage;
  /** Where it is reached from, and where one is sent once it is done. */
  back(params: Words): string;
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

/** The routes of forms: GET shows it, POST checks, acts, and sends back to where it was reached from. */
export function formRoutes(app: App, site: Site, pages: readonly FormPage[]): void {
  for (const page of pages) {
    const options = { config: { policy: { act: page.act, who: 'session', ...(page.reads && { reads: page.reads }) } }, schema: { hide: true } } as const;
    app.get(page.url, options, async (request, reply) => showForm(site, page, request as FormRequest, reply));
    app.post(page.url, options, async (request, reply) => receive(site, page, request as FormRequest, reply));
  }
}

async function showForm(site: Site, page: FormPage, request: FormRequest, reply: FastifyReply) {
  const asking = await askingOf(site, request, reply);

  return draw(page, await page.load(asking), asking, request, reply);
}

async function receive(site: Site, page: FormPage, request: FormRequest, reply: FastifyReply) {
  const values = valuesOf(request.body);
  const asking = await askingOf(site, request, reply);
  const subject = await page.load(asking);
  const again = (shown: Shown) => draw(page, subject, asking, request, reply, { values, ...shown });
  if (!site.isFresh(request, request.body)) return again({ refused: fr.deeds.expired, status: 422 });

  const form = { ...page, words: fr.forms[page.name] };
  const asks = page.asks(subject);
  const given = answersOf(form, asks, values);
  if ('shown' in given) return again(given.shown);

  let done: unknown;
  try {
    await site.useOnce(request.body);
    done = await page.perform(asking, subject, given.answers);
  } catch (error) {
    return again(toldOf(form, asks, error));
  }
  if (page.receipt) return show(reply, await page.receipt(await site.desk(request, reply), done, subject), 201);
  leaveFlash(reply, site.config, { said: page.name, at: site.core.clock() });

  return reply.redirect(page.back(request.params), 303);
}

async function askingOf(site: Site, request: FormRequest, reply: FastifyReply): Promise<Asking> {
  return { core: site.core, session: request.session, visit: await site.desk(request, reply), params: request.params };
}

async function draw(page: FormPage, subject: unknown, { visit, params }: Asking, request: FormRequest, reply: FastifyReply, { values, errors = [], refused, status = 200, isCheck }: Shown = {}) {
  const words = fr.forms[page.name];
  const about = page.about?.(subject);
  const title = about === undefined ? words.title : `${words.title} – ${about}`;
  const frame = {
    visit: refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit,
    current: page.current, title, heading: title, back: { href: page.back(params), text: words.back ?? fr.formBack }, action: request.url.split('?')[0] ?? '',
    words, isChecked: page.isChecked, asks: page.asks(subject), values: values ?? page.starts?.(subject) ?? {}, errors, safeRecalled: await page.recall?.(subject),
  };

  return show(reply, await (isCheck ? <CheckView {...frame} /> : <FormView {...frame} />), status);
}
