import type { Deps } from '../deps.ts';
import type { App } from '../instance.ts';
import { openapiRoute } from '../plugins/openapi.ts';
import { authenticate } from '../plugins/session.ts';
import { caseRoutes } from './case-routes.ts';
import { peopleRoutes } from './people-routes.ts';

/** The JSON skin: one line per family of deeds, in the order of a case's life. */
export async function apiRoutes(app: App, { core, config }: Deps): Promise<void> {
  openapiRoute(app);
  if (!core) return;

  peopleRoutes(app, core);
  caseRoutes(app, core, authenticate(core, config));
}
