import type { Deps } from '../deps.ts';
import type { App } from '../instance.ts';
import { strictForms } from '../plugins/form.ts';
import { absences } from './absences.tsx';
import { account } from './account.tsx';
import { administration } from './administration.tsx';
import { caseList } from './case-list.tsx';
import { casePages } from './case-pages.tsx';
import { downloads } from './downloads.ts';
import { exchanges } from './exchanges.tsx';
import { filing } from './filing.tsx';
import { institution } from './institution.tsx';
import { leaving } from './leaving.tsx';
import { invitation } from './invitation.tsx';
import { paperRequest } from './paper-request.tsx';
import { national } from './national.tsx';
import { partyPages } from './party-pages.tsx';
import { publicPages } from './public-pages.tsx';
import { search } from './search.tsx';
import { schemes } from './schemes.tsx';
import { signingIn } from './signing-in.tsx';
import { siteOf } from './site.ts';
import { sittings } from './sittings.tsx';
import { week } from './week.tsx';

/** The pages: one line per family, over the same deeds as the API. */
export async function webRoutes(app: App, { core, config }: Deps): Promise<void> {
  await strictForms(app);
  if (!core) return;

  const site = siteOf(core, config);
  publicPages(app, site);
  filing(app, site);
  signingIn(app, site);
  caseList(app, site);
  week(app, site);
  absences(app, site);
  search(app, site);
  national(app, site);
  sittings(app, site);
  institution(app, site);
  casePages(app, site);
  leaving(app, site);
  await app.register((scope) => downloads(scope, site));
  await app.register((scope) => paperRequest(scope, site));
  partyPages(app, site);
  exchanges(app, site);
  invitation(app, site);
  account(app, site);
  schemes(app, site);
  administration(app, site);
}
