import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { problems } from '../problem-codes.ts';
import { Problem } from '../problems.ts';
import { aboutCase, caseHref, isOneOf, type About } from './about.ts';
import { longText, readAnswers, valuesOf } from './asks.tsx';
import { tabsOf, type CasePage } from './case-page.ts';
import { committeePages } from './committee-pages.ts';
import type { FieldError, Values } from './components/field.tsx';
import { deedPages } from './deeds/all.ts';
import { deedRoutes } from './deed-page.tsx';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { localPages } from './local-pages.ts';
import { officePages } from './office-pages.ts';
import { CaseFrame } from './pages/case/frame.tsx';
import { Deeds } from './pages/case/deeds.tsx';
import { localDocumentsPage, partyDocumentsPage } from './pages/documents.tsx';
import { partyPapersPage } from './pages/papers.tsx';
import { partyOverview } from './pages/party/overview.tsx';
import { readingsPage } from './pages/party/readings.tsx';
import { partyTabs } from './pages/party/tabs.ts';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

/** For whoever no family of pages is: what can be done. */
const plainPage: CasePage = {
  below: '',
  tab: fr.casePage.overview,
  isFor: () => true,
  body: async (about) => <Deeds about={about} pages={deedPages} />,
};

/** A party's first page; those where they read texts have addresses of their own. */
const partyPage: CasePage = {
  below: '',
  isFor: isTheirs,
  whole: (about, visit) => partyOverview(about, visit, deedPages),
  body: async () => '',
};

/** A case of one's own, as opposed to one that one runs. */
function isTheirs(about: About): boolean {
  return isOneOf(about, 'party', 'former-party', 'requester');
}

/** Families in their order: of two pages at one address, the first that is for whoever looks is shown. */
const families: readonly (readonly CasePage[])[] = [committeePages, officePages, localPages, [partyPage, partyDocumentsPage, readingsPage, partyPapersPage], [plainPage, localDocumentsPage]];

type Strings = Record<string, string>;
export type CaseRequest = FastifyRequest<{ Params: Strings; Querystring: Record<string, unknown>; Body: FormBody }>;
type Told = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number };

/** A case for whoever it exists: its pages, and the page of each deed. */
export function casePages(app: App, site: Site): void {
  deedRoutes(app, site, deedPages);

  const pages = families.flat();
  for (const below of new Set(pages.map((page) => page.below))) {
    const here = pages.filter((page) => page.below === below);
    const reads = here.flatMap((page) => page.reads ?? []);
    const looking = { policy: { act: reads.length > 0 ? 'read' : 'look', who: 'session', reads } } as const;
    app.get(caseHref(':case', below), { config: looking, schema: { hide: true } }, async (request, reply) => showCasePage(site, below, request as CaseRequest, reply));
    if (!here.some(({ composing }) => composing)) continue;
    const writing = { policy: { act: 'write', who: 'session', reads } } as const;
    app.post(caseHref(':case', below), { config: writing, schema: { hide: true } }, async (request, reply) => receive(site, below, request as CaseRequest, reply));
  }
}

/** Shows a page of a case, perhaps once more, with what was typed and what is wrong with it. @throws Problem `not-found` */
export async function showCasePage(site: Site, below: string, request: CaseRequest, reply: FastifyReply, { values = {}, errors = [], refused, status = 200 }: Told = {}) {
  const { about, page, family } = await pageFor(site, below, request);
  const desk = await site.desk(request, reply);
  if (page.whole) return show(reply, await page.whole(about, desk));
  const visit = refused ? { ...desk, alert: { kind: 'error' as const, text: refused } } : desk;
  const safeBody = await page.body(about, { params: request.params, query: stringsOf(request.query), visit, values, errors });
  const title = await page.title?.(about, request.params);

  return show(reply, await (
    <CaseFrame visit={visit} about={about} tabs={isTheirs(about) ? partyTabs(about) : tabsOf(family, about)} current={page.under ?? below} width={page.width} title={title} errors={errors}>
      {safeBody}
    </CaseFrame>
  ), status);
}

/** A text written on the page: kept, then the page is shown again; refused, it is given back as it was typed. */
async function receive(site: Site, below: string, request: CaseRequest, reply: FastifyReply) {
  const { about, page: { composing } } = await pageFor(site, below, request);
  if (!composing) throw new Problem('not-found');
  const values = valuesOf(request.body);
  const again = (told: Told) => showCasePage(site, below, request, reply, { values, ...told });
  if (!site.isFresh(request, request.body)) return again({ refused: fr.deeds.expired, status: 422 });
  const { answers: { text }, errors } = readAnswers({ text: longText({ label: '', limit: composing.limit }) }, values);
  if (errors.length > 0) return again({ errors, status: 422 });

  try {
    await site.useOnce(request.body);
    await composing.perform(about, request.params, text);
    leaveFlash(reply, site.config, { said: composing.said, at: site.core.clock() });

    return reply.redirect(request.url.split('?')[0] ?? '', 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status >= 500 || error.code === 'signed-out') throw error;
    const { title, detail } = problems[error.code];

    return again({ refused: `${title}. ${detail}`, status: error.status });
  }
}

async function pageFor(site: Site, below: string, request: CaseRequest): Promise<{ about: About; page: CasePage; family: readonly CasePage[] }> {
  const about = await aboutCase(site.core, request.session, request.params['case'] ?? '');
  const family = familyOf(about);
  const page = family.find((one) => one.below === below && one.isFor(about));
  if (!page) throw new Problem('not-found');

  return { about, page, family };
}

/** Whoever looks sees one family: the first that has a first page for them. */
function familyOf(about: About): readonly CasePage[] {
  return families.find((pages) => pages.some(({ below, isFor }) => below === '' && isFor(about))) ?? [];
}

function stringsOf(query: Record<string, unknown>): Strings {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
