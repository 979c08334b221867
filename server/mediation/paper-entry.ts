import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { paperEntry, party as partyTable } from '../../db/schema/index.ts';
import type { Guard } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openCaseParties, type CaseParties } from './case-parties.ts';
import type { Work } from './deed.ts';
import type { NewCompartment } from './keys/planning.ts';
import { standingsOf, type CaseView } from './keys/view.ts';
import { hasNoConflict } from './no-conflict.ts';
import { receivedInstant } from './received-on.ts';
import { scanText, type Scan } from './scan.ts';

/** A paper of one party: the local day it arrived, and how it looks. */
export type Paper = { party: string; receivedOn: string; scan: Scan };

/** What a paper says counts from its receipt; when it was entered is kept apart. */
export type Recorded = { entry: string; countsFrom: Date };

/** Where its scan is sealed: for the party and those who run the case, under a key the secretary's session does not keep. */
export function paperPlace({ party }: Pick<Paper, 'party'>): NewCompartment {
  return { kind: 'paper', subject: party };
}

/** Guard G14 for the secretary, and a party of this case. @throws Problem `not-found` */
export async function paperGuards(tx: Tx, view: CaseView, session: Session, { party }: Pick<Paper, 'party'>): Promise<Partial<Record<Guard, boolean>>> {
  if (!standingsOf(view, session.person).includes('secretary')) return {};
  const [known] = await tx.select({ id: partyTable.id }).from(partyTable).where(and(eq(partyTable.caseId, view.row.id), eq(partyTable.id, party)));
  if (!known) throw new Problem('not-found');

  return { 'no-conflict-declared': await hasNoConflict(tx, view, session.person) };
}

/** The days of the establishment, which the identities tell. @throws Problem `key-missing` */
export async function paperDays(core: Core, session: Session, caseId: string, { receivedOn }: Pick<Paper, 'receivedOn'>): Promise<CaseParties> {
  const place = await openCaseParties(core, session, caseId);
  receivedInstant(receivedOn, core.clock(), { zone: place.zone, settings: place.facts.settings });

  return place;
}

/** Seals the scan and writes the line that says who attests what; the journal entry says it too. */
export async function recordPaper(work: Work, session: Session, paper: Paper, { kind, actId, place }: { kind: 'consent' | 'refusal' | 'withdrawal' | 'signature'; actId: string; place: CaseParties }): Promise<Recorded> {
  const { tx, view, now, write, note } = work;
  const countsFrom = receivedInstant(paper.receivedOn, now, { zone: place.zone, settings: place.facts.settings });
  const itemId = await write(paperPlace(paper), 'scan', scanText(paper.scan));
  const id = randomUUID();
  await tx.insert(paperEntry).values({ id, caseId: view.row.id, partyId: paper.party, kind, channel: 'paper', receivedOn: paper.receivedOn, itemId, actId, attestedBy: session.person, at: now });
  note({ attested: true, kind, receivedOn: paper.receivedOn });

  return { entry: id, countsFrom };
}
