import { localDate } from '../../policies/charter/calendar.ts';
import type { InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openEveryParty, stayingOf, type CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { dispatchPlaces, drawUp, told, writeDispatches, type Dispatch } from './dispatches.ts';
import { finalAgreement } from './final-agreement.ts';
import type { CaseView } from './keys/view.ts';
import { agreementLetter } from './letters/agreement-copy.ts';
import { countParties } from './party-count.ts';
import { reveal } from './reveal.ts';
import type { Sent } from './send-notices.ts';
import { startDeadline } from './start-deadline.ts';

type Drawn = { place: CaseParties; dispatches: Dispatch[]; text: string };

const followUps = ['follow-up-first', 'follow-up-second', 'follow-up-third'] as const;

/**
 * Transmits the agreement signed by all to those whom the texts name (D art. 13 [L]), by the same rule as the notices, on
 * account of the parties who have not left. The
 * mediator in charge, who holds the agreement, seals a copy for each; the secretary prints them. Follow-up begins.
 * @throws Problem `signatures-missing`, `recipient-unknown`, `key-missing`, `wrong-state`, `not-found`
 */
export async function transmit(core: Core, session: Session, caseId: string, { vacantSought = false }: { vacantSought?: boolean }): Promise<Sent> {
  let drawn: Drawn | undefined;

  return performDeed(core, session, caseId, {
    act: 'transmit',
    guards: async (tx, view) => ({ 'agreement-signed-by-all': (await finalAgreement(tx, view))?.isSignedByAll ?? false, 'notices-computed': true }),
    beforehand: async (view) => {
      const place = stayingOf(await openEveryParty(core, session, caseId, await countParties(core, session, caseId)));
      drawn = { place, dispatches: drawUp(core, place, vacantSought), text: await textOf(core, session, view) };
    },
    creates: () => dispatchPlaces(drawn?.dispatches ?? []),
    change: async (work) => {
      const { place, dispatches, text } = drawn as Drawn;
      const final = await finalAgreement(work.tx, work.view);
      if (!final) throw new Problem('signatures-missing');
      const facts = { reference: work.view.row.reference, signedOn: localDate(final.signedAt, place.zone), isPartial: final.isPartial, text };
      await writeDispatches(work, 'agreement', dispatches, (one) => agreementLetter({ ...facts, function: one.function }));
      await work.move('follow_up');
      for (const rule of followUps) await startDeadline(work.tx, rule, { caseId, table: 'agreement', id: final.id, at: final.signedAt }, place);

      return { state: 'follow_up', notices: told(dispatches) };
    },
  });
}

/** The letter that sends the agreement signed by all to a function, as whoever reads the agreement writes it. */
export async function agreementLetters(core: Core, session: Session, view: CaseView, zone: string): Promise<(held: InstitutionalFunction) => string> {
  const final = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => finalAgreement(tx, view), { caseId: view.row.id });
  if (!final) throw new Problem('signatures-missing');
  const facts = { reference: view.row.reference, signedOn: localDate(final.signedAt, zone), isPartial: final.isPartial, text: await textOf(core, session, view) };

  return (held) => agreementLetter({ ...facts, function: held });
}

async function textOf(core: Core, session: Session, view: CaseView): Promise<string> {
  const final = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => finalAgreement(tx, view), { caseId: view.row.id });
  const texts = await reveal(core, session, view.row.id, [{ kind: 'agreement' }]);
  const found = texts.find(({ id }) => id === final?.itemId);
  if (!found) throw new Problem('key-missing');

  return found.text;
}
