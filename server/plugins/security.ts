import helmet from '@fastify/helmet';
import type { FastifyHttpOptions, FastifyRequest, RawServerDefault } from 'fastify';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';

/** Milliseconds. What carries a document either way may last a quarter of an hour: 20 MB from a slow ward. */
export const documentTimeout = 15 * 60_000;

/**
 * Milliseconds. The head of a request arrives within 30 s; the request arrives and is answered within 60 s, or it ends,
 * except where a route carries a document.
 */
export const timeLimits = {
  connectionTimeout: 70_000,
  requestTimeout: documentTimeout,
  http: { headersTimeout: 30_000 },
  handlerTimeout: 60_000,
  keepAliveTimeout: 72_000,
} satisfies FastifyHttpOptions<RawServerDefault>;

/** Milliseconds. A sender who is answered midway has so long to read the answer and stop; then the connection ends. */
const patience = 5_000;

type Origin = Readonly<{ origin: string; secure: boolean }>;

/** Headers every answer carries, and the one check made before anything is looked up. */
export async function security(app: App, own: Origin): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    // Not `no-referrer`: under it browsers send `Origin: null` with our own forms, and those without Fetch Metadata could not be told from an attack.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: own.secure && { maxAge: 63_072_000, includeSubDomains: true },
    frameguard: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });

  app.addHook('onRequest', async (request) => refuseCrossSite(request, own));

  app.addHook('onSend', async (request, reply) => {
    if (!request.routeOptions.config.policy?.cacheable) reply.header('cache-control', 'no-store');
  });

  // Otherwise a body sent a byte at a time would hold its connection for as long as a document may last.
  app.addHook('onResponse', async ({ raw }) => {
    if (!raw.complete) setTimeout(() => raw.complete || raw.destroy(), patience).unref();
  });
}

const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  // Autosave and signing out at once, to our own origin.
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Fetch Metadata where the browser sends it, else the Origin. A request with neither comes from a program, which holds no cookie
 * it was not given on purpose.
 */
function refuseCrossSite({ method, headers }: FastifyRequest, own: Origin): void {
  if (harmless.has(method)) return;

  const site = headers['sec-fetch-site'];
  if (site === undefined ? isOwn(headers.origin, headers.host, own) : site === 'same-origin' || site === 'none') return;

  throw new Problem('cross-site');
}

function isOwn(origin: string | undefined, host: string | undefined, own: Origin): boolean {
  if (origin === undefined || origin === own.origin) return true;

  return host !== undefined && origin === `${own.secure ? 'https' : 'http'}://${host}`;
}
