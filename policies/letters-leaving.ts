import { endedStates } from './docket.ts';
import type { State } from './vocabulary.ts';

/**
 * Whether a letter drawn up has still to leave. The end of a case stops those of its request (D art. 6: whoever takes it
 * back before they leave has told nobody), except where it goes on in the case it was joined to; an agreement is sent
 * whatever comes after.
 */
export function stillLeaves({ subject, state, outcome }: { subject: 'request' | 'agreement'; state: State; outcome: string | null }): boolean {
  return subject === 'agreement' || outcome === 'joined' || !endedStates.includes(state);
}
