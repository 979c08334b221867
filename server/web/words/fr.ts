import { absences } from './fr/absences.ts';
import { account } from './fr/account.ts';
import { administration, schemes } from './fr/administration.ts';
import { choices } from './fr/choices.ts';
import { casePage } from './fr/case.ts';
import { committee } from './fr/committee.ts';
import { deeds } from './fr/deeds.ts';
import { home, orientation, pause, recovery, signIn, signOut, talk, urgence } from './fr/entry.ts';
import { due, exchanges, ownAgreement, ownMeetings, ownRequest, partyCase, partyCases, said, timeline } from './fr/party.ts';
import { partyAsks } from './fr/party-deeds.ts';
import { forms, type FormWords } from './fr/forms.ts';
import { filing } from './fr/filing.ts';
import { filingErrors, unreadableAnswer } from './fr/filing-errors.ts';
import { invitation } from './fr/invitation.ts';
import { institution } from './fr/institution.ts';
import { components, layout } from './fr/layout.ts';
import { national } from './fr/national.ts';
import { legal } from './fr/legal.ts';
import { local } from './fr/local.ts';
import { ownFile } from './fr/own-file.ts';
import { office } from './fr/office.ts';
import { documents } from './fr/documents.ts';
import { paper } from './fr/paper.ts';
import { problems } from './fr/problems.ts';
import { accessibility, receipt, signalReceipt } from './fr/signed-in.ts';
import { turns } from './fr/turns.ts';
import { sittings } from './fr/sittings.ts';

/** Every French word the pages show. A test holds the typography: ’ and no-break spaces before ; : ! ? and inside « ». */
export const fr = {
  layout,
  components,
  choices,
  home,
  orientation,
  pause,
  talk,
  urgence,
  signIn,
  recovery,
  signOut,
  filing,
  filingErrors,
  unreadableAnswer,
  receipt,
  signalReceipt,
  casePage,
  committee,
  deeds,
  partyAsks,
  partyCases,
  due,
  partyCase,
  timeline,
  ownRequest,
  exchanges,
  said,
  ownMeetings,
  ownAgreement,
  invitation,
  institution,
  absences,
  account,
  office,
  national,
  sittings,
  local,
  legal,
  administration,
  schemes,
  forms: forms as Record<keyof typeof forms, FormWords>,
  formBack: 'Revenir',
  accessibility,
  ownFile,
  documents,
  paper,
  problems,
  turns,
};
