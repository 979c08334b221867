import { Type } from 'typebox';
import { callUpDeclineReasons, callUpReasons, referralGrounds, returnReasons } from '../../policies/charter/reasons.ts';
import { purposes } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { acceptReferral } from '../mediation/accept-referral.ts';
import { callUp } from '../mediation/call-up.ts';
import { carryAccount } from '../mediation/carry-account.ts';
import { coordination } from '../mediation/coordination.ts';
import { declineCallUp } from '../mediation/decline-call-up.ts';
import { listCallUps } from '../mediation/list-call-ups.ts';
import { listCarriable } from '../mediation/list-carriable.ts';
import { listPendingReferrals } from '../mediation/list-pending-referrals.ts';
import { listReferrals } from '../mediation/list-referrals.ts';
import { referUp } from '../mediation/refer-up.ts';
import { regionalTerritories } from '../mediation/regional-territories.ts';
import { returnReferral } from '../mediation/return-referral.ts';
import { closed, id, nothing, oneOf } from './shapes.ts';

const Reference = Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$', maxLength: 9 });
const CaseParams = closed({ case: id() });
const tags = ['saisine nationale'];
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** What passes between the regional and the national tiers (D art. 10). */
export function referralRoutes(app: App, core: Core): void {
  app.post(
    '/api/cases/:case/referral',
    { config: own('refer-up'), schema: { tags, summary: 'Saisir le médiateur national', params: CaseParams, body: closed({ ground: oneOf(referralGrounds), callUp: Type.Optional(id()) }) } },
    async (request, reply) => reply.code(201).send(await referUp(core, request.session, request.params.case, request.body)),
  );

  app.get(
    '/api/cases/:case/referrals',
    { config: own('list-referrals'), schema: { tags, summary: 'Les saisines d’un échelon à l’autre, avec leur réponse', params: CaseParams } },
    async (request) => ({ referrals: await listReferrals(core, request.session, request.params.case) }),
  );

  app.get(
    '/api/referrals',
    { config: own('list-referrals'), schema: { tags, summary: 'Les saisines qui attendent la réponse du médiateur national' } },
    async (request) => ({ referrals: await listPendingReferrals(core, request.session) }),
  );

  app.get(
    '/api/coordination',
    { config: own('coordination'), schema: { tags, summary: 'Les dossiers régionaux en nombres, par territoire et par étape', description: 'Un nombre inférieur à cinq est nul (null).' } },
    async (request) => ({ territories: await coordination(core, request.session) }),
  );

  app.post(
    '/api/cases/:case/referral/acceptance',
    { config: own('accept-referral'), schema: { tags, summary: 'Accepter la saisine : le dossier régional est transféré', params: CaseParams, body: nothing } },
    async (request, reply) => reply.code(201).send(await acceptReferral(core, request.session, request.params.case)),
  );

  app.post(
    '/api/cases/:case/referral/return',
    { config: own('return-referral'), schema: { tags, summary: 'Renvoyer la saisine, avec un motif', params: CaseParams, body: closed({ reason: oneOf(returnReasons) }) } },
    async (request, reply) => reply.code(201).send(await returnReferral(core, request.session, request.params.case, request.body.reason)),
  );

  app.get(
    '/api/cases/:case/carriable-texts',
    { config: { policy: { act: 'carry-account', who: 'session', reads: ['account', 'caucus'] } }, schema: { tags, summary: 'Ses textes de l’échelon régional qui restent à emporter', params: CaseParams } },
    async (request) => ({ texts: await listCarriable(core, request.session, request.params.case) }),
  );

  app.post(
    '/api/cases/:case/carried-texts',
    { config: own('carry-account'), schema: { tags, summary: 'Emporter un de ses textes à l’échelon national', params: CaseParams, body: closed({ item: id() }) } },
    async (request, reply) => reply.code(201).send(await carryAccount(core, request.session, request.params.case, request.body.item)),
  );

  app.post(
    '/api/call-ups',
    {
      config: own('call-up'),
      schema: {
        tags, summary: 'Demander à un médiateur régional de saisir', description: 'La réponse est la même pour une référence connue et inconnue.',
        body: closed({ territory: id(), reason: oneOf(callUpReasons), reference: Type.Optional(Reference), purpose: Type.Optional(oneOf(purposes)) }),
      },
    },
    async (request, reply) => reply.code(201).send(await callUp(core, request.session, request.body)),
  );

  app.get(
    '/api/call-ups',
    { config: own('list-call-ups'), schema: { tags, summary: 'Les demandes faites ou reçues par son service' } },
    async (request) => ({ callUps: await listCallUps(core, request.session) }),
  );

  app.get(
    '/api/call-ups/territories',
    { config: own('call-up'), schema: { tags, summary: 'Les territoires dont un service régional peut recevoir une demande' } },
    async (request) => ({ territories: await regionalTerritories(core, request.session) }),
  );

  app.post(
    '/api/call-ups/:callUp/refusal',
    { config: own('decline-call-up'), schema: { tags, summary: 'Répondre par un motif plutôt que par une saisine', params: closed({ callUp: id() }), body: closed({ reason: oneOf(callUpDeclineReasons) }) } },
    async (request, reply) => reply.code(201).send(await declineCallUp(core, request.session, request.params.callUp, request.body.reason)),
  );
}
