import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { enterAbsence, type Entered } from './enter-absence.ts';

/** Who stands in, from the first day to the last, both included. */
export type Absence = { deputy: string; firstDay: LocalDate; lastDay: LocalDate };

/**
 * A mediator, deputy or conciliator says that they will be away from an office, and who takes their place there: in every
 * case they have in charge, the deputy reads and does what they would. Their session hands the keys on when the absence
 * begins today; of one that begins later, holders do as they come by (decision 0010).
 * @throws Problem `not-found` for whoever may run no case there, `mandate-missing` for such a deputy, `invalid-body` naming a
 *   day, `acted-first` when another absence meets these days
 */
export async function declareAbsence(core: Core, session: Session, office: string, { deputy, firstDay, lastDay }: Absence): Promise<Entered> {
  return enterAbsence(core, session, { kind: 'declared', office, absent: session.person, deputy, firstDay, lastDay });
}
