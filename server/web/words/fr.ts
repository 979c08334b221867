import { choices } from './fr/choices.ts';
import { casePage } from './fr/case.ts';
import { deeds } from './fr/deeds.ts';
import { home, recovery, signIn, signOut, talk, urgence } from './fr/entry.ts';
import { filing } from './fr/filing.ts';
import { filingErrors, unreadableAnswer } from './fr/filing-errors.ts';
import { components, layout } from './fr/layout.ts';
import { office } from './fr/office.ts';
import { problems } from './fr/problems.ts';
import { accessibility, cases, receipt } from './fr/signed-in.ts';

/** Every French word the pages show. A test holds the typography: ’ and no-break spaces before ; : ! ? and inside « ». */
export const fr = {
  layout,
  components,
  choices,
  home,
  talk,
  urgence,
  signIn,
  recovery,
  signOut,
  filing,
  filingErrors,
  unreadableAnswer,
  receipt,
  cases,
  casePage,
  deeds,
  office,
  accessibility,
  problems,
};
