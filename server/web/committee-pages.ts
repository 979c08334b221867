import type { CasePage } from './case-page.ts';
import { memberDecision } from './pages/committee/decision.tsx';
import { isMember } from './pages/committee/member.ts';
import { memberOverview } from './pages/committee/overview.tsx';
import { memberSummary } from './pages/committee/summary.tsx';
import { notesPage } from './pages/office/shared-places.tsx';

/** The pages of a case for a member called to sit on it, in the order of their tabs. */
export const committeePages: readonly CasePage[] = [memberOverview, memberSummary, { ...notesPage, isFor: isMember }, memberDecision];
