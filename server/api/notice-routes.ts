import { Type } from 'typebox';
import { institutionalFunctions, type InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { listNotices, printDispatch } from '../mediation/print-dispatch.ts';
import { sendNotices } from '../mediation/send-notices.ts';
import { transmit } from '../mediation/transmit.ts';
import { closed, id, moment, Refusal, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const Held = Type.Unsafe<InstitutionalFunction>(Type.Union(institutionalFunctions.map((one) => Type.Literal(one))));
const Notices = closed({ state: Type.String(), notices: Type.Array(closed({ notice: id(), function: Held, state: Type.String() })) });
const Addressee = closed({ name: Type.String(), email: Type.String(), postalAddress: Type.String(), function: Held, establishment: Type.String() });

const tags = ['envois'];
const refusals = { '4xx': Refusal, '5xx': Refusal };
const own = (act: string, reads: readonly string[] = []) => ({ policy: { act, who: 'session', reads } }) as const;

/** What is told to those whom the texts name, and what the secretary prints. */
export function noticeRoutes(app: App, core: Core): void {
  const vacantSought = Type.Optional(Type.Boolean({ description: 'Les fonctions vacantes à l’annuaire ont été recherchées.' }));
  const listed = closed({ notice: id(), subject: Type.String(), function: Held, state: Type.String(), recordedAt: moment() });

  app.post('/api/cases/:case/notices', {
    config: own('send-notices'),
    schema: {
      tags, summary: 'Informer de l’existence de la demande ceux que les textes désignent', params: CaseParams,
      body: closed({ vacantSought, letters: Type.Optional(Type.Array(closed({ function: Held, text: text(20_000) }), { maxItems: 4 })) }),
      response: { 201: Notices, ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await sendNotices(core, request.session, request.params.case, request.body)));

  app.get('/api/cases/:case/notices', {
    config: own('look'),
    schema: { tags, summary: 'Ce qui est parti ou retenu, sans nom', params: CaseParams, response: { 200: closed({ notices: Type.Array(listed) }), ...refusals } },
  }, async (request) => ({ notices: await listNotices(core, request.session, request.params.case) }));

  app.get('/api/cases/:case/notices/:notice', {
    config: own('read', ['dispatch']),
    schema: {
      tags, summary: 'Ouvrir un envoi pour l’imprimer ; la lecture est journalisée', params: closed({ case: id(), notice: id() }),
      response: {
        200: closed({ to: Addressee, letter: Type.String() }),
        ...refusals,
      },
    },
  }, (request) => printDispatch(core, request.session, request.params.case, request.params.notice));

  app.post('/api/cases/:case/transmission', {
    config: own('transmit'),
    schema: { tags, summary: 'Transmettre l’accord final à ceux que les textes désignent', params: CaseParams, body: closed({ vacantSought }), response: { 201: Notices, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await transmit(core, request.session, request.params.case, request.body)));
}
