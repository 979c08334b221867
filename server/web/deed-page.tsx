import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Act } from '../../policies/lifecycle.ts';
import type { Config } from '../config.ts';
import type { App } from '../instance.ts';
import { documentTimeout } from '../plugins/security.ts';
import { readFieldsIfAny, uploads } from '../plugins/upload.ts';
import { Problem } from '../problems.ts';
import { aboutCase, canDo, caseHref, type About } from './about.ts';
import { valuesOf, type Answers, type Asks } from './asks.tsx';
import type { Values } from './components/field.tsx';
import type { Visit } from './components/page.tsx';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { answersOf, toldOf, type Shown } from './form-steps.ts';
import { NotNowPage } from './pages/deed.tsx';
import { CheckView, FormView } from './pages/form.tsx';
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

async function showForm(site: Site, page: DeedPage, request: CaseRequest, reply: FastifyReply, shown: Shown = {}) {
  const about = await aboutCase(site.core, request.session, request.params.case);
  const offered = about.possible.find(({ act }) => act === page.act);
  if (page.isFor && !page.isFor(about)) throw new Problem('not-found');
  const visit = await site.desk(request, reply);
  if (!shown.isCheck && !canDo(about, page.act)) return show(reply, await (<NotNowPage visit={visit} about={about} words={page.words} missing={offered?.missing ?? 'wrong-state'} values={shown.values ?? {}} refused={shown.refused} />), 409);

  const { errors = [], refused, status = 200, isCheck } = shown;
  const values = shown.values ?? (await page.starts?.(about, wordsOf(request.query))) ?? {};
  const frame = {
    visit: refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit,
    current: 'cases' as const, title: `${page.words.title} – ${about.facts.reference}`, heading: page.words.title, back: { href: caseHref(about.caseId), text: fr.deeds.back }, action: caseHref(about.caseId, page.slug),
    words: page.words, isChecked: page.isChecked, takesFile: page.takesFile, asks: (await page.asks?.(about, values)) ?? {}, values, errors, safeRecalled: await page.recall?.(about),
  };

  return show(reply, await (isCheck ? <CheckView {...frame} /> : <FormView {...frame} />), status);
}

async function receive(site: Site, page: DeedPage, request: CaseRequest, reply: FastifyReply) {
  const values = valuesOf(request.body);
  const again = (shown: Shown) => showForm(site, page, request, reply, { values, ...shown });
  if (!site.isFresh(request, request.body)) return again({ refused: fr.deeds.expired, status: 422 });
  const about = await aboutCase(site.core, request.session, request.params.case);
  if (page.isFor && !page.isFor(about)) throw new Problem('not-found');

  const asks = (await page.asks?.(about, values)) ?? {};
  const given = answersOf(page, asks, page.takesFile && 'confirmed' in values ? { ...values, file: await scanIn(request) } : values);
  if ('shown' in given) return again(given.shown);

  try {
    await site.useOnce(request.body);
    const result = await page.perform(about, given.answers);
    const safeShown = await page.once?.(result, await site.desk(request, reply), about, site.config);
    if (safeShown !== undefined) return show(reply, safeShown);
    leaveFlash(reply, site.config, { said: page.slug, at: site.core.clock() });

    return reply.redirect(caseHref(about.caseId, page.from), 303);
  } catch (error) {
    return again(toldOf(page, asks, error));
  }
}

/** The words of an address, each once. */
function wordsOf(query: unknown): Values {
  return Object.fromEntries(Object.entries(query as Record<string, unknown>).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
