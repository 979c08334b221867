import type { Guard, Standing, State, Tier } from './vocabulary.ts';

/**
 * States and transitions (domain 9.3), both tables whole, with who acts. A due date warns; a person closes.
 * `to: 'same'` leaves the state; several targets mean that the deed's outcome chooses among them.
 */
export type Transition = {
  act: string;
  tiers: readonly Tier[];
  from: readonly State[] | 'nothing' | 'any';
  by: readonly Standing[];
  to: readonly State[] | 'same';
  guards: readonly Guard[];
  /** A standing that often tries, and the named reason it is given. */
  explains?: Partial<Record<Standing, Guard>>;
  /** Possible before the national mediator has answered a referral; every other act waits for that answer. */
  whilePending?: true;
  /** Possible while the case is suspended; every other act waits for its end. */
  whileSuspended?: true;
  /** Not for whoever stands in for the person in charge. */
  inPerson?: true;
  /** Evidence: law, charter, official, press, inference (domain 0). */
  mark: 'L' | 'C' | 'O' | 'P' | 'I';
};

const mediation = ['regional', 'national'] as const;
const local = ['local'] as const;
const beforeConsent = ['received', 'acknowledged', 'notified', 'convened', 'consent_requested'] as const;
const beforeDecision = ['received', 'acknowledged', 'notified', 'convened'] as const;
const untilNotified = ['received', 'acknowledged', 'notified'] as const;
const underway = ['consented', 'designated', 'in_mediation', 'agreement_proposed'] as const;
/** At first, and again whenever whoever was in charge has left the case. */
const whileNobodyIsInCharge = [...beforeConsent, ...underway, 'agreed', 'partly_agreed', 'follow_up', 'ended', 'refused', 'not_opened', 'withdrawn'] as const;
const talking = ['in_mediation', 'agreement_proposed'] as const;

export const lifecycle = [
  // Regional and national tiers
  { act: 'file', tiers: mediation, from: 'nothing', by: ['requester'], to: ['received'], guards: ['purpose-set', 'person-in-scope', 'referrer-competent'], mark: 'L' }, // D art. 6, 10
  { act: 'enter-request', tiers: mediation, from: 'nothing', by: ['secretary'], to: ['received'], guards: ['purpose-set', 'person-in-scope', 'referrer-competent', 'territory-matches'], mark: 'L' }, // D art. 10: in writing
  { act: 'refer-institutionally', tiers: mediation, from: 'nothing', by: ['referrer'], to: ['received'], guards: ['purpose-set', 'person-in-scope', 'regional-not-succeeded', 'cosigned', 'referrer-competent'], mark: 'L' }, // D art. 6, 10
  { act: 'redirect', tiers: mediation, from: untilNotified, by: ['secretary', 'register', 'in-charge'], to: ['redirected'], guards: ['reasons-given'], mark: 'I' }, // once notices have left, by whoever is in charge only
  { act: 'acknowledge', tiers: mediation, from: ['received'], by: ['secretary', 'register', 'in-charge'], to: ['acknowledged'], guards: [], whilePending: true, mark: 'L' }, // D art. 6: 8 days
  { act: 'take-charge', tiers: mediation, from: whileNobodyIsInCharge, by: ['presiding'], to: 'same', guards: ['undertakings-valid', 'no-conflict-declared', 'present'], whileSuspended: true, mark: 'I' }, // else nobody could resume after a recusal
  { act: 'review-prior-step', tiers: mediation, from: beforeDecision, by: ['in-charge'], to: 'same', guards: ['reasons-given'], mark: 'C' }, // Ch 9, 10
  { act: 'attach-attestation', tiers: mediation, from: beforeConsent, by: ['party'], to: 'same', guards: [], mark: 'C' }, // Ch 9, 10
  { act: 'agree-object', tiers: mediation, from: beforeConsent, by: ['in-charge', 'party'], to: 'same', guards: [], mark: 'I' },
  { act: 'send-notices', tiers: mediation, from: ['acknowledged'], by: ['secretary'], to: ['notified'], guards: ['notices-computed', 'reflection-elapsed'], mark: 'L' }, // D art. 6
  { act: 'decide-held-notice', tiers: mediation, from: ['notified', 'convened', 'consent_requested', ...underway, 'agreed', 'partly_agreed', 'follow_up'], by: ['in-charge'], to: 'same', guards: ['reasons-given'], mark: 'I' }, // domain 9.5: a recipient who is a party
  { act: 'record-posting', tiers: mediation, from: 'any', by: ['secretary'], to: 'same', guards: [], mark: 'I' },
  { act: 'withdraw-request', tiers: mediation, from: beforeConsent, by: ['requester'], to: ['withdrawn'], guards: [], mark: 'C' }, // Ch 9
  { act: 'declare-inadmissible', tiers: mediation, from: ['acknowledged', 'notified'], by: ['in-charge'], to: ['inadmissible'], guards: ['reasons-given'], mark: 'L' }, // D art. 2
  { act: 'settle-by-intervention', tiers: mediation, from: ['notified'], by: ['in-charge'], to: ['settled'], guards: ['reasons-given'], mark: 'P' },
  { act: 'convene', tiers: mediation, from: ['notified', 'convened'], by: ['in-charge', 'secretary'], to: ['convened'], guards: ['taken-in-charge', 'undertakings-valid', 'no-conflict-declared'], mark: 'L' }, // D art. 6
  { act: 'put-on-agenda', tiers: mediation, from: ['convened'], by: ['in-charge', 'secretary'], to: 'same', guards: [], mark: 'I' },
  { act: 'declare-interests', tiers: mediation, from: ['convened'], by: ['convened'], to: 'same', guards: [], mark: 'I' },
  { act: 'seat', tiers: mediation, from: ['convened'], by: ['in-charge'], to: 'same', guards: ['declared'], mark: 'I' },
  { act: 'write-summary', tiers: mediation, from: ['convened'], by: ['in-charge'], to: 'same', guards: [], mark: 'I' },
  { act: 'give-advice', tiers: mediation, from: ['convened'], by: ['seated'], to: 'same', guards: ['declared'], mark: 'L' }, // D art. 6
  { act: 'decide-to-open', tiers: mediation, from: ['convened'], by: ['in-charge'], to: ['consent_requested'], guards: ['body-examined', 'object-agreed', 'prior-step-evidenced-or-waived'], mark: 'L' }, // D art. 6; Ch 9, 10
  { act: 'decide-not-to-open', tiers: mediation, from: ['convened'], by: ['in-charge'], to: ['not_opened'], guards: ['body-examined', 'reasons-given'], mark: 'L' },
  { act: 'invite', tiers: mediation, from: ['consent_requested'], by: ['in-charge'], to: 'same', guards: ['object-agreed', 'two-holders'], mark: 'C' }, // Ch 9
  { act: 'invite-author', tiers: mediation, from: beforeConsent, by: ['in-charge'], to: 'same', guards: ['two-holders'], mark: 'I' }, // to their own file
  { act: 'consent', tiers: mediation, from: ['consent_requested'], by: ['party'], to: ['consent_requested', 'consented', 'designated'], guards: ['litigation-reviewed'], mark: 'L' }, // D art. 13
  { act: 'refuse', tiers: mediation, from: ['consent_requested'], by: ['party'], to: ['refused'], guards: [], mark: 'C' },
  { act: 'enter-consent', tiers: mediation, from: ['consent_requested'], by: ['secretary'], to: ['consent_requested', 'consented', 'designated'], guards: ['no-conflict-declared', 'litigation-reviewed'], mark: 'L' }, // D art. 13, in writing
  { act: 'enter-refusal', tiers: mediation, from: ['consent_requested'], by: ['secretary'], to: ['refused'], guards: ['no-conflict-declared'], mark: 'C' },
  { act: 'enter-litigation', tiers: mediation, from: ['consent_requested'], by: ['secretary'], to: 'same', guards: ['no-conflict-declared'], mark: 'C' }, // Ch 9
  { act: 'enter-withdrawal', tiers: mediation, from: [...beforeConsent, ...underway], by: ['secretary'], to: ['withdrawn'], guards: ['no-conflict-declared'], whileSuspended: true, mark: 'C' },
  { act: 'enter-signature', tiers: mediation, from: ['agreement_proposed'], by: ['secretary'], to: ['agreement_proposed', 'agreed'], guards: ['no-conflict-declared'], mark: 'L' }, // D art. 13
  { act: 'attest-object', tiers: mediation, from: beforeConsent, by: ['in-charge'], to: 'same', guards: [], mark: 'I' }, // the author has no account
  { act: 'contest-entry', tiers: mediation, from: 'any', by: ['party'], to: 'same', guards: [], whilePending: true, mark: 'I' },
  { act: 'close-unanswered', tiers: mediation, from: ['consent_requested'], by: ['in-charge'], to: ['refused'], guards: ['reasons-given'], mark: 'I' },
  { act: 'designate', tiers: mediation, from: ['consented'], by: ['in-charge'], to: ['designated'], guards: ['one-certified-mediator', 'undertakings-valid', 'no-conflict-declared', 'two-holders'], mark: 'C' }, // Ch 10
  { act: 'challenge', tiers: mediation, from: ['designated'], by: ['party'], to: ['consented'], guards: ['challenge-unused'], mark: 'C' }, // Ch 9
  { act: 'waive-challenge', tiers: mediation, from: ['designated'], by: ['party'], to: 'same', guards: [], mark: 'I' },
  { act: 'begin', tiers: mediation, from: ['designated'], by: ['delegate'], to: ['in_mediation'], guards: ['challenge-closed-or-used', 'all-consents'], mark: 'C' }, // Ch 9
  { act: 'open-room', tiers: mediation, from: talking, by: ['delegate'], to: 'same', guards: [], mark: 'I' },
  { act: 'record-meeting', tiers: mediation, from: talking, by: ['delegate'], to: 'same', guards: ['companions-committed'], mark: 'C' }, // Ch 9
  { act: 'name-companion', tiers: mediation, from: [...beforeConsent, ...underway], by: ['party'], to: 'same', guards: [], mark: 'C' }, // Ch 9
  { act: 'take-back-companion', tiers: mediation, from: [...beforeConsent, ...underway], by: ['party'], to: 'same', guards: [], mark: 'C' },
  { act: 'record-commitment', tiers: mediation, from: [...beforeConsent, ...underway], by: ['in-charge', 'delegate'], to: 'same', guards: [], mark: 'I' },
  { act: 'propose-agreement', tiers: mediation, from: talking, by: ['delegate'], to: ['agreement_proposed'], guards: [], mark: 'L' }, // D art. 13: 3 months
  { act: 'sign-agreement', tiers: mediation, from: ['agreement_proposed'], by: ['party'], to: ['agreement_proposed', 'agreed'], guards: [], mark: 'L' }, // D art. 13
  { act: 'agree-in-part', tiers: mediation, from: ['agreement_proposed'], by: ['delegate'], to: ['partly_agreed'], guards: ['agreement-signed-by-all'], mark: 'L' },
  { act: 'propose-extension', tiers: mediation, from: talking, by: ['party', 'delegate'], to: 'same', guards: [], mark: 'I' },
  { act: 'extend', tiers: mediation, from: talking, by: ['party'], to: 'same', guards: [], mark: 'I' }, // in writing, by all
  { act: 'transmit', tiers: mediation, from: ['agreed', 'partly_agreed'], by: ['in-charge'], to: ['follow_up'], guards: ['agreement-signed-by-all', 'notices-computed'], mark: 'L' }, // D art. 13; a secretary prints the copies but holds no key of the agreement
  { act: 'evaluate', tiers: mediation, from: ['follow_up'], by: ['delegate', 'in-charge'], to: 'same', guards: [], mark: 'L' }, // D art. 13
  { act: 'close', tiers: mediation, from: ['follow_up'], by: ['delegate', 'in-charge'], to: ['closed'], guards: [], mark: 'I' },
  { act: 'withdraw', tiers: mediation, from: underway, by: ['party'], to: ['withdrawn'], guards: [], whileSuspended: true, mark: 'C' }, // Ch 9, right to leave
  { act: 'continue-without', tiers: mediation, from: ['withdrawn'], by: ['in-charge'], to: ['consent_requested'], guards: ['two-parties-left', 'reasons-given'], mark: 'I' }, // each remaining party consents anew
  { act: 'declare-litigation', tiers: mediation, from: [...beforeConsent, ...underway], by: ['party'], to: 'same', guards: [], mark: 'C' }, // Ch 9
  { act: 'review-litigation', tiers: mediation, from: [...beforeConsent, ...underway], by: ['in-charge'], to: ['consent_requested', 'consented', 'designated', 'in_mediation', 'agreement_proposed', 'ended'], guards: ['reasons-given'], whileSuspended: true, mark: 'I' },
  { act: 'resume', tiers: mediation, from: [...beforeConsent, ...underway], by: ['in-charge'], to: 'same', guards: [], whileSuspended: true, mark: 'I' },
  { act: 'end-without-agreement', tiers: mediation, from: talking, by: ['delegate'], to: ['ended'], guards: ['reasons-given'], mark: 'L' },
  { act: 'refer-up', tiers: ['regional'], from: ['ended', 'refused', 'not_opened', 'withdrawn'], by: ['in-charge'], to: 'same', guards: ['regional-not-succeeded'], explains: { party: 'referrer-competent' }, mark: 'L' }, // D art. 10
  { act: 'accept-referral', tiers: ['national'], from: ['received', 'acknowledged'], by: ['presiding'], to: 'same', guards: ['undertakings-valid', 'no-conflict-declared'], whilePending: true, mark: 'I' },
  { act: 'return-referral', tiers: ['national'], from: ['received', 'acknowledged'], by: ['presiding'], to: ['redirected'], guards: ['reasons-given'], whilePending: true, mark: 'I' },
  { act: 'carry-account', tiers: ['local', 'regional', 'national'], from: 'any', by: ['party'], to: 'same', guards: [], whilePending: true, mark: 'I' }, // design 4, referral up; and what was joined
  { act: 'join', tiers: mediation, from: beforeConsent, by: ['in-charge'], to: ['redirected'], guards: ['no-conflict-declared', 'object-agreed', 'notices-computed'], mark: 'I' }, // `to`: of the case that is joined
  { act: 'report-danger', tiers: ['local', 'regional', 'national'], from: 'any', by: ['in-charge', 'delegate', 'presiding'], to: 'same', guards: ['reasons-given'], whilePending: true, whileSuspended: true, mark: 'O' }, // CJA L. 213-2
  // Every tier
  { act: 'accept-invitation', tiers: ['local', 'regional', 'national'], from: ['consent_requested'], by: [], to: 'same', guards: [], mark: 'I' }, // by the key of an invitation
  { act: 'accept-author-invitation', tiers: mediation, from: beforeConsent, by: [], to: 'same', guards: [], mark: 'I' }, // by the key of an invitation
  { act: 'write', tiers: ['local', 'regional', 'national'], from: 'any', by: ['party', 'in-charge', 'delegate', 'convened', 'presiding'], to: 'same', guards: [], whileSuspended: true, mark: 'C' },
  { act: 'add-document', tiers: ['local', 'regional', 'national'], from: 'any', by: ['party', 'in-charge', 'delegate'], to: 'same', guards: [], whileSuspended: true, mark: 'I' },
  { act: 'share-document', tiers: ['local', 'regional', 'national'], from: 'any', by: ['party', 'in-charge', 'delegate'], to: 'same', guards: ['document-shareable'], mark: 'I' },
  { act: 'offer-hand-over', tiers: ['local', 'regional', 'national'], from: 'any', by: ['in-charge'], to: 'same', guards: ['undertakings-valid', 'no-conflict-declared'], inPerson: true, whileSuspended: true, mark: 'I' },
  { act: 'withdraw-hand-over', tiers: ['local', 'regional', 'national'], from: 'any', by: ['in-charge'], to: 'same', guards: [], inPerson: true, whileSuspended: true, mark: 'I' },
  { act: 'accept-hand-over', tiers: ['local', 'regional', 'national'], from: 'any', by: ['successor'], to: 'same', guards: ['undertakings-valid', 'no-conflict-declared', 'present'], whileSuspended: true, mark: 'I' },
  { act: 'decline-hand-over', tiers: ['local', 'regional', 'national'], from: 'any', by: ['successor'], to: 'same', guards: [], whileSuspended: true, mark: 'I' },
  { act: 'recuse', tiers: ['local', 'regional', 'national'], from: 'any', by: ['presiding', 'secretary', 'register', 'in-charge', 'delegate', 'convened', 'seated'], to: 'same', guards: [], whilePending: true, whileSuspended: true, mark: 'I' },
  // Local tier (conciliation)
  { act: 'signal', tiers: local, from: 'nothing', by: ['requester'], to: ['received'], guards: ['purpose-set', 'person-in-scope'], mark: 'P' },
  { act: 'take-charge', tiers: local, from: ['received'], by: ['presiding'], to: 'same', guards: ['undertakings-valid', 'no-conflict-declared', 'present'], mark: 'I' },
  { act: 'orient', tiers: local, from: ['received'], by: ['in-charge'], to: ['redirected'], guards: ['reasons-given'], mark: 'I' },
  { act: 'propose-conciliation', tiers: local, from: ['received'], by: ['in-charge'], to: ['consent_requested'], guards: ['no-conflict-declared', 'object-agreed'], mark: 'P' },
  { act: 'agree-object', tiers: local, from: ['received', 'consent_requested'], by: ['in-charge', 'party'], to: 'same', guards: [], mark: 'I' },
  { act: 'invite', tiers: local, from: ['consent_requested'], by: ['in-charge'], to: 'same', guards: ['object-agreed', 'two-holders'], mark: 'I' },
  { act: 'agree', tiers: local, from: ['consent_requested'], by: ['party'], to: ['consent_requested', 'in_conciliation'], guards: [], mark: 'I' },
  { act: 'refuse', tiers: local, from: ['consent_requested'], by: ['party'], to: ['refused'], guards: [], mark: 'I' },
  { act: 'meet', tiers: local, from: ['in_conciliation'], by: ['in-charge'], to: 'same', guards: [], mark: 'O' },
  { act: 'offer-proposal', tiers: local, from: ['in_conciliation'], by: ['in-charge'], to: 'same', guards: [], mark: 'O' }, // a conciliator may propose
  { act: 'settle', tiers: local, from: ['in_conciliation'], by: ['party'], to: ['in_conciliation', 'agreed'], guards: [], mark: 'P' },
  { act: 'end-without-result', tiers: local, from: ['in_conciliation'], by: ['in-charge'], to: ['ended'], guards: [], mark: 'I' },
  { act: 'withdraw', tiers: local, from: ['received', 'consent_requested', 'in_conciliation'], by: ['party'], to: ['ended'], guards: [], mark: 'I' },
  { act: 'attest', tiers: local, from: ['agreed', 'ended', 'refused'], by: ['in-charge'], to: 'same', guards: [], mark: 'C' }, // Ch 9, 10
] as const satisfies readonly Transition[];

export type Act = (typeof lifecycle)[number]['act'];

/** The transition of an act at a tier; undefined when the act does not exist there. */
export function transitionOf(act: Act, tier: Tier): Transition | undefined {
  return lifecycle.find((row: Transition) => row.act === act && row.tiers.includes(tier));
}

/** The acts of a tier, in the order of the institution's course. */
export function actsOf(tier: Tier): Act[] {
  return [...new Set(lifecycle.filter((row: Transition) => row.tiers.includes(tier)).map(({ act }) => act))];
}
