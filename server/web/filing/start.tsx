import type { FastifyReply, FastifyRequest } from 'fastify';
import { localDate } from '../../../policies/charter/calendar.ts';
import { localAttempts, orient, positions, proceedings, type OrientationAnswers } from '../../../policies/charter/orientation.ts';
import type { App } from '../../instance.ts';
import { resumeDraft } from '../../mediation/drafts/resume-draft.ts';
import { draftZone } from '../../mediation/drafts/draft.ts';
import { takesSignals } from '../../mediation/takes-signals.ts';
import { listEstablishments } from '../../people/directory.ts';
import { Problem } from '../../problems.ts';
import type { FieldError, Values } from '../components/field.tsx';
import type { AlertContent } from '../components/messages.tsx';
import { textOf, type FormBody } from '../forms/form-body.ts';
import { placesOf } from '../forms/places.ts';
import { OrientationPage } from '../pages/file-request/orientation.tsx';
import { StartPage } from '../pages/file-request/start.tsx';
import { show, type Site } from '../site.ts';
import { fr } from '../words/fr.ts';
import { giveDraftCookie, heldDraft, takeDraftCookie } from './draft-cookie.ts';
import { anyone } from './policy.ts';

type Shown = { values?: Values; errors?: readonly FieldError[]; alert?: AlertContent; status?: number };

/** Before a request: three questions that advise, and the ways back to a draft. */
export function startRoutes(app: App, site: Site): void {
  const { core, config } = site;
  const again = async (request: FastifyRequest, reply: FastifyReply, { values, errors, alert, status = 200 }: Shown = {}) => {
    const [places, draft, session] = await Promise.all([placesOf(core), heldDraft(core, config, request), site.visitor(request)]);
    const visit = { ...(await site.visit(request, reply, session)), ...(alert && { alert }) };

    return show(reply, await (<StartPage visit={visit} places={places} savedAt={draft?.savedAt} values={values} errors={errors} />), status);
  };

  app.get<{ Querystring: Record<string, unknown> }>('/demande', anyone, (request, reply) =>
    again(request, reply, request.query['supprime'] === 'oui' ? { alert: { kind: 'success', text: fr.filing.draft.removed } } : {}));

  // Answered at once and not by a redirection: the answers are kept nowhere, not even in an address.
  app.post<{ Body: FormBody }>('/demande', anyone, async (request, reply) => {
    const values = Object.fromEntries(['position', 'localAttempt', 'proceeding', 'establishment', 'danger'].map((name) => [name, textOf(request.body, name)]));
    const answers = answersIn(values);
    if (!answers) return again(request, reply, { values, errors: unanswered(values), status: 422 });

    const [establishments, session] = await Promise.all([listEstablishments(core), site.visitor(request)]);
    const place = establishments.find(({ id }) => id === values['establishment']);
    const direction = orient(answers, place?.localScheme ?? null, localDate(core.clock(), draftZone));

    return show(reply, await (<OrientationPage visit={await site.visit(request, reply, session)} direction={direction} place={place && { ...place, takesSignals: await takesSignals(core, place.id) }} isDanger={values['danger'] === 'yes'} />));
  });

  app.post<{ Body: FormBody }>('/demande/reprise', anyone, async (request, reply) => {
    const values = { code: textOf(request.body, 'code') };
    if (!site.isFresh(request, request.body)) return again(request, reply, { values, status: 422, alert: { kind: 'warning', text: fr.filing.expired } });

    try {
      giveDraftCookie(reply, config, (await resumeDraft(core, values.code, request.ip)).code);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-found') throw error;

      return again(request, reply, { values, status: 422, errors: [{ field: 'code', message: fr.filing.draft.notFound }] });
    }

    return reply.redirect('/demande/suite', 303);
  });

  app.post<{ Body: FormBody }>('/demande/nouvelle', anyone, async (request, reply) => {
    if (site.isFresh(request, request.body)) takeDraftCookie(reply, config);

    return reply.redirect('/demande', 303);
  });
}

const questions = { position: positions, localAttempt: localAttempts, proceeding: proceedings } as const;

function answersIn(values: Values): OrientationAnswers | null {
  return unanswered(values).length === 0 ? (values as OrientationAnswers & Values) : null;
}

function unanswered(values: Values): readonly FieldError[] {
  return (Object.keys(questions) as (keyof typeof questions)[])
    .filter((name) => !questions[name].some((code) => code === values[name]))
    .map((field) => ({ field, message: fr.orientation.errors[field] }));
}
