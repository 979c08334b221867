import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../instance.ts';
import { beginDraft, saveDraft } from '../../mediation/drafts/save-draft.ts';
import { draftZone, type Draft } from '../../mediation/drafts/draft.ts';
import type { Values } from '../components/field.tsx';
import { errorsOn, toMend } from '../forms/filing-errors.ts';
import { othersShown } from '../forms/filing-values.ts';
import { textOf, type FormBody } from '../forms/form-body.ts';
import { placesOf } from '../forms/places.ts';
import { around, checkPage, pageOf, slugs, typedOn, withStep, type Slug } from '../forms/steps.ts';
import { blockId } from '../pages/file-request/others.tsx';
import { StepPage } from '../pages/file-request/step.tsx';
import { show, type Site } from '../site.ts';
import { fr } from '../words/fr.ts';
import { hourInWords } from '../words/moments.ts';
import { faultsOf, impossibleIn } from './faults.ts';
import { giveDraftCookie, heldDraft, type HeldDraft } from './draft-cookie.ts';
import { anyone } from './policy.ts';

type Posted = FastifyRequest<{ Body: FormBody }>;
type Shown = { values?: Values | undefined; isExpired?: boolean; status?: number; mends?: boolean; toCheck?: boolean };

/** The steps of a request: one address and one form each, saved whatever is missing; only filing asks for everything, and only a date that cannot be is asked again. */
export function stepRoutes(app: App, site: Site): void {
  for (const slug of slugs) {
    app.get<{ Querystring: Record<string, unknown> }>(pageOf(slug), anyone, async (request, reply) => {
      const draft = await heldDraft(site.core, site.config, request);
      if (!draft && slug !== 'objet') return reply.redirect('/demande', 303);
      const mends = toMend in asPairs(request.query);

      return showStep(site, request, reply, slug, draft, { values: slug === 'objet' ? toConciliator(request.query, draft) : undefined, mends, toCheck: mends || request.query['verifier'] === 'oui' });
    });

    app.post<{ Body: FormBody }>(pageOf(slug), anyone, async (request, reply) => {
      const draft = await heldDraft(site.core, site.config, request);
      if (!site.isFresh(request, request.body)) {
        const values = { ...purposeOf(draft), ...typedOn(slug, request.body) };

        return showStep(site, request, reply, slug, draft, { values, isExpired: true, status: 422, toCheck: goesToCheck(request) });
      }
      const saved = await save(site, request, reply, slug, draft);
      const isWrong = errorsOn(slug, impossibleIn(saved.answers)).length > 0;
      if (isWrong && !('leave' in request.body)) return showStep(site, request, reply, slug, saved, { status: 422, toCheck: goesToCheck(request) });

      return reply.redirect(nextOf(slug, request, saved), 303);
    });

    app.post<{ Body: FormBody }>(`${pageOf(slug)}/brouillon`, anyone, async (request, reply) => {
      const draft = await heldDraft(site.core, site.config, request);
      // A fresh token goes with the refusal, for our own page alone: the button then works without typing anything again.
      if (!site.isFresh(request, request.body)) return reply.code(422).send({ problem: fr.components.autosave.expired, token: (await site.visit(request, reply)).formToken });
      const { savedAt } = await save(site, request, reply, slug, draft);

      return { saved: fr.components.autosave.saved(hourInWords(savedAt, draftZone)) };
    });
  }
}

async function save({ core, config }: Site, request: Posted, reply: FastifyReply, slug: Slug, draft: HeldDraft | null): Promise<Draft> {
  if (draft) return saveDraft(core, draft.code, (before) => withStep(before, slug, request.body), request.ip);

  const begun = await beginDraft(core, typedOn(slug, request.body), request.ip);
  giveDraftCookie(reply, config, begun.code);

  return begun;
}

async function showStep(site: Site, request: FastifyRequest, reply: FastifyReply, slug: Slug, draft: Draft | null, { values, isExpired, status = 200, mends = false, toCheck }: Shown) {
  const [places, session] = await Promise.all([placesOf(site.core), site.visitor(request)]);
  const errors = draft ? errorsOn(slug, mends ? faultsOf(draft.answers) : impossibleIn(draft.answers)) : [];

  return show(reply, await (
    <StepPage
      visit={await site.visit(request, reply, session)} slug={slug} places={places} values={values ?? draft?.answers} errors={errors}
      eraseOn={draft?.eraseOn} isExpired={isExpired} toCheck={toCheck}
    />
  ), status);
}

/** Where a step leads once saved: the resume code is shown after the first, which begins the draft. */
function nextOf(slug: Slug, request: Posted, { answers }: Draft): string {
  if ('more' in request.body) return `${pageOf(slug)}#${blockId(othersShown(answers) - 1)}`;
  if ('remove' in request.body) return pageOf(slug);
  if ('leave' in request.body) return '/demande/brouillon';
  if (goesToCheck(request)) return checkPage;

  return slug === 'objet' ? '/demande/brouillon' : around(slug).after;
}

function goesToCheck({ body }: Posted): boolean {
  return textOf(body, 'to-check') === 'yes';
}

/** Whoever was sent to the conciliator of their establishment finds that answer ticked. */
function toConciliator(query: Record<string, unknown>, draft: Draft | null): Values | undefined {
  return query['a'] === 'conciliateur' ? { ...draft?.answers, tier: 'local' } : undefined;
}

/** The words of some steps depend on what is sought. */
function purposeOf(draft: Draft | null): Values {
  const purpose = draft?.answers['purpose'];

  return purpose === undefined ? {} : { purpose };
}

function asPairs(query: Record<string, unknown>): Record<string, true> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [`${name}=${String(value)}`, true]));
}
