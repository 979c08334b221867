/** Coded answers: how a case ended, and why somebody was answered as they were. Lists are ours [I] unless an article says more. */

export const outcomes = [
  'agreement_signed',
  'partial_agreement',
  'intervention',
  'party_refused',
  'no_answer',
  'party_withdrew',
  'desisted',
  'out_of_scope',
  'excluded_procedure_pending',
  'prior_step_missing',
  'not_opened',
  'no_agreement',
  'three_months_elapsed',
  'court_action',
  'ended_by_mediator',
  'transferred',
  'joined',
] as const;
export type Outcome = (typeof outcomes)[number];

export const followUpOutcomes = ['kept', 'partly_kept', 'not_kept'] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** Where a conciliator orients somebody whose situation is not for conciliation. */
export const orientationReasons = ['human-resources', 'occupational-health', 'disciplinary-route', 'harassment-line', 'police-or-justice'] as const;
export type OrientationReason = (typeof orientationReasons)[number];

/** Where a request goes that is not for this office: a conciliator's reasons, then a mediator's. */
export const redirectReasons = [
  ...orientationReasons,
  'person-out-of-scope',
  'establishment-out-of-scope',
  'patients-or-families',
  'other-territory',
  'prior-step-first',
  'regional-route-first',
] as const;
export type RedirectReason = (typeof redirectReasons)[number];

/** What settled a situation without a mediation: counted apart from mediations (domain 5 [P]). */
export const interventions = ['advice', 'contact', 'other-help'] as const;
export type Intervention = (typeof interventions)[number];

/** What the mediator makes of a court action or a procedure that a party has declared. Ch 9 [C]; effect [I]. */
export const litigationOutcomes = ['continue', 'suspend', 'close'] as const;
export type LitigationOutcome = (typeof litigationOutcomes)[number];

/** Guards G1 to G5. */
export const inadmissibleReasons = [
  'purpose-not-set',
  'person-out-of-scope',
  'open-exclusion',
  'prior-step-missing',
  'referrer-not-competent',
] as const;
export type InadmissibleReason = (typeof inadmissibleReasons)[number];

/** Under which outcome a request that was not admitted is counted. */
export const outcomeOfInadmissible: Record<InadmissibleReason, Outcome> = {
  'purpose-not-set': 'out_of_scope',
  'person-out-of-scope': 'out_of_scope',
  'open-exclusion': 'excluded_procedure_pending',
  'prior-step-missing': 'prior_step_missing',
  'referrer-not-competent': 'out_of_scope',
};

export const notOpenedReasons = [
  'advice-was-enough',
  'another-route-fits',
  'not-suited-to-mediation',
  'imbalance-between-parties',
  'situation-changed',
] as const;
export type NotOpenedReason = (typeof notOpenedReasons)[number];

export const endReasons = ['no-agreement', 'three-months-elapsed', 'imbalance-or-safety', 'loss-of-impartiality'] as const;
export type EndReason = (typeof endReasons)[number];

/** Why the regional mediator refers, once the regional examination has not succeeded. D art. 10 [L]; codes [I]. */
export const referralGrounds = [
  'no-agreement-reached',
  'refused-by-a-party',
  'withdrawn-by-a-party',
  'not-opened-regionally',
  'regional-means-exhausted',
  'impartiality',
  'ministerial-help-needed',
] as const;
export type ReferralGround = (typeof referralGrounds)[number];

/** Why the national mediator gives a referral back. */
export const returnReasons = [
  'regional-means-left',
  'not-for-the-national-tier',
  'facts-incomplete',
  'situation-changed',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Why the national mediator asks a regional mediator to refer. */
export const callUpReasons = [
  'impartiality',
  'several-territories',
  'means-missing-in-territory',
  'ministerial-help-needed',
  'repeated-situation',
] as const;
export type CallUpReason = (typeof callUpReasons)[number];

/** What a regional mediator who does not follow a call-up answers: the choice stays theirs. D art. 10 [L]. */
export const callUpDeclineReasons = ['mediation-under-way', 'agreement-near', 'parties-prefer-to-stay', 'situation-ended', 'region-goes-on', 'no-such-case'] as const;
export type CallUpDeclineReason = (typeof callUpDeclineReasons)[number];
