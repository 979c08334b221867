import type { Deps } from '../deps.ts';
import type { App } from '../instance.ts';
import { strictForms } from '../plugins/form.ts';

/** The pages: one line per page, over the same deeds as the API. */
export async function webRoutes(app: App, _deps: Deps): Promise<void> {
  await strictForms(app);
}
