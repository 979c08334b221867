import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { consent as consentTable, party as partyTable } from '../../db/schema/index.ts';
import { lastConsent } from '../../policies/charter/deadlines.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import type { CaseParties } from './case-parties.ts';
import { consentedState, consentSubject, haveAllConsented, isReviewed } from './consent.ts';
import { consentVersion } from './consent-text.ts';
import { performDeed, type Work } from './deed.ts';
import { endOpenLinks } from './open-links.ts';
import { paperDays, paperGuards, paperPlace, recordPaper, type Paper, type Recorded } from './paper-entry.ts';
import { meetDeadline, startDeadline } from './start-deadline.ts';

/** `litigation`: what the consent form says of court actions and procedures (Ch 9 [C]). */
export type PaperAnswer = Paper & ({ answer: 'consent'; litigation: 'none' | 'declared' } | { answer: 'refusal' });
export type AnswerEntered = { state: State; entry: string };

const version = consentVersion('regional');

/**
 * The secretary enters a consent or a refusal received on paper (D art. 13: in writing [L]); the state moves as if the party
 * had answered. A consent counts from the day of receipt, from which T0 is computed. What the party has answered themselves
 * stands.
 * @throws Problem `not-found`, `wrong-state`, `acted-first`, `litigation-not-reviewed`, `conflict-declared`, `invalid-body`
 */
export async function enterAnswer(core: Core, session: Session, caseId: string, given: PaperAnswer): Promise<AnswerEntered> {
  if (given.answer === 'consent' && given.litigation === 'declared') await enterLitigation(core, session, caseId, given);
  const isConsent = given.answer === 'consent';
  const act = isConsent ? 'enter-consent' : 'enter-refusal';
  const actId = randomUUID();
  let place: CaseParties | undefined;

  return performDeed(core, session, caseId, {
    act,
    signs: [{ id: actId, kind: act, subject: isConsent ? consentSubject(given.party, version) : idBytes(given.party) }],
    guards: async (tx, view) => ({ ...(await paperGuards(tx, view, session, given)), 'litigation-reviewed': !isConsent || (await isReviewed(tx, given.party)) }),
    beforehand: async () => void (place = await paperDays(core, session, caseId, given)),
    creates: () => [paperPlace(given)],
    change: async (work) => {
      const answering = { actId, place: place as CaseParties };
      await refuseOverwriting(work.tx, caseId, given);
      const recorded = await recordPaper(work, session, given, { kind: given.answer, ...answering });
      await answer(work, session, given, { ...recorded, ...answering });

      return { state: isConsent ? await consented(work, { ...recorded, ...answering }) : await refusedBy(work), entry: recorded.entry };
    },
  });
}

type Answering = Recorded & { actId: string; place: CaseParties };

/** A procedure told on the form waits for the mediator, whatever becomes of the consent. */
async function enterLitigation(core: Core, session: Session, caseId: string, paper: Paper): Promise<void> {
  await performDeed(core, session, caseId, {
    act: 'enter-litigation',
    writesOnly: true,
    guards: (tx, view) => paperGuards(tx, view, session, paper),
    change: async ({ tx, note }) => {
      await tx.update(partyTable).set({ litigation: 'declared' }).where(and(eq(partyTable.id, paper.party), ne(partyTable.litigation, 'reviewed')));
      note({ attested: true, receivedOn: paper.receivedOn });
    },
  });
}

/** A consent on paper may be followed by a refusal on paper, while another answer is awaited; nothing else is written twice. */
async function refuseOverwriting(tx: Tx, caseId: string, { party, answer }: PaperAnswer): Promise<void> {
  const [before] = await tx.select().from(consentTable).where(and(eq(consentTable.caseId, caseId), eq(consentTable.partyId, party)));
  if (before && (before.attestedBy === null || answer === 'consent')) throw new Problem('acted-first');
}

async function answer({ tx, view }: Work, session: Session, { party, answer, receivedOn }: PaperAnswer, { countsFrom, actId }: Answering): Promise<void> {
  const row = { personId: null, attestedBy: session.person, receivedOn, answer: answer === 'consent' ? 'consent' as const : 'refuse' as const, textVersion: version, actId, at: countsFrom };
  await tx.insert(consentTable).values({ caseId: view.row.id, partyId: party, ...row }).onConflictDoUpdate({ target: [consentTable.caseId, consentTable.partyId], set: row });
  if (answer === 'consent') await tx.update(partyTable).set({ litigation: 'none' }).where(and(eq(partyTable.id, party), eq(partyTable.litigation, 'unknown')));
}

async function consented({ tx, view, now, move, note }: Work, { actId, place }: Answering): Promise<State> {
  const caseId = view.row.id;
  note({ text: version });
  if (!(await haveAllConsented(tx, caseId))) return view.row.state;

  const given = await tx.select({ at: consentTable.at }).from(consentTable).where(eq(consentTable.caseId, caseId));
  const last = lastConsent(given.map(({ at }) => at)) ?? now;
  const state = consentedState(view);
  await move(state, { consentedAt: last });
  await meetDeadline(tx, caseId, 'consent-answer', now);
  await startDeadline(tx, 'agreement', { caseId, table: 'act', id: actId, at: last }, place);
  if (state === 'designated') await startDeadline(tx, 'challenge', { caseId, table: 'act', id: actId, at: now }, place);

  return state;
}

async function refusedBy({ tx, view, now, move }: Work): Promise<State> {
  await endOpenLinks(tx, view.row.id, now);
  await meetDeadline(tx, view.row.id, 'consent-answer', now);
  await move('refused', { outcome: 'party_refused', closedAt: now });

  return 'refused';
}
