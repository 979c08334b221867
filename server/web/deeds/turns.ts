import type { DeedPage } from '../deed-page.tsx';
import { agreeInPartPage } from './agree-in-part.ts';
import { closeUnansweredPage } from './close-unanswered.ts';
import { continueWithoutPage } from './continue-without.ts';
import { declareInadmissiblePage } from './declare-inadmissible.ts';
import { acceptHandOverPage, declineHandOverPage, offerHandOverPage, withdrawHandOverPage } from './hand-over.ts';
import { joinPage } from './join.tsx';
import { proposeExtensionPage } from './propose-extension.tsx';
import { recordCommitmentPage } from './record-commitment.ts';
import { redirectPage } from './redirect.ts';
import { resumePage } from './resume.ts';
import { reviewPriorStepPage } from './review-prior-step.tsx';
import { settleByInterventionPage } from './settle-by-intervention.ts';

/** What turns the course of a case, for those who run it: other ends, a suspension's end, a hand-over, another request. */
export const turnDeedPages: readonly DeedPage[] = [
  acceptHandOverPage, declineHandOverPage, resumePage, reviewPriorStepPage, recordCommitmentPage, proposeExtensionPage, agreeInPartPage, continueWithoutPage, closeUnansweredPage,
  joinPage, redirectPage, declareInadmissiblePage, settleByInterventionPage, offerHandOverPage, withdrawHandOverPage,
];
