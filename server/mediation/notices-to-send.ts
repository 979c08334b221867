import { localDate } from '../../policies/charter/calendar.ts';
import type { InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { isRunBy } from './case-course.ts';
import { openCaseParties, type CaseParties } from './case-parties.ts';
import { drawUp, type Dispatch } from './dispatches.ts';
import { finalAgreement } from './final-agreement.ts';
import { loadCase, type CaseRow } from './keys/view.ts';
import { agreementLetter } from './letters/agreement-copy.ts';
import { reveal } from './reveal.ts';
import { noticeTemplate } from './send-notices.ts';

/** A letter before it leaves: to which function, where, and whether it is held because its recipient is a party. */
export type LetterToSend = { function: InstitutionalFunction; establishment: string; state: 'sent' | 'held'; letter: string };
export type LettersToSend = { letters: LetterToSend[]; vacant: string[] };

/**
 * The notices as `sendNotices` would write them now, for those who run the case and hold the identities: no recipient is named.
 * @throws Problem `not-found`, `key-missing`
 */
export async function noticesToSend(core: Core, session: Session, caseId: string): Promise<LettersToSend> {
  const { row, place } = await opened(core, session, caseId);

  return drafted(core, place, noticeTemplate(row, place));
}

/**
 * The copies of the agreement as `transmit` would write them now.
 * @throws Problem `not-found`, `signatures-missing`, `key-missing` when the agreement stays shut
 */
export async function copiesToSend(core: Core, session: Session, caseId: string): Promise<LettersToSend> {
  const { row, place } = await opened(core, session, caseId);
  const final = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const view = await loadCase(tx, caseId);

    return view && finalAgreement(tx, view);
  }, { caseId });
  if (!final?.isSignedByAll) throw new Problem('signatures-missing');
  const text = (await reveal(core, session, caseId, [{ kind: 'agreement' }])).find(({ id }) => id === final.itemId)?.text;
  if (text === undefined) throw new Problem('key-missing');
  const signedOn = localDate(final.signedAt, place.zone);

  return drafted(core, place, (held) => agreementLetter({ reference: row.reference, signedOn, isPartial: final.isPartial, text, function: held }));
}

async function opened(core: Core, session: Session, caseId: string): Promise<{ row: CaseRow; place: CaseParties }> {
  const view = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => loadCase(tx, caseId), { caseId });
  if (!view || !isRunBy(view, session.person)) throw new Problem('not-found');

  return { row: view.row, place: await openCaseParties(core, session, caseId) };
}

function drafted(core: Core, place: CaseParties, letterFor: (held: InstitutionalFunction) => string): LettersToSend {
  const { dispatches, vacant } = drawUpKnown(core, place);

  return { vacant, letters: dispatches.map(({ function: held, state, to }) => ({ function: held, establishment: to.establishment, state, letter: letterFor(held) })) };
}

/** Draws up what is known, and says which functions nobody is known to hold. */
function drawUpKnown(core: Core, place: CaseParties): { dispatches: Dispatch[]; vacant: string[] } {
  try {
    return { dispatches: drawUp(core, place, false), vacant: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'recipient-unknown') throw error;

    return { dispatches: drawUp(core, place, true), vacant: String(error.facts.missing).split('.') };
  }
}
