import type { App } from '../instance.ts';
import { checkRoutes } from './filing/check.tsx';
import { draftPages } from './filing/drafts.tsx';
import { receiptRoutes } from './filing/receipts.tsx';
import { startRoutes } from './filing/start.tsx';
import { stepRoutes } from './filing/steps.tsx';
import type { Site } from './site.ts';

/** The journey of a person who files, in its order. */
export function filing(app: App, site: Site): void {
  startRoutes(app, site);
  stepRoutes(app, site);
  draftPages(app, site);
  checkRoutes(app, site);
  receiptRoutes(app, site);
}
