import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { callUp as callUpTable, department, office, territoryRegion } from '../../db/schema/index.ts';
import { deadline } from '../../policies/charter/deadlines.ts';
import type { CallUpReason } from '../../policies/charter/reasons.ts';
import type { Purpose } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { directoryFacts } from '../people/directory.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { ownOffices } from './own-offices.ts';

/** A situation, by the reference somebody gave, or by its purpose; `territory` is the id of the region asked. */
export type CallUp = { territory: string; reason: CallUpReason; reference?: string; purpose?: Purpose };
export type CalledUp = { callUp: string; dueOn: string };

/**
 * The national mediator asks a regional mediator to refer a situation (domain 9.3 [I]; the region decides, D art. 10 [L]).
 * No case is looked up: the answer is the same whether the reference exists or not.
 * @throws Problem `not-found` for anyone else, `invalid-body`, `office-empty` when the territory has no office
 */
export async function callUp(core: Core, session: Session, asked: CallUp): Promise<CalledUp> {
  if (!asked.reference && !asked.purpose) throw new Problem('invalid-body', { errors: [{ field: 'reference', message: 'Donnez une référence, ou l’objet de la situation.' }] });

  return refusing(core, session, 'call-up', () => core.database.withActor({ kind: 'person', id: session.person }, (tx) => ask(tx, core, session, asked)));
}

async function ask(tx: Tx, core: Core, session: Session, { territory, reason, reference, purpose }: CallUp): Promise<CalledUp> {
  const now = core.clock();
  const [from] = await ownOffices(tx, core, session, 'national');
  if (!from) throw new Problem('not-found');
  const [to] = await tx.select({ id: office.id }).from(office).where(eq(office.territoryId, territory));
  if (!to) throw new Problem('office-empty');

  const { settings } = await directoryFacts(tx, now);
  const { dueOn } = deadline('call-up-answer', now, await zoneOf(tx, territory), settings);
  const id = randomUUID();
  await tx.insert(callUpTable).values({ id, fromOfficeId: from, toOfficeId: to.id, reference, purpose, reason, askedBy: session.person, askedAt: now, dueOn });
  await core.journal.append(tx, {
    event: 'deed', act: 'call-up', actor: { kind: 'person', person: session.person, role: 'presiding' }, subject: { callUp: id, office: to.id }, detail: { reason }, signer: signerOf(session),
  });

  return { callUp: id, dueOn };
}

/** A territory of several zones is asked in that of its first department. */
async function zoneOf(tx: Tx, territory: string): Promise<string> {
  const [first] = await tx
    .select({ zone: department.zone })
    .from(department)
    .innerJoin(territoryRegion, eq(territoryRegion.regionCode, department.regionCode))
    .where(eq(territoryRegion.territoryId, territory))
    .orderBy(asc(department.code))
    .limit(1);
  if (!first) throw new Problem('office-empty');

  return first.zone;
}
