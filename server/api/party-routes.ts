import { Type } from 'typebox';
import { litigationOutcomes } from '../../policies/charter/reasons.ts';
import { tiers } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { agreeObject, writeObject } from '../mediation/agree-object.ts';
import { attachAttestation } from '../mediation/attach-attestation.ts';
import { changeContact } from '../mediation/change-contact.ts';
import { consent } from '../mediation/consent.ts';
import { consentTexts, consentVersion } from '../mediation/consent-text.ts';
import { declareLitigation } from '../mediation/declare-litigation.ts';
import { refuse } from '../mediation/refuse.ts';
import { Contact } from '../mediation/request-body.ts';
import { reviewLitigation } from '../mediation/review-litigation.ts';
import { withdrawRequest } from '../mediation/withdraw-request.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { noticeRoutes } from './notice-routes.ts';
import { closed, id, moment, oneOf, Refusal, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const Written = closed({ item: id(), at: moment() });
const Litigation = closed({ litigation: Type.String() });
const Reviewed = closed({ litigation: Type.String(), state: Type.String(), suspendedAt: Type.Union([moment(), Type.Null()]) });
const party = () => Type.Optional(id());
const state = () => Type.String();

const refusals = { '4xx': Refusal, '5xx': Refusal };
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** What is done by and towards the parties, in the order in which a case meets it. */
export function partyRoutes(app: App, core: Core): void {
  objectRoutes(app, core);
  invitationRoutes(app, core);
  answerRoutes(app, core);
  noticeRoutes(app, core);
}

function objectRoutes(app: App, core: Core): void {
  const tags = ['objet'];

  app.post('/api/cases/:case/attestation', {
    config: own('attach-attestation'),
    schema: { tags, summary: 'Joindre à son récit l’attestation de sa conciliation locale', params: CaseParams, body: closed({ localCase: id(), party: party() }), response: { 201: Written, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await attachAttestation(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/object', {
    config: own('agree-object'),
    schema: { tags, summary: 'Écrire l’objet de la médiation, en termes neutres', params: CaseParams, body: closed({ text: text(20_000) }), response: { 201: Written, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await writeObject(core, request.session, request.params.case, request.body.text)));

  app.post('/api/cases/:case/object/agreement', {
    config: own('agree-object'),
    schema: { tags, summary: 'Convenir de l’objet tel qu’il est écrit', params: CaseParams, body: closed({ item: id(), party: party() }), response: { 201: closed({ agreedAt: moment() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await agreeObject(core, request.session, request.params.case, request.body)));
}

function answerRoutes(app: App, core: Core): void {
  const tags = ['consentements'];

  app.post('/api/cases/:case/contact', {
    config: own('write'),
    schema: { tags: ['parties'], summary: 'Dire autrement comment, quand et avec quelle discrétion vous joindre, à ceux qui conduisent le dossier', params: CaseParams, body: closed({ party: party(), contact: Contact }), response: { 201: closed({ at: moment() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await changeContact(core, request.session, request.params.case, request.body)));

  app.get('/api/consent-texts', {
    config: { policy: { act: 'consent', who: 'anyone' } },
    schema: { tags, summary: 'Les textes à lire avant de consentir', response: { 200: closed({ texts: Type.Array(closed({ version: Type.String(), text: Type.String(), tiers: Type.Array(oneOf(tiers)) })) }), ...refusals } },
  }, async () => ({ texts: Object.entries(consentTexts).map(([version, text]) => ({ version, text, tiers: tiers.filter((tier) => consentVersion(tier) === version) })) }));

  app.post('/api/cases/:case/consents', {
    config: own('consent'),
    schema: {
      tags, summary: 'Consentir par écrit à la médiation, ou à la conciliation', params: CaseParams,
      body: closed({ party: party(), textVersion: text(40), litigation: Type.Optional(Type.Union([Type.Literal('none'), Type.Literal('declared')])) }),
      response: { 201: closed({ state: state(), consentedAt: moment() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await consent(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/refusals', {
    config: own('refuse'),
    schema: { tags, summary: 'Refuser, sans raison à donner', params: CaseParams, body: closed({ party: party() }), response: { 201: closed({ state: state() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await refuse(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/litigation', {
    config: own('declare-litigation'),
    schema: { tags, summary: 'Dire au médiateur qu’une action en justice ou une procédure existe', params: CaseParams, body: closed({ party: party() }), response: { 201: Litigation, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await declareLitigation(core, request.session, request.params.case, request.body.party)));

  app.post('/api/cases/:case/litigation/review', {
    config: own('review-litigation'),
    schema: {
      tags, summary: 'Examiner ce qu’une partie a déclaré : poursuivre, suspendre ou mettre fin', params: CaseParams,
      body: closed({ party: id(), outcome: Type.Optional(oneOf(litigationOutcomes)), reasons: text(20_000), letter: Type.Optional(text(20_000)) }),
      response: { 201: Reviewed, ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await reviewLitigation(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/request-withdrawal', {
    config: own('withdraw-request'),
    schema: { tags, summary: 'Retirer sa demande avant que tous aient consenti', params: CaseParams, body: closed({}), response: { 201: closed({ state: state() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await withdrawRequest(core, request.session, request.params.case)));
}
