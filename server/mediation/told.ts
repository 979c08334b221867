import type { RedirectReason } from '../../policies/charter/reasons.ts';
import type { Standing, State } from '../../policies/vocabulary.ts';
import { redirectLetter } from './letters/redirect.ts';
import { suspensionSentence } from './letters/suspension.ts';
import { withdrawalSentence } from './letters/withdrawal.ts';

/** A letter rendered from facts, by which somebody who holds no key of `letters` lets others know. */
export type Told = { kind: 'redirect' | 'withdrawal' | 'suspension'; at: string; text: string };

export type TellingFacts = { state: State; outcomeReason: string | null; closedAt: Date | null; suspendedAt: Date | null; withdrawals: readonly Date[] };

const concerned: readonly Standing[] = ['party', 'former-party', 'requester', 'register', 'secretary', 'in-charge', 'delegate'];

/** What the facts of a case tell somebody of these standings, oldest first. */
export function toldBy({ state, outcomeReason, closedAt, suspendedAt, withdrawals }: TellingFacts, standings: readonly Standing[]): Told[] {
  if (!standings.some((standing) => concerned.includes(standing))) return [];

  return [
    ...withdrawals.map((at) => ({ kind: 'withdrawal' as const, at: at.toISOString(), text: withdrawalSentence })),
    ...(suspendedAt ? [{ kind: 'suspension' as const, at: suspendedAt.toISOString(), text: suspensionSentence }] : []),
    ...(state === 'redirected' && outcomeReason && closedAt ? [{ kind: 'redirect' as const, at: closedAt.toISOString(), text: redirectLetter(outcomeReason as RedirectReason) }] : []),
  ].sort((one, other) => one.at.localeCompare(other.at));
}
