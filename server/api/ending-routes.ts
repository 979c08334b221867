import { Type } from 'typebox';
import { inadmissibleReasons, interventions, redirectReasons } from '../../policies/charter/reasons.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { agreeInPart } from '../mediation/agree-in-part.ts';
import { closeUnanswered } from '../mediation/close-unanswered.ts';
import { continueWithout } from '../mediation/continue-without.ts';
import { declareInadmissible } from '../mediation/declare-inadmissible.ts';
import { redirect } from '../mediation/redirect.ts';
import { settleByIntervention } from '../mediation/settle-by-intervention.ts';
import { closed, id, nothing, oneOf, text } from './shapes.ts';

const params = closed({ case: id() });
const letter = text(20_000);
const tags = ['fins'];
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** How a case ends before or beside an agreement, and how it goes on when a party has left. */
export function endingRoutes(app: App, core: Core): void {
  app.post(
    '/api/cases/:case/redirection',
    { config: own('redirect'), schema: { tags, summary: 'Réorienter une demande, avec un motif ; la réponse en est tirée', params, body: closed({ reason: oneOf(redirectReasons), letter: Type.Optional(letter) }) } },
    async (request, reply) => reply.code(201).send(await redirect(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/inadmissibility',
    { config: own('declare-inadmissible'), schema: { tags, summary: 'Déclarer une demande irrecevable', params, body: closed({ reason: oneOf(inadmissibleReasons), letter }) } },
    async (request, reply) => reply.code(201).send(await declareInadmissible(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/intervention',
    { config: own('settle-by-intervention'), schema: { tags, summary: 'Clore une situation réglée par une intervention, sans médiation', params, body: closed({ intervention: oneOf(interventions), letter }) } },
    async (request, reply) => reply.code(201).send(await settleByIntervention(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/silence',
    { config: own('close-unanswered'), schema: { tags, summary: 'Clore faute de réponse à la demande de consentement', params, body: closed({ letter }) } },
    async (request, reply) => reply.code(201).send(await closeUnanswered(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/partial-agreement',
    { config: own('agree-in-part'), schema: { tags, summary: 'Constater un accord partiel, signé par toutes les parties', params, body: nothing } },
    async (request, reply) => reply.code(201).send(await agreeInPart(core, request.session, request.params.case)),
  );

  app.post(
    '/api/cases/:case/continuation',
    { config: own('continue-without'), schema: { tags, summary: 'Continuer sans la partie qui s’est retirée, avec le consentement nouveau des autres', params, body: closed({ letter }) } },
    async (request, reply) => reply.code(201).send(await continueWithout(core, request.session, request.params.case, request.body)),
  );
}
