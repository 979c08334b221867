import { Type } from 'typebox';
import { institutionalFunctions, type InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { acceptInvitation } from '../mediation/accept-invitation.ts';
import { agreeObject, writeObject } from '../mediation/agree-object.ts';
import { attachAttestation } from '../mediation/attach-attestation.ts';
import { consent } from '../mediation/consent.ts';
import { consentTexts } from '../mediation/consent-text.ts';
import { declareLitigation } from '../mediation/declare-litigation.ts';
import { declineInvitation } from '../mediation/decline-invitation.ts';
import { invite } from '../mediation/invite.ts';
import { announceInvitation, openInvitation } from '../mediation/open-invitation.ts';
import { listNotices, printDispatch } from '../mediation/print-dispatch.ts';
import { refuse } from '../mediation/refuse.ts';
import { PersonEntry } from '../mediation/request-body.ts';
import { reviewLitigation } from '../mediation/review-litigation.ts';
import { sendNotices } from '../mediation/send-notices.ts';
import { transmit } from '../mediation/transmit.ts';
import { withdrawRequest } from '../mediation/withdraw-request.ts';
import { enrolled } from '../people/enrol.ts';
import { EnrolledReply, enrolledReply } from './account-reply.ts';
import { closed, id, moment, Refusal, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const party = () => Type.Optional(id());
const linkText = () => Type.String({ pattern: '^[A-Za-z0-9_-]{27}$', maxLength: 27, description: 'Le secret du lien, 160 bits en base64url.' });
const code = () => Type.String({ pattern: '^[0-9]{8}$', maxLength: 8, description: 'Le code remis par un autre moyen.' });
const firstWords = { entry: Type.Optional(PersonEntry), account: Type.Optional(text(20_000)) };
const Held = Type.Unsafe<InstitutionalFunction>(Type.Union(institutionalFunctions.map((one) => Type.Literal(one))));
const state = () => Type.String();
const Notices = closed({ state: state(), notices: Type.Array(closed({ notice: id(), function: Held, state: Type.String() })) });
const Accepted = closed({ case: id(), party: id() });
const Written = closed({ item: id(), at: moment() });

const refusals = { '4xx': Refusal, '5xx': Refusal };
const open = (act: string, reads?: readonly string[]) => ({ policy: { act, who: 'anyone', ...(reads && { reads }) } }) as const;
const own = (act: string, reads?: readonly string[]) => ({ policy: { act, who: 'session', ...(reads && { reads }) } }) as const;

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

function invitationRoutes(app: App, core: Core): void {
  const tags = ['invitations'];
  const Proof = closed({ link: linkText(), code: code() });

  app.post('/api/cases/:case/invitations', {
    config: own('invite'),
    schema: {
      tags, summary: 'Inviter une partie', description: 'Le lien et le code ne sont montrés que cette fois : remettez-les par deux voies.', params: CaseParams,
      body: closed({ party: id(), letter: text(20_000) }),
      response: { 201: closed({ invitation: id(), link: Type.String(), path: Type.String(), code: Type.String(), expiresAt: moment() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await invite(core, request.session, request.params.case, request.body)));

  app.get('/api/invitations/:link', {
    config: open('open-invitation'),
    schema: {
      tags, summary: 'Savoir quel service écrit, et jusqu’à quand répondre', params: closed({ link: linkText() }),
      response: { 200: closed({ tier: Type.String(), territory: Type.Union([Type.String(), Type.Null()]), answerBy: moment(), sentence: Type.String() }), ...refusals },
    },
  }, (request) => announceInvitation(core, request.params.link));

  app.post('/api/invitations/opening', {
    config: open('open-invitation', ['object']),
    schema: { tags, summary: 'Lire l’objet proposé, avec le lien et le code', body: Proof, response: { 200: closed({ object: Type.String(), answerBy: moment() }), ...refusals } },
  }, (request) => openInvitation(core, request.body));

  app.post('/api/invitations/acceptance', {
    config: own('accept-invitation'),
    schema: { tags, summary: 'Accepter, avec le compte que l’on a déjà', body: closed({ link: linkText(), code: code(), ...firstWords }), response: { 201: Accepted, ...refusals } },
  }, async (request, reply) => {
    const { case: caseId, party } = await acceptInvitation(core, { session: request.session }, request.body);

    return reply.code(201).send({ case: caseId, party });
  });

  app.post('/api/invitations/enrolment', {
    config: open('accept-invitation'),
    schema: {
      tags, summary: 'Accepter en créant son compte',
      body: closed({ link: linkText(), code: code(), ...firstWords, name: text(200), address: text(254), passphrase: text(1024), isShared: Type.Boolean() }),
      response: { 201: closed({ case: id(), party: id(), ...EnrolledReply.properties }), ...refusals },
    },
  }, async (request, reply) => {
    const { name, address, passphrase, isShared, ...given } = request.body;
    const { case: caseId, party, enrolment } = await acceptInvitation(core, { newcomer: { name, address, passphrase, isShared, ip: request.ip } }, given);
    if (!enrolment) throw new RangeError('a newcomer has an enrolment');

    return reply.code(201).send({ case: caseId, party, ...enrolledReply(request, enrolled(enrolment)) });
  });

  app.post('/api/invitations/refusal', {
    config: open('decline-invitation'),
    schema: { tags, summary: 'Décliner, sans compte et sans raison à donner', body: Proof, response: { 204: Type.Null(), ...refusals } },
  }, async (request, reply) => {
    await declineInvitation(core, request.body);

    return reply.code(204).send(null);
  });
}

function answerRoutes(app: App, core: Core): void {
  const tags = ['consentements'];

  app.get('/api/consent-texts', {
    config: open('consent'),
    schema: { tags, summary: 'Les textes à lire avant de consentir', response: { 200: closed({ texts: Type.Array(closed({ version: Type.String(), text: Type.String() })) }), ...refusals } },
  }, async () => ({ texts: Object.entries(consentTexts).map(([version, text]) => ({ version, text })) }));

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
    schema: { tags, summary: 'Dire au médiateur qu’une action en justice ou une procédure existe', params: CaseParams, body: closed({ party: party() }), response: { 201: closed({ litigation: Type.String() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await declareLitigation(core, request.session, request.params.case, request.body.party)));

  app.post('/api/cases/:case/litigation/review', {
    config: own('review-litigation'),
    schema: { tags, summary: 'Poursuivre après examen de ce qu’une partie a déclaré', params: CaseParams, body: closed({ party: id(), reasons: text(20_000) }), response: { 201: closed({ litigation: Type.String() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await reviewLitigation(core, request.session, request.params.case, request.body)));

  app.post('/api/cases/:case/request-withdrawal', {
    config: own('withdraw-request'),
    schema: { tags, summary: 'Retirer sa demande avant que tous aient consenti', params: CaseParams, body: closed({}), response: { 201: closed({ state: state() }), ...refusals } },
  }, async (request, reply) => reply.code(201).send(await withdrawRequest(core, request.session, request.params.case)));
}

function noticeRoutes(app: App, core: Core): void {
  const tags = ['envois'];
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
        200: closed({ to: closed({ name: Type.String(), email: Type.String(), postalAddress: Type.String(), function: Held, establishment: Type.String() }), letter: Type.String() }),
        ...refusals,
      },
    },
  }, (request) => printDispatch(core, request.session, request.params.case, request.params.notice));

  app.post('/api/cases/:case/transmission', {
    config: own('transmit'),
    schema: { tags, summary: 'Transmettre l’accord final à ceux que les textes désignent', params: CaseParams, body: closed({ vacantSought }), response: { 201: Notices, ...refusals } },
  }, async (request, reply) => reply.code(201).send(await transmit(core, request.session, request.params.case, request.body)));
}
