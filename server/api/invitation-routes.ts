import { Type } from 'typebox';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { acceptInvitation } from '../mediation/accept-invitation.ts';
import { declineInvitation } from '../mediation/decline-invitation.ts';
import { invite } from '../mediation/invite.ts';
import { announceInvitation, openInvitation } from '../mediation/open-invitation.ts';
import { InvitedEntry } from '../mediation/request-body.ts';
import { enrolled } from '../people/enrol.ts';
import { EnrolledReply, enrolledReply } from './account-reply.ts';
import { closed, day, id, moment, Refusal, text } from './shapes.ts';

const linkText = () => Type.String({ pattern: '^[A-Za-z0-9_-]{27}$', maxLength: 27, description: 'Le secret du lien, 160 bits en base64url.' });
const code = () => Type.String({ pattern: '^[0-9]{8}$', maxLength: 8, description: 'Le code remis par un autre moyen.' });
const firstWords = { entry: Type.Optional(InvitedEntry), account: Type.Optional(text(20_000)) };
const Proof = closed({ link: linkText(), code: code() });
const Accepted = { case: id(), party: id() };

const tags = ['invitations'];
const refusals = { '4xx': Refusal, '5xx': Refusal };
const open = (act: string, reads: readonly string[] = []) => ({ policy: { act, who: 'anyone', reads } }) as const;
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** From the invitation to its answer: a link, a code sent another way, an account or none. */
export function invitationRoutes(app: App, core: Core): void {
  app.post('/api/cases/:case/invitations', {
    config: own('invite'),
    schema: {
      tags, summary: 'Inviter une partie', description: 'Le lien et le code ne sont montrés que cette fois : remettez-les par deux voies. Avec une adresse, le lien part par courriel si le service en envoie ; le code, jamais.', params: closed({ case: id() }),
      body: closed({ party: id(), letter: text(20_000), address: Type.Optional(text(254)) }),
      response: { 201: closed({ invitation: id(), link: Type.String(), path: Type.String(), code: Type.String(), expiresAt: moment(), mailed: Type.Boolean() }), ...refusals },
    },
  }, async (request, reply) => reply.code(201).send(await invite(core, request.session, request.params.case, request.body)));

  app.get('/api/invitations/:link', {
    config: open('open-invitation'),
    schema: {
      tags, summary: 'Savoir quel service écrit, et jusqu’à quand répondre', params: closed({ link: linkText() }),
      response: { 200: closed({ tier: Type.String(), territory: Type.Union([Type.String(), Type.Null()]), answerBy: moment(), awaitedOn: Type.Union([day(), Type.Null()]), sentence: Type.String(), triesLeft: Type.Integer() }), ...refusals },
    },
  }, (request) => announceInvitation(core, request.params.link));

  app.post('/api/invitations/opening', {
    config: open('open-invitation', ['object']),
    schema: { tags, summary: 'Lire l’objet proposé, avec le lien et le code', body: Proof, response: { 200: closed({ object: Type.Union([Type.String(), Type.Null()]), answerBy: moment() }), ...refusals } },
  }, (request) => openInvitation(core, request.body));

  app.post('/api/invitations/acceptance', {
    config: own('accept-invitation'),
    schema: { tags, summary: 'Accepter, avec le compte que l’on a déjà', body: closed({ link: linkText(), code: code(), ...firstWords }), response: { 201: closed(Accepted), ...refusals } },
  }, async (request, reply) => {
    const { case: caseId, party } = await acceptInvitation(core, { session: request.session }, request.body);

    return reply.code(201).send({ case: caseId, party });
  });

  app.post('/api/invitations/enrolment', {
    config: open('accept-invitation'),
    schema: {
      tags, summary: 'Accepter en créant son compte',
      body: closed({ link: linkText(), code: code(), ...firstWords, name: text(200), address: text(254), passphrase: text(1024), isShared: Type.Boolean() }),
      response: { 201: closed({ ...Accepted, ...EnrolledReply.properties }), ...refusals },
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
