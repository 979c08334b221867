import { addMonths, type LocalDate } from './calendar.ts';
import type { Dated } from './facts.ts';
import { settingOn, type Setting } from './settings.ts';
import type { OfficeTier } from '../vocabulary.ts';

export type Gender = 'woman' | 'man';
/** A gender may not have been asked. */
export type Seat = { gender: Gender | null; zone: string | null };

/** Members besides the mediator, who presides. Zones divide the seats of the overseas body. */
export type BodyRule = { size: number; zones: Readonly<Record<string, number>> };

/** National: D art. 9 [L]; regional: ten members on official pages [O]; overseas: six, four and two, D art. 8-I [L]. */
export const bodyRules = {
  ordinary: { size: 10, zones: {} },
  overseas: { size: 6, zones: { 'north-atlantic': 4, 'indian-pacific': 2 } },
} as const satisfies Record<string, BodyRule>;

/** The rule of the committee of an office: the territory « outre-mer » has its own. */
export function bodyRuleOf({ tier, code }: { tier: OfficeTier; code: string }): BodyRule {
  return tier === 'regional' && code === 'outre-mer' ? bodyRules.overseas : bodyRules.ordinary;
}

export type CompositionWarning = { code: 'parity' | 'size' | 'zone'; found: number; expected: number; zone?: string };

/**
 * Guard G18, D art. 8-I and 9 [L]: as many women as men, the right number, the right zones. It warns on a composition; it
 * never stops a case. For `parity`, `found` is the number of women and `expected` half the members whose gender is known.
 */
export function compositionWarnings(seats: readonly Seat[], rule: BodyRule): CompositionWarning[] {
  const known = seats.filter(({ gender }) => gender !== null);
  const women = known.filter(({ gender }) => gender === 'woman').length;
  const zones = Object.entries(rule.zones).map(([zone, expected]) => ({
    code: 'zone' as const,
    zone,
    expected,
    found: seats.filter((seat) => seat.zone === zone).length,
  }));

  return [
    { code: 'size' as const, found: seats.length, expected: rule.size },
    { code: 'parity' as const, found: women, expected: known.length / 2 },
    ...zones,
  ].filter(({ found, expected }) => found !== expected);
}

/** How many must take part: half the members in office rounded up, and two at least [I]; the texts are silent [U]. */
export function quorum(membersInOffice: number, settings: readonly Setting[], on: LocalDate): number {
  const share = Math.ceil((membersInOffice * settingOn('quorum-percent', settings, on)) / 100);

  return Math.max(share, settingOn('quorum-floor', settings, on));
}

export type DesignationRefusal = 'nobody-designated' | 'more-than-two' | 'one-certified-mediator';

/** Guard G11, Ch art. 10 [C]: one or two mediators, one of them certified. */
export function designationRefusal(designated: readonly { certified: boolean }[]): DesignationRefusal | undefined {
  if (designated.length === 0) return 'nobody-designated';
  if (designated.length > 2) return 'more-than-two';

  return designated.some(({ certified }) => certified) ? undefined : 'one-certified-mediator';
}

export type MandateRefusal = 'no-end' | 'longer-than-three-years' | 'renewed-too-often';

/** Terms in all: renewable once in 2019, twice since D.2023-326 entered into force. D art. 9 [L]; regions [P]. */
const termsSince2019 = 2;
const termsSince2023 = { from: '2023-05-01', count: 3 };

/**
 * Whether a term of a mediator or a member may be: three years at most, and not one too many. D art. 8-I, 9 [L].
 * @param earlierTerms how many the person has already served in that place
 */
export function mandateRefusal(term: Dated, earlierTerms: number): MandateRefusal | undefined {
  if (term.validTo === null) return 'no-end';
  if (term.validTo > addMonths(term.validFrom, 36)) return 'longer-than-three-years';

  const allowed = term.validFrom >= termsSince2023.from ? termsSince2023.count : termsSince2019;

  return earlierTerms + 1 > allowed ? 'renewed-too-often' : undefined;
}
