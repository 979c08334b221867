import type { DeedPage } from '../deed-page.tsx';
import { attestPage } from './attest.ts';
import { endWithoutResultPage } from './end-without-result.ts';
import { inviteLocallyPage } from './invite-locally.ts';
import { meetPage } from './meet.ts';
import { offerProposalPage } from './offer-proposal.ts';
import { orientPage } from './orient.ts';
import { proposeConciliationPage } from './propose-conciliation.ts';
import { writeLocalObjectPage } from './write-local-object.ts';

/** Deeds of a conciliator, in the order of a conciliation; taking charge and leaving are every office's. */
export const localDeeds: readonly DeedPage[] = [
  writeLocalObjectPage, proposeConciliationPage, inviteLocallyPage, meetPage, offerProposalPage, endWithoutResultPage, attestPage, orientPage,
];
