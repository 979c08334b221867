import type { Deps } from '../deps.ts';
import type { App } from '../instance.ts';
import { strictForms } from '../plugins/form.ts';
import { casePages } from './case-pages.tsx';
import { filing } from './filing.tsx';
import { publicPages } from './public-pages.tsx';
import { signingIn } from './signing-in.tsx';
import { siteOf } from './site.ts';
import { week } from './week.tsx';

/** The pages: one line per family, over the same deeds as the API. */
export async function webRoutes(app: App, { core, config }: Deps): Promise<void> {
  await strictForms(app);
  if (!core) return;

  const site = siteOf(core, config);
  publicPages(app, site);
  filing(app, site);
  signingIn(app, site);
  week(app, site);
  casePages(app, site);
}
