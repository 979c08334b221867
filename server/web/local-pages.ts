import type { CasePage } from './case-page.ts';
import { attestationPage } from './pages/local/attestation.tsx';
import { conciliationPage } from './pages/local/conciliation.tsx';
import { localExchangesPage } from './pages/local/exchanges.tsx';
import { localPartiesPage } from './pages/local/parties.tsx';
import { isOfScheme, ofSchemeWho } from './pages/local/who.ts';
import { caucusPage } from './pages/office/caucus.tsx';
import { historyPage } from './pages/office/history.tsx';
import { overviewPage } from './pages/office/overview.tsx';
import { requestPage } from './pages/office/request.tsx';
import { notesPage } from './pages/office/shared-places.tsx';

/** The pages of a conciliation for whoever runs it: those of a mediation where they are the same, and its own. */
export const localPages: readonly CasePage[] = [
  { ...overviewPage, isFor: isOfScheme },
  { ...requestPage, isFor: ofSchemeWho('request', 'in-charge', 'stand-in') },
  localPartiesPage,
  localExchangesPage,
  { ...caucusPage, isFor: ofSchemeWho('in-charge', 'stand-in') },
  conciliationPage,
  { ...notesPage, isFor: ofSchemeWho('presiding', 'in-charge') },
  attestationPage,
  { ...historyPage, isFor: ofSchemeWho('in-charge') },
];
