import type { Deps } from '../deps.ts';
import type { App } from '../instance.ts';
import { openapiRoute } from '../plugins/openapi.ts';
import { authenticate } from '../plugins/session.ts';
import { caseRoutes } from './case-routes.ts';
import { chargeRoutes } from './charge-routes.ts';
import { committeeRoutes } from './committee-routes.ts';
import { courseRoutes } from './course-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { directoryRoutes } from './directory-routes.ts';
import { endingRoutes } from './ending-routes.ts';
import { institutionRoutes } from './institution-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { localRoutes } from './local-routes.ts';
import { mediationRoutes } from './mediation-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { partyRoutes } from './party-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { referralRoutes } from './referral-routes.ts';
import { runningRoutes } from './running-routes.ts';
import { schemeRoutes } from './scheme-routes.ts';
import { settingRoutes } from './setting-routes.ts';
import { sittingRoutes } from './sitting-routes.ts';

/** The JSON skin: one line per family of deeds, in the order of a case's life. */
export async function apiRoutes(app: App, { core, config }: Deps): Promise<void> {
  openapiRoute(app);
  if (!core) return;

  peopleRoutes(app, core);
  officeRoutes(app, core);
  directoryRoutes(app, core);
  schemeRoutes(app, core);
  settingRoutes(app, core);
  draftRoutes(app, core);
  caseRoutes(app, core, authenticate(core, config));
  runningRoutes(app, core);
  chargeRoutes(app, core);
  localRoutes(app, core);
  partyRoutes(app, core);
  paperRoutes(app, core);
  committeeRoutes(app, core);
  sittingRoutes(app, core);
  mediationRoutes(app, core);
  courseRoutes(app, core);
  endingRoutes(app, core);
  referralRoutes(app, core);
  institutionRoutes(app, core);
  await app.register((scope) => documentRoutes(scope, core));
}
