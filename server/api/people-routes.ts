import { Type } from 'typebox';
import { officeTiers, roles } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { changePassphrase } from '../people/change-passphrase.ts';
import { chooseContact, mailChoices, ownContact } from '../people/choose-contact.ts';
import { enrol } from '../people/enrol.ts';
import { me } from '../people/me.ts';
import { ownRoles } from '../people/own-roles.ts';
import { recover } from '../people/recover.ts';
import { renewKeys } from '../people/renew-keys.ts';
import { listSessions, revokeOthers, revokeSession } from '../people/sessions.ts';
import { signIn } from '../people/sign-in.ts';
import { signOut } from '../people/sign-out.ts';
import { bySecret, issueToken } from '../plugins/session.ts';
import { EnrolledReply, enrolledReply, SignedInReply, signedInReply } from './account-reply.ts';
import { closed, id, moment, oneOf, Refusal, text } from './shapes.ts';

const passphrase = () => text(1024);
const address = () => text(254);
const isShared = () => Type.Boolean({ description: 'Appareil partagé : la session se ferme après 10 minutes sans activité.' });

const SessionsReply = closed({
  sessions: Type.Array(closed({ id: id(), isCurrent: Type.Boolean(), isShared: Type.Boolean(), startedAt: moment(), lastSeenAt: moment(), expiresAt: moment() })),
});
const MeReply = closed({
  person: id(), name: Type.String(), address: Type.String(),
  mandates: Type.Array(closed({
    id: id(), office: id(), role: Type.String(), certified: Type.Boolean(), validFrom: moment(), validTo: moment(), endedAt: Type.Union([moment(), Type.Null()]),
  })),
  roles: Type.Array(closed({ office: id(), tier: oneOf(officeTiers), role: oneOf(roles) }), { description: 'Ses mandats en cours.' }),
  statement: closed({ version: Type.Integer(), kind: Type.String(), validFrom: moment() }),
});

const ContactReply = closed({ mail: oneOf(mailChoices), isSent: Type.Boolean({ description: 'Ce service envoie des courriels.' }) });

const tags = ['personnes'];
const open = (act: string) => ({ policy: { act, who: 'anyone' } }) as const;
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;
const answers = { '4xx': Refusal, '5xx': Refusal };

/** Accounts and sessions, in the order in which a person meets them. */
export function peopleRoutes(app: App, core: Core): void {
  app.post('/api/people', {
    config: open('enrol'),
    schema: {
      tags, summary: 'Créer un compte et l’ouvrir', description: 'La réponse est la même pour une adresse connue et inconnue.',
      body: closed({ name: text(200), address: address(), passphrase: passphrase(), isShared: isShared() }), response: { 201: EnrolledReply, ...answers },
    },
  }, async (request, reply) => reply.code(201).send(enrolledReply(request, await enrol(core, { ...request.body, ip: request.ip }))));

  app.post('/api/sessions', {
    config: open('sign-in'),
    schema: {
      tags, summary: 'Se connecter', description: 'La réponse à un refus est la même pour une adresse connue et inconnue.',
      body: closed({ address: address(), passphrase: passphrase(), isShared: isShared() }), response: { 201: SignedInReply, ...answers },
    },
  }, async (request, reply) => reply.code(201).send(signedInReply(request, await signIn(core, { ...request.body, ip: request.ip }))));

  app.post('/api/session/token', {
    config: open('renew-token'),
    schema: {
      tags, summary: 'Obtenir un jeton de cinq minutes', description: 'Demande le seul en-tête Entente-Session ; le cookie ne suffit pas.',
      security: [{ session: [] }], body: closed({}), response: { 201: closed({ jwt: Type.String() }), ...answers },
    },
  }, async (request, reply) => reply.code(201).send({ jwt: issueToken(request, await bySecret(core, request)) }));

  app.get('/api/me', { config: own('read-own-account'), schema: { tags, summary: 'Son compte', response: { 200: MeReply, ...answers } } }, async (request) => {
    const [{ mandates, statement, ...profile }, inForce] = await Promise.all([me(core, request.session), ownRoles(core, request.session)]);

    return {
      ...profile,
      mandates: mandates.map(({ validFrom, validTo, endedAt, ...mandate }) => ({ ...mandate, ...iso({ validFrom, validTo }), endedAt: endedAt?.toISOString() ?? null })),
      roles: inForce,
      statement: { ...statement, validFrom: statement.validFrom.toISOString() },
    };
  });

  app.get('/api/me/contact', { config: own('read-own-account'), schema: { tags, summary: 'Comment le service peut vous écrire', response: { 200: ContactReply, ...answers } } }, (request) => ownContact(core, request.session));

  app.post('/api/me/contact', {
    config: own('choose-contact'),
    schema: { tags, summary: 'Choisir des courriels neutres, ou aucun', body: closed({ mail: oneOf(mailChoices) }), response: { 200: ContactReply, ...answers } },
  }, (request) => chooseContact(core, request.session, request.body.mail));

  app.get('/api/sessions', { config: own('list-sessions'), schema: { tags, summary: 'Ses sessions ouvertes', response: { 200: SessionsReply, ...answers } } }, async (request) => ({
    sessions: (await listSessions(core, request.session)).map(({ startedAt, lastSeenAt, expiresAt, ...row }) => ({ ...row, ...iso({ startedAt, lastSeenAt, expiresAt }) })),
  }));

  app.delete('/api/sessions', { config: own('revoke-sessions'), schema: { tags, summary: 'Fermer toutes ses autres sessions', response: { 204: Type.Null(), ...answers } } }, async (request, reply) => {
    await revokeOthers(core, request.session);

    return reply.code(204).send(null);
  });

  app.delete('/api/sessions/:id', {
    config: own('revoke-session'), schema: { tags, summary: 'Fermer une de ses sessions', params: closed({ id: id() }), response: { 204: Type.Null(), ...answers } },
  }, async (request, reply) => {
    await revokeSession(core, request.session, request.params.id);

    return reply.code(204).send(null);
  });

  app.delete('/api/session', { config: own('sign-out'), schema: { tags, summary: 'Se déconnecter', response: { 204: Type.Null(), ...answers } } }, async (request, reply) => {
    await signOut(core, request.session);

    return reply.code(204).send(null);
  });

  app.post('/api/passphrase', {
    config: own('change-passphrase'),
    schema: {
      tags, summary: 'Changer sa phrase secrète', description: 'Ferme les autres sessions.',
      body: closed({ current: passphrase(), passphrase: passphrase() }), response: { 204: Type.Null(), ...answers },
    },
  }, async (request, reply) => {
    await changePassphrase(core, request.session, request.body);

    return reply.code(204).send(null);
  });

  app.post('/api/recoveries', {
    config: open('recover'),
    schema: {
      tags, summary: 'Récupérer son compte avec le code de secours', description: 'Ferme toutes les sessions ; un nouveau code est remis.',
      body: closed({ address: address(), code: text(80), passphrase: passphrase(), isShared: isShared() }), response: { 201: EnrolledReply, ...answers },
    },
  }, async (request, reply) => reply.code(201).send(enrolledReply(request, await recover(core, { ...request.body, ip: request.ip }))));

  app.post('/api/keys', {
    config: own('renew-keys'),
    schema: {
      tags, summary: 'Renouveler ses clés', description: 'Ferme toutes les sessions, en ouvre une nouvelle et remet un nouveau code de secours.',
      body: closed({ passphrase: passphrase() }), response: { 201: EnrolledReply, ...answers },
    },
  }, async (request, reply) => reply.code(201).send(enrolledReply(request, await renewKeys(core, request.session, request.body))));
}

function iso<Names extends string>(dates: Record<Names, Date>): Record<Names, string> {
  return Object.fromEntries(Object.entries<Date>(dates).map(([name, date]) => [name, date.toISOString()])) as Record<Names, string>;
}
