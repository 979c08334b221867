import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { enterAbsence, type Entered } from './enter-absence.ts';

/**
 * The secretary, or another who presides, records that somebody is away and could not say so. Whoever records it hands on
 * the keys they hold themselves; the others wait for a holder: a party, a delegate (design 4, two queues). Nobody names
 * themselves while somebody else of the office could record it [I].
 * @throws Problem `not-found`, `mandate-missing`, `own-stand-in`, `invalid-body`, `acted-first`
 */
export async function recordSuddenAbsence(core: Core, session: Session, office: string, { person, deputy, lastDay }: { person: string; deputy: string; lastDay: LocalDate }): Promise<Entered> {
  return enterAbsence(core, session, { kind: 'sudden', office, absent: person, deputy, lastDay });
}
