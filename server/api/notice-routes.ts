import { Type, type TSchema } from 'typebox';
import { institutionalFunctions, type InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { decideHeldNotice } from '../mediation/decide-held-notice.ts';
import { listNotices } from '../mediation/list-notices.ts';
import { listSubstitutes } from '../mediation/list-substitutes.ts';
import { printDispatch } from '../mediation/print-dispatch.ts';
import { postings, recordPosting } from '../mediation/record-posting.ts';
import { sendNotices } from '../mediation/send-notices.ts';
import { transmit } from '../mediation/transmit.ts';
import { closed, day, id, moment, oneOf, Refusal, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const NoticeParams = closed({ case: id(), notice: id() });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Held = Type.Unsafe<InstitutionalFunction>(Type.Union(institutionalFunctions.map((one) => Type.Literal(one))));
const Notices = closed({ state: Type.String(), notices: Type.Array(closed({ notice: id(), function: Held, state: Type.String() })) });
const Addressee = closed({ name: Type.String(), email: Type.String(), postalAddress: Type.String(), function: Held, establishment: Type.String() });

const tags = ['envois'];
const refusals = { '4xx': Refusal, '5xx': Refusal };
const own = (act: string, reads: readonly string[] = []) => ({ policy: { act, who: 'session', reads } }) as const;

/** What is told to those whom the texts name, and what the secretary prints. */
export function noticeRoutes(app: App, core: Core): void {
  const vacantSought = Type.Optional(Type.Boolean({ description: 'Les fonctions vacantes à l’annuaire ont été recherchées.' }));
  const listed = closed({ notice: id(), subject: Type.String(), function: Held, state: Type.String(), recordedAt: moment(), decision: orNull(Type.String()), substitute: orNull(Held), postedOn: orNull(day()), postedHow: orNull(Type.String()) });
  const reason = text(4000);

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
    schema: { tags, summary: 'Ce qui est parti, retenu, décidé, posté : par fonction, sans nom', params: CaseParams, response: { 200: closed({ notices: Type.Array(listed) }), ...refusals } },
  }, async (request) => ({ notices: await listNotices(core, request.session, request.params.case) }));

  app.get('/api/cases/:case/notices/:notice', {
    config: own('read', ['dispatch']),
    schema: {
      tags, summary: 'Ouvrir un envoi pour l’imprimer ; la lecture est journalisée', params: NoticeParams,
      response: {
        200: closed({ to: Addressee, letter: Type.String() }),
        ...refusals,
      },
    },
  }, (request) => printDispatch(core, request.session, request.params.case, request.params.notice));

  app.post('/api/cases/:case/notices/:notice/posting', {
    config: own('record-posting'),
    schema: {
      tags, summary: 'Enregistrer le départ d’une lettre imprimée', params: NoticeParams, body: closed({ on: day(), how: oneOf(postings) }),
      response: { 201: closed({ notice: id(), postedOn: day(), postedHow: Type.String() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await recordPosting(core, request.session, request.params.case, request.params.notice, request.body)));

  app.get('/api/cases/:case/notices/:notice/substitutes', {
    config: { policy: { act: 'decide-held-notice', who: 'session', reads: ['identity'] } },
    schema: { tags, summary: 'À quelles fonctions une lettre retenue peut aller à la place', params: NoticeParams, response: { 200: closed({ functions: Type.Array(Type.String()) }), ...refusals } },
  }, async (request) => ({ functions: await listSubstitutes(core, request.session, request.params.case, request.params.notice) }));

  app.post('/api/cases/:case/notices/:notice/decision', {
    config: own('decide-held-notice'),
    schema: {
      tags, summary: 'Décider d’un envoi retenu, parce que son destinataire est une partie', params: NoticeParams,
      body: Type.Union([closed({ decision: oneOf(['send', 'do-not-send']), reason }), closed({ decision: Type.Literal('send-to-substitute'), substitute: Held, reason })]),
      response: { 201: closed({ notice: id(), state: Type.String() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await decideHeldNotice(core, request.session, request.params.case, request.params.notice, request.body)));

  app.post('/api/cases/:case/transmission', {
    config: own('transmit'),
    schema: { tags, summary: 'Transmettre l’accord final à ceux que les textes désignent', params: CaseParams, body: closed({ vacantSought }), response: { 201: Notices, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await transmit(core, request.session, request.params.case, request.body)));
}
