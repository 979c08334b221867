import type { DeedPage } from '../deed-page.tsx';
import { acknowledgePage } from './acknowledge.ts';
import { attestObjectPage } from './attest-object.tsx';
import { beginPage } from './begin.ts';
import { closePage } from './close.ts';
import { convenePage } from './convene.ts';
import { decideHeldNoticePage } from './decide-held-notice.ts';
import { decideNotToOpenPage } from './decide-not-to-open.ts';
import { decideToOpenPage } from './decide-to-open.ts';
import { designatePage } from './designate.ts';
import { endWithoutAgreementPage } from './end-without-agreement.ts';
import { enterConsentPage } from './enter-consent.ts';
import { enterRefusalPage } from './enter-refusal.ts';
import { enterSignaturePage } from './enter-signature.ts';
import { enterWithdrawalPage } from './enter-withdrawal.ts';
import { evaluatePage } from './evaluate.ts';
import { invitePage } from './invite.tsx';
import { inviteAuthorPage } from './invite-author.tsx';
import { openRoomPage } from './open-room.ts';
import { proposeAgreementPage } from './propose-agreement.ts';
import { recordInterviewPage, recordPlenaryPage } from './record-meeting.ts';
import { recordPostingPage } from './record-posting.ts';
import { recusePage } from './recuse.tsx';
import { referUpPage } from './refer-up.tsx';
import { reviewLitigationPage } from './review-litigation.ts';
import { seatPage } from './seat.tsx';
import { sendNoticesPage } from './send-notices.tsx';
import { shareDocumentPage } from './share-document.ts';
import { takeChargePage } from './take-charge.ts';
import { transmitPage } from './transmit.tsx';
import { writeObjectPage } from './write-object.tsx';
import { writeSummaryPage } from './write-summary.ts';

/** Deeds of the mediator in charge, of delegates and of the secretary, in the order of a case's course. */
export const officeDeeds: readonly DeedPage[] = [
  acknowledgePage, takeChargePage, reviewLitigationPage, writeObjectPage, sendNoticesPage, convenePage, seatPage, writeSummaryPage, decideToOpenPage, decideNotToOpenPage, invitePage,
  designatePage, beginPage, openRoomPage, recordInterviewPage, recordPlenaryPage, proposeAgreementPage, endWithoutAgreementPage, transmitPage, evaluatePage, closePage, referUpPage, recusePage,
  enterConsentPage, enterRefusalPage, enterSignaturePage, enterWithdrawalPage, inviteAuthorPage, attestObjectPage, recordPostingPage, decideHeldNoticePage, shareDocumentPage,
];
