import type { FastifyRequest, FastifySchema, RouteOptions } from 'fastify';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';

/** What a route declares to exist at all. */
export type RoutePolicy = Readonly<{
  /** The deed of the charter, or a house word such as `health`, that says what the route is for. */
  act: string;
  /** `session`: answered 401 to whoever is not signed in. */
  who: 'anyone' | 'session';
  /** Kinds of compartment whose content the answer may carry. */
  reads?: readonly string[];
  /** Only fixed assets: everything else is never stored by a browser or a proxy. */
  cacheable?: true;
}>;

export type Routed = Readonly<{ method: string; url: string; policy: RoutePolicy; schema: FastifySchema }>;

/** Finds who is signed in and throws `signed-out` when nobody is. Given by the session plugin. */
export type Authenticate = (request: FastifyRequest) => Promise<void>;

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: RoutePolicy;
  }
  interface FastifyInstance {
    /** Every route with its policy, for tests that walk them. */
    routed: Routed[];
  }
}

/** Closed by default: a route without a policy does not boot, and one that asks for a session is answered 401 without it. */
export function guard(app: App, authenticate: Authenticate = nobody): void {
  const routed: Routed[] = [];
  app.decorate('routed', routed);

  app.addHook('onRoute', (route) => {
    const policy = declared(route);
    for (const method of [route.method].flat()) routed.push({ method, url: route.url, policy, schema: route.schema ?? {} });
  });

  const admit = async (request: FastifyRequest) => {
    if (request.is404 || request.routeOptions.config.policy?.who === 'anyone') return;

    await authenticate(request);
  };
  app.addHook('onRequest', async (request) => (isForm(request) ? undefined : admit(request)));
  app.addHook('preValidation', async (request) => (isForm(request) ? admit(request) : undefined));
}

/** The form of a page is read before anybody is told that they are signed out: what they wrote is given back to them. */
function isForm({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

function declared({ method, url, config }: RouteOptions): RoutePolicy {
  const policy = config?.policy;
  if (!policy || policy.act === '') throw new Error(`${[method].flat().join(',')} ${url} declares no policy: give it config.policy with act and who.`);

  return policy;
}

async function nobody(): Promise<never> {
  throw new Problem('signed-out');
}
