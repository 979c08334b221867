import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Core, Session } from '../core.ts';
import type { App } from '../instance.ts';
import { resumeSession, type Device, type Resumed } from '../people/resume-session.ts';
import { Problem } from '../problems.ts';
import { toBase64url } from '../vault/bytes.ts';
import type { Authenticate } from './guard.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in. Reading it throws Problem `signed-out` when nobody is. */
    session: Session;
    /** Where they are signed in, in the same way. */
    device: Device;
  }
}

type Site = Pick<Config, 'origin' | 'secure'>;

const resumed = new WeakMap<FastifyRequest, Resumed>();

/** Reads cookies and gives every request its `session`; `authenticate` fills it. Register it before the guard. */
export async function session(app: App, site: Site): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('session', { getter: sessionOf });
  app.decorateRequest('device', { getter: deviceOf });
  if (isPlainLocal(site)) app.log.warn('plain HTTP on localhost: the session cookie is neither Secure nor __Host-');
}

/**
 * Finds who is signed in, from the database, at every request. A page takes the cookie alone. The API takes the session's
 * secret (`Entente-Session` or the cookie) and a token of ours that names the same session: a cookie, which a browser
 * sends by itself, is not enough.
 * @throws Problem `signed-out`
 */
export function authenticate(core: Core, site: Site): Authenticate {
  return async (request) => {
    const isApi = request.routeOptions.url?.startsWith('/api/') ?? true;
    const claims = isApi ? request.server.tokens.verify(request) : null;
    const found = await resume(core, (isApi ? headerToken(request) : undefined) ?? request.cookies[cookieName(site)]);
    if (claims && claims.sid !== toBase64url(found.session.idHash)) throw new Problem('signed-out');

    resumed.set(request, found);
  };
}

/** The session of the `Entente-Session` header alone, for the one route that gives a token. Throws Problem `signed-out`. */
export async function bySecret(core: Core, request: FastifyRequest): Promise<Session> {
  return (await resume(core, headerToken(request))).session;
}

/** The session of a page that anyone may open, if there is one. */
export async function visitorSession(core: Core, site: Site, request: FastifyRequest): Promise<Session | null> {
  const known = resumed.get(request);
  if (known) return known.session;
  // Refused before its cookies were read, a request has none.
  const token = (request.cookies as FastifyRequest['cookies'] | null)?.[cookieName(site)];

  return token === undefined ? null : ((await resumeSession(core, token))?.session ?? null);
}

/** Id of the person signed in, or null. */
export function who(request: FastifyRequest): string | null {
  return resumed.get(request)?.session.person ?? null;
}

/** A token for the API, five minutes long. */
export function issueToken(request: FastifyRequest, { idHash }: Pick<Session, 'idHash'>): string {
  return request.server.tokens.issue(toBase64url(idHash));
}

/** Ends with the browser, whatever the session's own term. */
export function giveCookie(reply: FastifyReply, site: Site, token: string): void {
  reply.setCookie(cookieName(site), token, cookieOptions(site));
}

export function takeCookie(reply: FastifyReply, site: Site): void {
  reply.clearCookie(cookieName(site), cookieOptions(site));
}

/** `__Host-` needs Secure, which browsers refuse over plain HTTP: on localhost only, a plainer name stands in. */
export function cookieName(site: Site): string {
  return isPlainLocal(site) ? 'entente' : '__Host-entente';
}

function cookieOptions(site: Site) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: !isPlainLocal(site) } as const;
}

function isPlainLocal({ origin, secure }: Site): boolean {
  return !secure && /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
}

async function resume(core: Core, token: string | undefined): Promise<Resumed> {
  const found = token === undefined ? null : await resumeSession(core, token);
  if (!found) throw new Problem('signed-out');

  return found;
}

function headerToken({ headers }: FastifyRequest): string | undefined {
  const given = headers['entente-session'];

  return typeof given === 'string' ? given : undefined;
}

function sessionOf(this: FastifyRequest): Session {
  return ofRequest(this).session;
}

function deviceOf(this: FastifyRequest): Device {
  return ofRequest(this).device;
}

function ofRequest(request: FastifyRequest): Resumed {
  const found = resumed.get(request);
  if (!found) throw new Problem('signed-out');

  return found;
}
