import { Type } from 'typebox';
import { priorStepFindings } from '../../policies/charter/prior-step.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { extend } from '../mediation/extend.ts';
import { listCompanions } from '../mediation/list-companions.ts';
import { listExtensions } from '../mediation/list-extensions.ts';
import { nameCompanion } from '../mediation/name-companion.ts';
import { proposeExtension } from '../mediation/propose-extension.ts';
import { recordCommitment } from '../mediation/record-commitment.ts';
import { resume } from '../mediation/resume.ts';
import { reviewPriorStep } from '../mediation/review-prior-step.ts';
import { takeBackCompanion } from '../mediation/take-back-companion.ts';
import { closed, day, id, nothing, oneOf, text } from './shapes.ts';

const params = closed({ case: id() });
const party = Type.Optional(id());
const tags = ['déroulement'];
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** What may happen on the way: the prior step examined, a suspension that ends, companions, more time. */
export function courseRoutes(app: App, core: Core): void {
  app.post(
    '/api/cases/:case/prior-step',
    { config: own('review-prior-step'), schema: { tags, summary: 'Examiner l’étape locale préalable, ou en dispenser', params, body: closed({ finding: oneOf(priorStepFindings), reasons: Type.Optional(text(20_000)) }) } },
    async (request, reply) => reply.code(201).send(await reviewPriorStep(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/resumption',
    { config: own('resume'), schema: { tags, summary: 'Mettre fin à une suspension', params, body: nothing } },
    async (request, reply) => reply.code(201).send(await resume(core, request.session, request.params.case)),
  );

  companionRoutes(app, core);
  extensionRoutes(app, core);
}

function companionRoutes(app: App, core: Core): void {
  const one = closed({ case: id(), companion: id() });

  app.get(
    '/api/cases/:case/companions',
    { config: own('look'), schema: { tags, summary: 'Les accompagnants nommés, et qui s’est engagé', params } },
    async (request) => ({ companions: await listCompanions(core, request.session, request.params.case) }),
  );

  app.post(
    '/api/cases/:case/companions',
    { config: own('name-companion'), schema: { tags, summary: 'Nommer une personne qui vous accompagne', params, body: closed({ name: text(200), link: text(200), party }) } },
    async (request, reply) => reply.code(201).send(await nameCompanion(core, request.session, request.params.case, request.body)),
  );

  app.delete(
    '/api/cases/:case/companions/:companion',
    { config: own('take-back-companion'), schema: { tags, summary: 'Ne plus être accompagné par cette personne', params: one } },
    (request) => takeBackCompanion(core, request.session, request.params.case, request.params.companion),
  );

  app.post(
    '/api/cases/:case/companions/:companion/commitment',
    { config: own('record-commitment'), schema: { tags, summary: 'Enregistrer l’engagement signé d’un accompagnant', params: one, body: closed({ committedOn: day() }) } },
    async (request, reply) => reply.code(201).send(await recordCommitment(core, request.session, request.params.case, { companion: request.params.companion, ...request.body })),
  );
}

function extensionRoutes(app: App, core: Core): void {
  app.get(
    '/api/cases/:case/extensions',
    { config: own('look'), schema: { tags, summary: 'Les prolongations proposées, et qui y a consenti', params } },
    async (request) => ({ extensions: await listExtensions(core, request.session, request.params.case) }),
  );

  app.post(
    '/api/cases/:case/extensions',
    { config: own('propose-extension'), schema: { tags, summary: 'Proposer de prolonger les trois mois', params, body: closed({ dueOn: day() }) } },
    async (request, reply) => reply.code(201).send(await proposeExtension(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/extensions/:extension/consents',
    { config: own('extend'), schema: { tags, summary: 'Consentir par écrit à la prolongation, telle qu’elle a été lue', params: closed({ case: id(), extension: id() }), body: closed({ dueOn: day(), party }) } },
    async (request, reply) => reply.code(201).send(await extend(core, request.session, request.params.case, { extension: request.params.extension, ...request.body })),
  );
}
