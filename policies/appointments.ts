import { mandateRefusal, type MandateRefusal } from './charter/body.ts';
import type { Dated } from './charter/facts.ts';
import { officeKeyUses, type OfficeKeyUse, type OfficeTier, type Role } from './vocabulary.ts';

/** `signed`: by the person it names, with the undertaking. `in-force`: a registrar has countersigned. */
export type AppointmentState = 'nothing' | 'proposed' | 'signed' | 'in-force' | 'ended';

export type AppointmentAct = 'open-office' | 'propose' | 'sign' | 'countersign' | 'relieve';

export type AppointmentRefusal =
  | 'out-of-reach' // the actor holds no mandate for this act, or it is not theirs
  | 'concerned' // nobody for themselves, and nobody both proposes and countersigns
  | 'not-signed' // the person has signed neither the mandate nor the undertaking (D art. 12 [L])
  | 'wrong-state';

export type AppointmentDecision = { allow: true; rule: string } | { allow: false; rule: string; why: AppointmentRefusal };

/** `roles`: what the actor's verified mandates give now, in whatever office; `subject`: whom the mandate is for. */
export type AppointmentFacts = {
  actor: string;
  roles: readonly Role[];
  subject: string | null;
  proposer: string | null;
  state: AppointmentState;
};

type Rule = { by: Role | 'subject'; from: readonly AppointmentState[]; never: readonly ('subject' | 'proposer')[] };

/**
 * Appointment in four hands (design 4): the person enrols, the administrator proposes, the person signs, a registrar
 * countersigns [I]. Keys follow signatures, so an administrator alone gives nobody anything.
 */
const rules: Readonly<Record<AppointmentAct, Rule>> = {
  'open-office': { by: 'administrator', from: ['nothing'], never: [] },
  propose: { by: 'administrator', from: ['nothing'], never: ['subject'] },
  sign: { by: 'subject', from: ['proposed', 'signed'], never: [] },
  countersign: { by: 'registrar', from: ['signed'], never: ['subject', 'proposer'] },
  relieve: { by: 'administrator', from: ['proposed', 'signed', 'in-force'], never: ['subject'] },
};

/** Whether somebody may do this to a mandate now: first who, then for whom, then the state. Pure. */
export function decideAppointment(act: AppointmentAct, facts: AppointmentFacts): AppointmentDecision {
  const { by, from, never } = rules[act];
  const rule = `appointment:${act}`;
  const refuse = (why: AppointmentRefusal): AppointmentDecision => ({ allow: false, rule, why });

  if (by === 'subject' ? facts.actor !== facts.subject : !facts.roles.includes(by)) return refuse('out-of-reach');
  if (never.some((hand) => facts[hand] === facts.actor)) return refuse('concerned');
  if (act === 'countersign' && facts.state === 'proposed') return refuse('not-signed');
  if (!from.includes(facts.state)) return refuse('wrong-state');

  return { allow: true, rule };
}

/** Which roles an office of each tier has (domain 9.1). A registrar is by default the territory's secretary [I]. */
export const rolesOfOffice: Readonly<Record<OfficeTier, readonly Role[]>> = {
  local: ['conciliator', 'deputy', 'secretary'],
  regional: ['mediator', 'deputy', 'secretary', 'member', 'registrar'],
  national: ['mediator', 'deputy', 'secretary', 'member', 'registrar'],
  service: ['administrator', 'registrar', 'auditor'],
  institution: ['referrer'],
};

export type Proposal = { tier: OfficeTier; role: Role; certified: boolean; term: Dated };
export type ProposalRefusal = MandateRefusal | 'role-not-of-office' | 'not-certified';

/** The terms that D art. 9 [L] counts: those of mediators and of members of a body. The length binds everyone [I]. */
const countedRoles: readonly Role[] = ['mediator', 'deputy', 'member'];

/**
 * Whether such a mandate may be proposed.
 * @param earlierTerms how many the person has already served in that place
 */
export function proposalRefusal({ tier, role, certified, term }: Proposal, earlierTerms: number): ProposalRefusal | undefined {
  if (!rolesOfOffice[tier].includes(role)) return 'role-not-of-office';
  // Ch 7.2 [C]: only certified mediators may apply.
  if (role === 'mediator' && !certified) return 'not-certified';

  return mandateRefusal(term, countedRoles.includes(role) ? earlierTerms : 0);
}

/** The shared keys these roles of an office hold. */
export function officeKeysOf(roles: readonly Role[]): OfficeKeyUse[] {
  const uses = Object.entries(officeKeyUses) as [OfficeKeyUse, readonly Role[]][];

  return uses.filter(([, holders]) => holders.some((role) => roles.includes(role))).map(([use]) => use);
}
