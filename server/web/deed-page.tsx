import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Act } from '../../policies/lifecycle.ts';
import type { Config } from '../config.ts';
import type { App } from '../instance.ts';
import { documentTimeout } from '../plugins/security.ts';
import { readFieldsIfAny, uploads } from '../plugins/upload.ts';
import { Problem } from '../problems.ts';
import { problems } from '../problem-codes.ts';
import { aboutCase, canDo, caseHref, type About } from './about.ts';
import { bringsMore, readAnswers, valuesOf, type Answers, type Asks } from './asks.tsx';
import type { FieldError, Values } from './components/field.tsx';
import type { Visit } from './components/page.tsx';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { CheckDeedPage, DeedFormPage, NotNowPage } from './pages/deed.tsx';
import { scanIn } from './scan-file.ts';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';
import type { DeedWords } from './words/fr/deeds.ts';

/** The page of a deed: what is asked, and what is done with the answers. Its route and its form follow from it. */
export type DeedPage<F extends Asks = Asks> = {
  act: Act;
  /** Under the case's address, and the word that says it is done. */
  slug: string;
  words: DeedWords;
  /** Whether it is offered to whoever looks, beyond the act's being possible. */
  isFor?(about: About): boolean;
  /** `values`: what was typed so far, for questions that follow from an answer (`later`). */
  asks?(about: About, values: Values): F | Promise<F>;
  /** What the deed recalls or previews above its questions: facts, the letter that leaves. */
  recall?(about: About): JSX.Element | Promise<JSX.Element>;
  /** What the fields hold at first: a letter to start from. `query`: the words of the address that led here. */
  starts?(about: About, query: Values): Values | Promise<Values>;
  /** Shows the answers once more before acting: for what has legal effect (RGAA 11.12). */
  isChecked?: true;
  /** Whether a file is sent with the last answers, under the name `file`. */
  takesFile?: true;
  /** The page of the case that offers it and to which it leads back, when that is not the first one. */
  from?: string;
  perform(about: About, answers: Answers<F>): Promise<unknown>;
  /** A page given back is shown once in place of the case's: links, codes, or when the case is no more theirs. */
  once?(result: unknown, visit: Visit, about: About, config: Config): JSX.Element | undefined | Promise<JSX.Element | undefined>;
};

/** Keeps the types of a page's answers together where it is written. */
export function deedPage<F extends Asks>(page: DeedPage<F>): DeedPage {
  return page as unknown as DeedPage;
}

type CaseRequest = FastifyRequest<{ Params: { case: string }; Body: FormBody }>;
type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number };

/** The routes of deeds: GET shows the form, POST checks, acts, and sends back to the case. */
export function deedRoutes(app: App, site: Site, pages: readonly DeedPage[]): void {
  routesOf(app, site, pages.filter(({ takesFile }) => !takesFile));
  app.register(async (scope) => {
    await uploads(scope);
    routesOf(scope, site, pages.filter(({ takesFile }) => takesFile));
  });
}

function routesOf(app: App, site: Site, pages: readonly DeedPage[]): void {
  for (const page of pages) {
    const options = { config: { policy: { act: page.act, who: 'session' } }, schema: { hide: true } } as const;
    const url = caseHref(':case', page.slug);
    app.get<{ Params: { case: string } }>(url, options, async (request, reply) => showForm(site, page, request as CaseRequest, reply));
    app.post<{ Params: { case: string }; Body: FormBody }>(url, page.takesFile ? { ...options, handlerTimeout: documentTimeout, preValidation: readFieldsIfAny } : options, async (request, reply) => receive(site, page, request, reply));
  }
}

async function showForm(site: Site, page: DeedPage, request: CaseRequest, reply: FastifyReply, { values: typed, errors = [], refused, status = 200 }: Shown = {}) {
  const about = await aboutCase(site.core, request.session, request.params.case);
  const offered = about.possible.find(({ act }) => act === page.act);
  if (page.isFor && !page.isFor(about)) throw new Problem('not-found');
  const visit = await site.desk(request, reply);
  if (!canDo(about, page.act)) return show(reply, await (<NotNowPage visit={visit} about={about} words={page.words} missing={offered?.missing ?? 'wrong-state'} values={typed ?? {}} />), 409);

  const values = typed ?? (await page.starts?.(about, wordsOf(request.query))) ?? {};
  const asks = (await page.asks?.(about, values)) ?? {};
  const told = refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit;

  return show(reply, await (<DeedFormPage visit={told} about={about} page={page} asks={asks} values={values} errors={errors} safeRecalled={await page.recall?.(about)} />), status);
}

async function receive(site: Site, page: DeedPage, request: CaseRequest, reply: FastifyReply) {
  const values = valuesOf(request.body);
  if (!site.isFresh(request, request.body)) return showForm(site, page, request, reply, { values, refused: fr.deeds.expired, status: 422 });
  const about = await aboutCase(site.core, request.session, request.params.case);
  if (page.isFor && !page.isFor(about)) throw new Problem('not-found');
  if ('change' in values) return showForm(site, page, request, reply, { values });

  const asks = (await page.asks?.(about, values)) ?? {};
  if (bringsMore(asks, values)) return showForm(site, page, request, reply, { values });
  const isConfirmed = !page.isChecked || 'confirmed' in values;
  const asked = isConfirmed ? asks : Object.fromEntries(Object.entries(asks).filter(([, ask]) => !ask.isSecret));
  const { answers, errors } = readAnswers(asked, page.takesFile && isConfirmed ? { ...values, file: await scanIn(request) } : values);
  const wrong = errors.filter(({ field }) => !asks[field]?.isSecret);
  if (wrong.length > 0) return showForm(site, page, request, reply, { values, errors, status: 422 });
  if (!isConfirmed || errors.length > 0) return showCheck(site, page, about, request, reply, { values, errors, status: errors.length > 0 ? 422 : 200 });

  try {
    await site.useOnce(request.body);
    const result = await page.perform(about, answers);
    const safeShown = await page.once?.(result, await site.desk(request, reply), about, site.config);
    if (safeShown !== undefined) return show(reply, safeShown);
    leaveFlash(reply, site.config, { said: page.slug, at: site.core.clock() });

    return reply.redirect(caseHref(about.caseId, page.from), 303);
  } catch (error) {
    const isTold = error instanceof Problem && page.words.refusals?.[error.code] !== undefined;
    if (!(error instanceof Problem) || (error.status === 404 && !isTold) || error.status >= 500 || error.code === 'signed-out') throw error;
    if (page.isChecked && error.code === 'wrong-passphrase') return showCheck(site, page, about, request, reply, { values, errors: secretRefused(asks, error), status: 401 });
    const fields = (error.facts.errors ?? []).map(({ field, message }) => ({ field, message })).filter(({ field }) => field in asks);

    return showForm(site, page, request, reply, { values, errors: fields.length > 0 ? fields : secretRefused(asks, error), refused: explain(error, page.words), status: error.status });
  }
}

async function showCheck(site: Site, page: DeedPage, about: About, request: CaseRequest, reply: FastifyReply, { values = {}, errors = [], status = 200 }: Shown) {
  const asks = (await page.asks?.(about, values)) ?? {};

  return show(reply, await (<CheckDeedPage visit={await site.desk(request, reply)} about={about} page={page} asks={asks} values={values} errors={errors} />), status);
}

/** The words of an address, each once. */
function wordsOf(query: unknown): Values {
  return Object.fromEntries(Object.entries(query as Record<string, unknown>).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** A wrong passphrase is told at its field; any other refusal stands at the top. */
function secretRefused(asks: Asks, { code }: Problem): FieldError[] {
  const field = Object.keys(asks).find((name) => asks[name]?.isSecret);

  return field !== undefined && code === 'wrong-passphrase' ? [{ field, message: explain(new Problem(code)) }] : [];
}

function explain({ code }: Problem, { refusals }: Pick<DeedWords, 'refusals'> = {}): string {
  const { title, detail } = problems[code];

  return refusals?.[code] ?? `${title}. ${detail}`;
}
