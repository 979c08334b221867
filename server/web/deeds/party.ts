import type { DeedPage } from '../deed-page.tsx';
import { agreePage } from './agree.tsx';
import { agreeObjectPage } from './agree-object.tsx';
import { attachAttestationPage } from './attach-attestation.tsx';
import { carryAccountPage } from './carry-account.tsx';
import { challengePage } from './challenge.ts';
import { changeContactPage } from './change-contact.ts';
import { completePage } from './complete.ts';
import { consentPage } from './consent.tsx';
import { contestEntryPage } from './contest-entry.ts';
import { declareLitigationPage } from './declare-litigation.ts';
import { extendPage } from './extend.tsx';
import { nameCompanionPage } from './name-companion.ts';
import { refusePage } from './refuse.tsx';
import { settlePage } from './settle.tsx';
import { signAgreementPage } from './sign-agreement.tsx';
import { takeBackCompanionPage } from './take-back-companion.ts';
import { waiveChallengePage } from './waive-challenge.ts';
import { withdrawPage } from './withdraw.tsx';
import { withdrawRequestPage } from './withdraw-request.tsx';

/** Deeds of a party, in the order of a case's course; those that end it come last. */
export const partyDeedPages: readonly DeedPage[] = [
  completePage, changeContactPage, attachAttestationPage, carryAccountPage, agreeObjectPage, consentPage, agreePage, challengePage, waiveChallengePage,
  signAgreementPage, settlePage, extendPage, nameCompanionPage, takeBackCompanionPage, declareLitigationPage, refusePage, withdrawRequestPage, withdrawPage, contestEntryPage,
];
