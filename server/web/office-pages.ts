import type { CasePage } from './case-page.ts';
import { agreementPage } from './pages/office/agreement.tsx';
import { caucusPage } from './pages/office/caucus.tsx';
import { committeePage } from './pages/office/committee.tsx';
import { dispatchesPage, letterPage } from './pages/office/dispatches.tsx';
import { officeDocumentsPage } from './pages/documents.tsx';
import { exchangesPage } from './pages/office/exchanges.tsx';
import { historyPage } from './pages/office/history.tsx';
import { meetingsPage } from './pages/office/meetings.tsx';
import { overviewPage } from './pages/office/overview.tsx';
import { partiesPage } from './pages/office/parties.tsx';
import { officePapersPage } from './pages/papers.tsx';
import { requestPage } from './pages/office/request.tsx';
import { notesPage, roomPage, workspacePage } from './pages/office/shared-places.tsx';

/** The pages of a case for those who run it, in the order of their tabs; each opens only what it shows. */
export const officePages: readonly CasePage[] = [
  overviewPage, requestPage, partiesPage, exchangesPage, caucusPage, roomPage, workspacePage, notesPage, meetingsPage, committeePage, agreementPage, officeDocumentsPage, officePapersPage, dispatchesPage, letterPage, historyPage,
];
