import { Type } from 'typebox';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { cosignReferral } from '../mediation/cosign-referral.ts';
import { declineReferral } from '../mediation/decline-referral.ts';
import { InstitutionalReferral } from '../mediation/institutional-referral.ts';
import { listSentReferrals } from '../mediation/list-sent-referrals.ts';
import { previewReferral } from '../mediation/preview-referral.ts';
import { proposeReferral } from '../mediation/propose-referral.ts';
import { listProposals, readProposal } from '../mediation/read-proposals.ts';
import { referInstitutionally } from '../mediation/refer-institutionally.ts';
import { withdrawReferral } from '../mediation/withdraw-referral.ts';
import { closed, day, id, moment, Refusal } from './shapes.ts';

const Sent = closed({ case: id(), reference: Type.String(), tier: Type.String(), receivedAt: moment(), acknowledgedBy: Type.Union([day(), Type.Null()]) });
const listed = { proposal: id(), isMine: Type.Boolean(), with: id(), withName: Type.String(), withCapacity: Type.String(), capacity: Type.String(), state: Type.String(), createdAt: moment(), expiresAt: moment() };
const SentReply = closed({
  referrals: Type.Array(closed({
    case: id(), reference: Type.String(), tier: Type.String(), capacity: Type.String(), receivedAt: moment(),
    acknowledgedAt: Type.Union([moment(), Type.Null()]), endedAt: Type.Union([moment(), Type.Null()]),
  })),
});
const ProposalParams = closed({ proposal: id() });

const tags = ['saisine institutionnelle'];
const refusals = { '4xx': Refusal, '5xx': Refusal };
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** Referrals by institutions (D art. 6, 10): alone, or in two hands; then what their authors may know. */
export function institutionRoutes(app: App, core: Core): void {
  app.post('/api/institutional-referrals', {
    config: own('refer-institutionally'),
    schema: { tags, summary: 'Saisir au titre d’une fonction, seul', body: InstitutionalReferral, response: { 201: Sent, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await referInstitutionally(core, request.session, request.body)));

  app.post('/api/referral-previews', {
    config: own('preview-referral'),
    schema: {
      tags, summary: 'Savoir qui d’autre doit signer, avant de signer', description: 'Rien n’est écrit. `second` est nul lorsqu’une signature suffit.', body: InstitutionalReferral,
      response: { 200: closed({ second: Type.Union([closed({ name: Type.String(), capacity: Type.String(), expiresAt: moment() }), Type.Null()]) }), ...refusals },
    },
  }, async (request) => {
    const second = await previewReferral(core, request.session, request.body);

    return { second: second ? { ...second, expiresAt: second.expiresAt.toISOString() } : null };
  });

  app.post('/api/referral-proposals', {
    config: own('propose-referral'),
    schema: {
      tags, summary: 'Signer le premier une saisine conjointe', description: 'Rien n’existe tant que l’autre n’a pas signé.', body: InstitutionalReferral,
      response: { 201: closed({ proposal: id(), expiresAt: moment() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await proposeReferral(core, request.session, request.body)));

  app.get('/api/referral-proposals', {
    config: own('list-proposals'),
    schema: { tags, summary: 'Les saisines conjointes signées ou à signer', response: { 200: closed({ proposals: Type.Array(closed(listed)) }), ...refusals } },
  }, async (request) => ({ proposals: await listProposals(core, request.session) }));

  app.get('/api/referral-proposals/:proposal', {
    config: own('read-proposal'),
    schema: { tags, summary: 'Lire une saisine conjointe, pour l’un des deux signataires', params: ProposalParams, response: { 200: closed({ ...listed, referral: InstitutionalReferral }), ...refusals } },
  }, (request) => readProposal(core, request.session, request.params.proposal));

  app.post('/api/referral-proposals/:proposal/signature', {
    config: own('cosign-referral'),
    schema: { tags, summary: 'Signer en second : le dossier commence', params: ProposalParams, body: closed({}), response: { 201: Sent, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await cosignReferral(core, request.session, request.params.proposal)));

  app.post('/api/referral-proposals/:proposal/refusal', {
    config: own('decline-referral'),
    schema: { tags, summary: 'Ne pas signer', params: ProposalParams, body: closed({}), response: { 204: Type.Null(), ...refusals } },
  }, async (request, reply) => {
    await declineReferral(core, request.session, request.params.proposal);

    return reply.code(204).send(null);
  });

  app.post('/api/referral-proposals/:proposal/withdrawal', {
    config: own('withdraw-referral'),
    schema: { tags, summary: 'Retirer ce que l’on a signé le premier', params: ProposalParams, body: closed({}), response: { 204: Type.Null(), ...refusals } },
  }, async (request, reply) => {
    await withdrawReferral(core, request.session, request.params.proposal);

    return reply.code(204).send(null);
  });

  app.get('/api/referrals/sent', {
    config: own('list-sent-referrals'),
    schema: { tags, summary: 'Ce que l’on a envoyé au titre d’une fonction : reçu, accusé, terminé', response: { 200: SentReply, ...refusals } },
  }, async (request) => ({ referrals: await listSentReferrals(core, request.session) }));
}
