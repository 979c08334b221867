import { reads, type Epoch, type HeldStanding } from './access.ts';
import { transitionOf, type Act, type Transition } from './lifecycle.ts';
import type { CompartmentKind, Guard, Standing, State, Tier } from './vocabulary.ts';

export type Refusal = 'out-of-reach' | 'wrong-state' | 'referral-pending' | 'suspended' | Guard;
export type Decision = { allow: true; rule: string; to: readonly State[] | 'same'; as: Standing } | { allow: false; rule: string; why: Refusal };

export type CaseFacts = {
  tier: Tier;
  state: State | 'nothing';
  /** What the deed established of the guards of its transition. A guard not mentioned is not fulfilled. */
  guards?: Partial<Record<Guard, boolean>>;
  /** The case came by a referral that its office has neither accepted nor returned. */
  isReferralPending?: boolean;
  /** The mediator has suspended the case until a court or a procedure has gone on. */
  isSuspended?: boolean;
};

/**
 * Whether a person of these standings may do this act now: first who (out of reach), then the state, then each guard.
 * Pure; the deed gives the facts and the problem handler gives the refusal its status.
 */
export function decide(standings: readonly Standing[], act: Act, facts: CaseFacts): Decision {
  const transition = transitionOf(act, facts.tier);
  const rule = `${facts.tier}:${act}`;

  if (!transition || standings.length === 0) return { allow: false, rule, why: 'out-of-reach' };

  const as = actingAs(transition, standings);
  if (!as) {
    const explained = standings.map((standing) => transition.explains?.[standing]).find(Boolean);

    return { allow: false, rule, why: explained ?? 'out-of-reach' };
  }

  if (facts.isReferralPending && !transition.whilePending) return { allow: false, rule, why: 'referral-pending' };

  if (facts.isSuspended && !transition.whileSuspended) return { allow: false, rule, why: 'suspended' };

  if (transition.from !== 'any' && !inState(transition.from, facts.state)) return { allow: false, rule, why: 'wrong-state' };

  const missing = transition.guards.find((guard) => !facts.guards?.[guard]);
  if (missing) return { allow: false, rule, why: missing };

  return { allow: true, rule, to: transition.to, as };
}

/** The standing an act is done by; a stand-in acts where the person in charge would, unless that asks for them in person. */
function actingAs({ by, inPerson }: Transition, standings: readonly Standing[]): Standing | undefined {
  const own = by.find((standing) => standings.includes(standing));
  if (own) return own;

  return !inPerson && by.includes('in-charge') && standings.includes('stand-in') ? 'stand-in' : undefined;
}

/** Whether the state allows an act, whoever does it: for who comes by an invitation and has no standing yet. */
export function isTimely(act: Act, { tier, state }: Pick<CaseFacts, 'tier' | 'state'>): boolean {
  const transition = transitionOf(act, tier);

  return transition !== undefined && (transition.from === 'any' || inState(transition.from, state));
}

/** Whether these standings read an epoch of a compartment; the third wall holds a key for exactly these. */
export function decideRead(standings: readonly HeldStanding[], compartment: { kind: CompartmentKind; subject: string | null }, epoch: Epoch): Decision {
  const rule = `read:${compartment.kind}`;
  const reading = withoutConflict(standings).find((held) => reads(held, compartment, epoch));
  if (reading) return { allow: true, rule, to: 'same', as: reading.standing };

  return { allow: false, rule, why: 'out-of-reach' };
}

/** What is held by an office alone, whatever the case. */
const ofTheOffice: readonly Standing[] = ['register', 'request', 'secretary', 'alternate'];

/** A party who is in office where their own case lies reads of it what a party reads: nobody is judge of a case of their own (G14). */
function withoutConflict(standings: readonly HeldStanding[]): readonly HeldStanding[] {
  const isParty = standings.some(({ standing }) => standing === 'party' || standing === 'former-party');

  return isParty ? standings.filter(({ standing }) => !ofTheOffice.includes(standing)) : standings;
}

function inState(from: readonly State[] | 'nothing', state: State | 'nothing'): boolean {
  return from === 'nothing' ? state === 'nothing' : from.includes(state as State);
}
