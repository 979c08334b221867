import type { Refusal } from '../policies/decide.ts';
import type { Guard } from '../policies/vocabulary.ts';
import { Problem, type ProblemCode } from './problems.ts';

/** A refusal of the charter as an answer: out of reach is 404, another state or a suspension 409, a guard 422 naming the missing fact. */
export function refused(why: Refusal): Problem {
  if (why === 'out-of-reach') return new Problem('not-found');
  if (why === 'wrong-state' || why === 'referral-pending' || why === 'suspended') return new Problem(why);

  return new Problem(guardProblems[why], { missing: why });
}

const guardProblems: Readonly<Record<Guard, ProblemCode>> = {
  'purpose-set': 'purpose-missing',
  'person-in-scope': 'person-out-of-scope',
  'no-open-exclusion': 'exclusion-open',
  'prior-step-evidenced-or-waived': 'prior-step-missing',
  'referrer-competent': 'referrer-not-competent',
  'territory-matches': 'territory-mismatch',
  acknowledged: 'acknowledgement-missing',
  'notices-computed': 'notices-missing',
  'body-examined': 'body-not-examined',
  'all-consents': 'consents-missing',
  'one-certified-mediator': 'certification-missing',
  'challenge-closed-or-used': 'challenge-window-open',
  'undertakings-valid': 'undertaking-missing',
  'no-conflict-declared': 'conflict-declared',
  'litigation-reviewed': 'litigation-not-reviewed',
  'agreement-signed-by-all': 'signatures-missing',
  'regional-not-succeeded': 'regional-not-ended',
  'object-agreed': 'object-not-agreed',
  'taken-in-charge': 'not-in-charge',
  declared: 'declaration-missing',
  'reflection-elapsed': 'reflection-running',
  'challenge-unused': 'challenge-used',
  'two-holders': 'two-holders',
  'two-parties-left': 'parties-missing',
  'companions-committed': 'commitment-missing',
  present: 'absence-running',
  'reasons-given': 'reasons-missing',
  cosigned: 'cosigner-missing',
  'document-shareable': 'document-not-shareable',
};
