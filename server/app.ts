import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import { apiRoutes } from './api/routes.ts';
import type { Deps } from './deps.ts';
import { health } from './health.ts';
import type { App } from './instance.ts';
import { guard } from './plugins/guard.ts';
import { idempotency } from './plugins/idempotency.ts';
import { bodyLimit, strictJson } from './plugins/json.ts';
import { logging, requestLine } from './plugins/logging.ts';
import { openapi } from './plugins/openapi.ts';
import { frameworkProblem, problemAnswers } from './plugins/problems.ts';
import { security, timeLimits } from './plugins/security.ts';
import { authenticate, session, who } from './plugins/session.ts';
import { tokens } from './plugins/tokens.ts';
import { validatorOptions } from './plugins/validation.ts';
import { hkdf } from './vault/hkdf.ts';
import { problemPage } from './web/problem-page.tsx';
import { webRoutes } from './web/routes.ts';

/** The whole service, not yet listening. Plugins act on a request in the order they stand here. */
export async function build(deps: Deps): Promise<App> {
  const { config, clock, secrets, database } = deps;
  const app: App = fastify({
    ...logging({ level: config.logLevel, stream: deps.logStream }),
    ...timeLimits,
    bodyLimit,
    ajv: validatorOptions,
    trustProxy: config.trustProxy.length > 0 && [...config.trustProxy],
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    frameworkErrors: frameworkProblem,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();

  requestLine(app);
  problemAnswers(app, { page: deps.problemPage ?? problemPage(deps), count: deps.count });
  await security(app, config);
  strictJson(app);
  await tokens(app, { seed: secrets.tokenSeed, deployment: secrets.deployment.id });
  await session(app, config);
  guard(app, deps.core ? authenticate(deps.core, config) : deps.authenticate);
  idempotency(app, {
    database,
    clock,
    secret: hkdf(secrets.directoryKey, new Uint8Array(0), 'idempotency', 32),
    who: deps.who ?? who,
  });
  await openapi(app);

  health(app, deps.probes);
  await app.register(async (api) => apiRoutes(api, deps));
  await app.register(async (web) => webRoutes(web, deps));

  return app;
}
