import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core, Session } from '../core.ts';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';
import { problems } from '../problem-codes.ts';
import { readAnswers, valuesOf, type Answers, type Asks } from './asks.tsx';
import { Button } from './components/button.tsx';
import type { FieldError, Values } from './components/field.tsx';
import { Form } from './components/form.tsx';
import type { MainPage } from './components/header.tsx';
import { Page, type Visit } from './components/page.tsx';
import { Heading, Link, Paragraph } from './components/text.tsx';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';
import type { DeedWords } from './words/fr/deeds.ts';

type Words = Readonly<Record<string, string>>;

/** Who fills a form that is no case's, and the words of its address. */
export type Filling = { core: Core; session: Session; visit: Visit; params: Words };

/** A page with one form, outside of cases: what is asked, what is done, and where one goes next. */
export type FormPage<F extends Asks = Asks> = {
  url: string;
  act: string;
  reads?: readonly string[];
  current: MainPage;
  words: Pick<DeedWords, 'title' | 'intro' | 'submit'>;
  /** A word of `fr.said`, told once it is done. */
  said: string;
  back(filling: Filling): { href: string; text: string };
  /** @throws Problem `not-found` for whom it is not */
  asks(filling: Filling): Promise<F>;
  perform(filling: Filling, answers: Answers<F>): Promise<unknown>;
};

/** Keeps the types of a page's answers together where it is written. */
export function formPage<F extends Asks>(page: FormPage<F>): FormPage {
  return page as unknown as FormPage;
}

type FormRequest = FastifyRequest<{ Params: Words; Body: FormBody }>;
type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number };

/** The routes of such forms: GET shows, POST does and goes back. */
export function formRoutes(app: App, site: Site, pages: readonly FormPage[]): void {
  for (const page of pages) {
    const options = { config: { policy: { act: page.act, who: 'session', ...(page.reads && { reads: page.reads }) } }, schema: { hide: true } } as const;
    app.get(page.url, options, async (request, reply) => showForm(site, page, request as FormRequest, reply));
    app.post(page.url, options, async (request, reply) => receive(site, page, request as FormRequest, reply));
  }
}

async function showForm(site: Site, page: FormPage, request: FormRequest, reply: FastifyReply, { values = {}, errors = [], refused, status = 200 }: Shown = {}) {
  const desk = await site.desk(request, reply);
  const visit = refused ? { ...desk, alert: { kind: 'error' as const, text: refused } } : desk;
  const filling = { core: site.core, session: request.session, visit, params: request.params };
  const asks = await page.asks(filling);

  return show(reply, await (
    <Page title={page.words.title} visit={visit} current={page.current} errors={errors}>
      <Paragraph text="">
        <Link {...page.back(filling)} />
      </Paragraph>
      <Heading level={1} text={page.words.title} />
      {page.words.intro.map((text) => (
        <Paragraph text={text} />
      ))}
      <Form action={request.url.split('?')[0] ?? ''} token={visit.formToken}>
        {Object.entries(asks).map(([name, ask]) => ask.draw(name, values, errors) as 'safe')}
        <Button text={page.words.submit} />
      </Form>
    </Page>
  ), status);
}

async function receive(site: Site, page: FormPage, request: FormRequest, reply: FastifyReply) {
  const values = valuesOf(request.body);
  if (!site.isFresh(request, request.body)) return showForm(site, page, request, reply, { values, refused: fr.deeds.expired, status: 422 });
  const filling = { core: site.core, session: request.session, visit: await site.desk(request, reply), params: request.params };
  const { answers, errors } = readAnswers(await page.asks(filling), values);
  if (errors.length > 0) return showForm(site, page, request, reply, { values, errors, status: 422 });

  try {
    await site.useOnce(request.body);
    await page.perform(filling, answers);
    leaveFlash(reply, site.config, { said: page.said, at: site.core.clock() });

    return reply.redirect(page.back(filling).href, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status >= 500 || error.code === 'signed-out') throw error;
    const { title, detail } = problems[error.code];
    const wrong = error.facts.errors ?? [];

    return showForm(site, page, request, reply, { values, ...(wrong.length > 0 ? { errors: wrong, status: 422 } : { refused: `${title}. ${detail}`, status: error.status }) });
  }
}
