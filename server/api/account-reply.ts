import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Enrolled } from '../people/enrol.ts';
import type { SignedIn } from '../people/open-session.ts';
import { issueToken } from '../plugins/session.ts';
import { closed, id, moment } from './shapes.ts';

const signedIn = { person: id(), token: Type.String(), jwt: Type.String(), expiresAt: moment() };

export const SignedInReply = closed(signedIn);
export const EnrolledReply = closed({ ...signedIn, recoveryCode: Type.String({ description: 'Code de secours, montré cette seule fois.' }) });

/** What a client needs to go on: the session's token, and a first token for the API. Never the session, which holds keys. */
export function signedInReply(request: FastifyRequest, { person, token, expiresAt, session }: SignedIn) {
  return { person, token, jwt: issueToken(request, session), expiresAt: expiresAt.toISOString() };
}

export function enrolledReply(request: FastifyRequest, enrolled: Enrolled) {
  return { ...signedInReply(request, enrolled), recoveryCode: enrolled.recoveryCode };
}
