import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { agreementSignature } from '../../db/schema/index.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import type { InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openEveryParty, type CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { dispatchPlaces, drawUp, told, writeDispatches, type Dispatch } from './dispatches.ts';
import type { CaseView } from './keys/view.ts';
import { agreementLetter } from './letters/agreement-copy.ts';
import { countParties } from './party-count.ts';
import { latestAgreement } from './propose-agreement.ts';
import { reveal } from './reveal.ts';
import type { Sent } from './send-notices.ts';
import { startDeadline } from './start-deadline.ts';

type Final = { id: string; itemId: string; signedAt: Date; isSignedByAll: boolean };
type Drawn = { place: CaseParties; dispatches: Dispatch[]; text: string };

const followUps = ['follow-up-first', 'follow-up-second', 'follow-up-third'] as const;

/**
 * Transmits the agreement signed by all to those whom the texts name (D art. 13 [L]), by the same rule as the notices. The
 * mediator in charge, who holds the agreement, seals a copy for each; the secretary prints them. Follow-up begins.
 * @throws Problem `signatures-missing`, `recipient-unknown`, `key-missing`, `wrong-state`, `not-found`
 */
export async function transmit(core: Core, session: Session, caseId: string, { vacantSought = false }: { vacantSought?: boolean }): Promise<Sent> {
  let drawn: Drawn | undefined;

  return performDeed(core, session, caseId, {
    act: 'transmit',
    guards: async (tx, view) => ({ 'agreement-signed-by-all': (await finalAgreement(tx, view))?.isSignedByAll ?? false, 'notices-computed': true }),
    beforehand: async (view) => {
      const place = await openEveryParty(core, session, caseId, await countParties(core, session, caseId));
      drawn = { place, dispatches: drawUp(core, place, vacantSought), text: await textOf(core, session, view) };
    },
    creates: () => dispatchPlaces(drawn?.dispatches ?? []),
    change: async (work) => {
      const { place, dispatches, text } = drawn as Drawn;
      const final = await finalAgreement(work.tx, work.view);
      if (!final) throw new Problem('signatures-missing');
      const facts = { reference: work.view.row.reference, signedOn: localDate(final.signedAt, place.zone), text };
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
  const facts = { reference: view.row.reference, signedOn: localDate(final.signedAt, zone), text: await textOf(core, session, view) };

  return (held) => agreementLetter({ ...facts, function: held });
}

/** The last final agreement; signed by all when each party somebody stands for has signed it (guard G16). */
async function finalAgreement(tx: Tx, { row, standings }: CaseView): Promise<Final | undefined> {
  const last = await latestAgreement(tx, row.id);
  if (!last) return undefined;

  const signatures = await tx.select({ party: agreementSignature.partyId, at: agreementSignature.at }).from(agreementSignature).where(eq(agreementSignature.agreementId, last.id));
  const parties = new Set(standings.flatMap(({ standing, subject }) => (standing === 'party' && subject ? [subject] : [])));
  const signed = new Set(signatures.map(({ party }) => party));

  return { id: last.id, itemId: last.itemId, signedAt: new Date(Math.max(...signatures.map(({ at }) => at.getTime()))), isSignedByAll: parties.size > 0 && [...parties].every((party) => signed.has(party)) };
}

async function textOf(core: Core, session: Session, view: CaseView): Promise<string> {
  const final = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => finalAgreement(tx, view), { caseId: view.row.id });
  const texts = await reveal(core, session, view.row.id, [{ kind: 'agreement' }]);
  const found = texts.find(({ id }) => id === final?.itemId);
  if (!found) throw new Problem('key-missing');

  return found.text;
}
