import { localDate } from '../../policies/charter/calendar.ts';
import { deadline } from '../../policies/charter/deadlines.ts';
import type { InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openEveryParty, type CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { dispatchPlaces, drawUp, told, writeDispatches, type Dispatch } from './dispatches.ts';
import type { CaseRow } from './keys/view.ts';
import { noticeLetter } from './letters/notice.ts';
import { meetNotices } from './meet-notices.ts';
import { countParties } from './party-count.ts';

/** `letters`: words of the sender's own for a function, in place of the template. `vacantSought`: see `drawUp`. */
export type Sending = { vacantSought?: boolean; letters?: readonly { function: InstitutionalFunction; text: string }[] };

export type Sent = { state: 'notified' | 'follow_up'; notices: ReturnType<typeof told> };

type Drawn = { place: CaseParties; dispatches: Dispatch[] };

/**
 * Tells those whom the texts name that a request exists (D art. 6, 10 [L]): one sealed document each, nobody on another's
 * list. It leaves after the time to reflect, until which the requester may withdraw and nobody is told; on day 8 always.
 * The deadline is met when the letters are posted, or decided not to leave; at once when there is none.
 * @throws Problem `reflection-running`, `recipient-unknown`, `key-missing`, `wrong-state`, `not-found`
 */
export async function sendNotices(core: Core, session: Session, caseId: string, { vacantSought = false, letters = [] }: Sending): Promise<Sent> {
  let drawn: Drawn | undefined;

  return performDeed(core, session, caseId, {
    act: 'send-notices',
    // Recipients need the identities, which are opened once the rest is known to be allowed.
    guards: async (_tx, { row }) => ({ 'notices-computed': true, 'reflection-elapsed': !drawn || hasReflected(core, row.receivedAt, drawn.place) }),
    beforehand: async ({ row }) => {
      const place = await openEveryParty(core, session, caseId, await countParties(core, session, caseId));
      if (!hasReflected(core, row.receivedAt, place)) throw new Problem('reflection-running');
      drawn = { place, dispatches: drawUp(core, place, vacantSought) };
    },
    creates: () => dispatchPlaces(drawn?.dispatches ?? []),
    change: async (work) => {
      const { place, dispatches } = drawn as Drawn;
      const template = noticeTemplate(work.view.row, place);
      await writeDispatches(work, 'request', dispatches, (one) => letters.find((letter) => letter.function === one.function)?.text ?? template(one.function));
      await work.move('notified');
      await meetNotices(work.tx, caseId, work.now);

      return { state: 'notified', notices: told(dispatches) };
    },
  });
}

/** The letter as it leaves when the sender gives no words of their own. */
export function noticeTemplate({ tier, reference, receivedAt }: Pick<CaseRow, 'tier' | 'reference' | 'receivedAt'>, { zone }: Pick<CaseParties, 'zone'>): (held: InstitutionalFunction) => string {
  const facts = { tier: tier === 'national' ? 'national' : 'regional', reference, receivedOn: localDate(receivedAt, zone) } as const;

  return (held) => noticeLetter({ ...facts, function: held });
}

/** Whether the reflection time is over (setting, 3 days [I]): after its last day, and never later than day 8. */
function hasReflected(core: Core, receivedAt: Date, { zone, facts }: CaseParties): boolean {
  const now = core.clock();
  if (localDate(now, zone) >= deadline('notices', receivedAt, zone, facts.settings).dueOn) return true;

  return now > deadline('notice-reflection', receivedAt, zone, facts.settings).dueAt;
}
