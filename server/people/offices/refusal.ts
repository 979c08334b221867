import { decideAppointment, type AppointmentAct, type AppointmentFacts, type AppointmentRefusal, type ProposalRefusal } from '../../../policies/appointments.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import { Problem, type ProblemCode } from '../../problems.ts';

/** @throws Problem when the policy refuses: out of reach 404, wrong state 409, a missing fact 422. */
export function requireAllowed(act: AppointmentAct, facts: AppointmentFacts): void {
  const decision = decideAppointment(act, facts);
  if (!decision.allow) throw new Problem(answers[decision.why]);
}

/** @throws Problem naming what the proposal lacks. */
export function refuseProposal(why: ProposalRefusal | undefined): void {
  if (why === undefined) return;
  if (why === 'not-certified') throw new Problem('certification-missing');

  throw new Problem('invalid-body', { errors: [{ field: why === 'role-not-of-office' ? 'role' : 'validTo', message: advice[why] }] });
}

/** Runs a deed; a refusal is journaled in a transaction of its own, then thrown on. */
export async function refusing<T>(core: Core, session: Session, act: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) await journalRefusal(core, session, act, error);

    throw error;
  }
}

const answers: Readonly<Record<AppointmentRefusal, ProblemCode>> = {
  'out-of-reach': 'not-found',
  concerned: 'registrar-concerned',
  'not-signed': 'undertaking-missing',
  'wrong-state': 'wrong-state',
};

const advice: Readonly<Record<Exclude<ProposalRefusal, 'not-certified'>, string>> = {
  'role-not-of-office': 'Choisissez une fonction que ce service comporte.',
  'no-end': 'Indiquez la fin du mandat.',
  'longer-than-three-years': 'Donnez une fin qui suive le début de trois ans au plus.',
  'renewed-too-often': 'Proposez une autre personne : ce mandat a déjà été renouvelé autant que le décret le permet.',
};

async function journalRefusal(core: Core, session: Session, act: string, problem: Problem): Promise<void> {
  await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    core.journal.append(tx, { event: 'refused', act, actor: { kind: 'person', person: session.person }, detail: { why: problem.code }, signer: signerOf(session) }),
  );
}
