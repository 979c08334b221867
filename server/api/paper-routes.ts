import { Type } from 'typebox';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { attestObject } from '../mediation/attest-object.ts';
import { contestEntry } from '../mediation/contest-entry.ts';
import { enterAnswer } from '../mediation/enter-answer.ts';
import { enterRequest, PaperRequest } from '../mediation/enter-request.ts';
import { enterSignature } from '../mediation/enter-signature.ts';
import { enterWithdrawal } from '../mediation/enter-withdrawal.ts';
import { inviteAuthor } from '../mediation/invite-author.ts';
import { listPaperEntries } from '../mediation/list-paper-entries.ts';
import { openScan } from '../mediation/open-scan.ts';
import { Scan } from '../mediation/scan.ts';
import { closed, day, id, moment, oneOf, Refusal, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const paper = { party: id(), receivedOn: day(), scan: Scan };
const orNull = (schema: ReturnType<typeof id>) => Type.Union([schema, Type.Null()]);
const Entered = closed({
  case: id(), reference: Type.String(), tier: Type.String(), party: id(), entry: id(), receivedAt: moment(), enteredAt: moment(), zone: Type.String(),
  acknowledgedBy: Type.Union([day(), Type.Null()]), noticesFrom: Type.Union([day(), Type.Null()]),
});
const EntriesReply = closed({
  entries: Type.Array(closed({
    entry: id(), party: id(), kind: Type.String(), channel: Type.String(), receivedOn: day(), enteredAt: moment(), attestedBy: id(), scan: orNull(id()), contestedAt: Type.Union([moment(), Type.Null()]),
  })),
});

/** A scan of two mebibytes as base64, and the words beside it. */
const bodyLimit = 3 * 1024 * 1024;

const tags = ['papier'];
const refusals = { '4xx': Refusal, '5xx': Refusal };
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** What comes on paper or by telephone, entered by the secretary, and what its party may do about it. */
export function paperRoutes(app: App, core: Core): void {
  app.post('/api/paper-requests', {
    bodyLimit, config: own('enter-request'),
    schema: { tags, summary: 'Saisir une demande reçue sur papier ou par téléphone', description: 'Le jour de réception fait courir le délai de huit jours.', body: PaperRequest, response: { 201: Entered, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await enterRequest(core, request.session, request.body)));

  app.post('/api/cases/:case/author-invitation', {
    config: own('invite-author'),
    schema: {
      tags, summary: 'Inviter l’auteur d’une demande reçue sur papier à son propre dossier', description: 'Le lien et le code ne sont montrés que cette fois : remettez-les par deux voies.', params: CaseParams,
      body: closed({ letter: text(20_000) }), response: { 201: closed({ invitation: id(), link: Type.String(), path: Type.String(), code: Type.String(), expiresAt: moment() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await inviteAuthor(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/object/attestation', {
    config: own('attest-object'),
    schema: { tags, summary: 'Attester que l’auteur, sans compte, convient de l’objet', params: CaseParams, body: closed({ item: id() }), response: { 201: closed({ agreedAt: moment() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await attestObject(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/paper-answers', {
    bodyLimit, config: own('enter-answer'),
    schema: {
      tags, summary: 'Saisir un consentement ou un refus reçu sur papier', params: CaseParams,
      body: Type.Union([closed({ answer: Type.Literal('consent'), litigation: oneOf(['none', 'declared']), ...paper }), closed({ answer: Type.Literal('refusal'), ...paper })]),
      response: { 201: closed({ state: Type.String(), entry: id() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await enterAnswer(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/paper-withdrawals', {
    bodyLimit, config: own('enter-withdrawal'),
    schema: { tags, summary: 'Saisir un retrait reçu sur papier', params: CaseParams, body: closed(paper), response: { 201: closed({ state: Type.String(), entry: id() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await enterWithdrawal(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/paper-signatures', {
    bodyLimit, config: own('enter-signature'),
    schema: { tags, summary: 'Saisir un accord signé sur papier', params: CaseParams, body: closed({ agreement: id(), ...paper }), response: { 201: closed({ isAgreed: Type.Boolean(), entry: id() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await enterSignature(core, request.session, request.params.case, request.body)));

  app.get('/api/cases/:case/paper-entries', {
    config: own('list-paper-entries'),
    schema: { tags, summary: 'Ce qui a été saisi d’après papier, par qui, et ce qui est contesté', params: CaseParams, response: { 200: EntriesReply, ...refusals } },
  }, async (request) => ({ entries: await listPaperEntries(core, request.session, request.params.case) }));

  app.get('/api/cases/:case/paper-entries/:entry/scan', {
    config: { policy: { act: 'read', who: 'session', reads: ['account', 'paper'] } },
    schema: { tags, summary: 'La pièce scannée, pour sa partie et qui conduit le dossier ; la lecture est journalisée', params: closed({ case: id(), entry: id() }), response: { 200: Scan, ...refusals } },
  }, async (request) => {
    const { type, content } = await openScan(core, request.session, request.params.case, request.params.entry);

    return { type, base64: content.toString('base64') };
  });

  app.post('/api/cases/:case/paper-entries/:entry/contestation', {
    config: own('contest-entry'),
    schema: { tags, summary: 'Contester ce qui a été saisi pour soi', params: closed({ case: id(), entry: id() }), body: closed({}), response: { 201: closed({ contestedAt: moment() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await contestEntry(core, request.session, request.params.case, request.params.entry)));
}
