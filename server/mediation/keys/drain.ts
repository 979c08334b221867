import { eq, or, sql } from 'drizzle-orm';
import { caseFile } from '../../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import type { Written } from '../../journal/entry.ts';
import { loadWorld } from '../../people/world.ts';
import { whoMatters } from './unlock.ts';
import { writeKeys } from './write.ts';
import { planKeys } from './plan.ts';
import { prove } from './proven.ts';
import { readLocked, unlock } from './unlock.ts';
import { loadCase } from './view.ts';

const atOnce = 50;

/**
 * Hands on the keys that waited for a holder (design 3, `grants_due`) and opens the epochs that a removal closed, in the
 * cases this person reaches. Called when a holder signs in. What no signed act leads to is left shut, journaled, alarmed.
 */
export async function drainKeys(core: Core, session: Session): Promise<void> {
  const due = await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    tx.select({ id: caseFile.id }).from(caseFile).where(or(eq(caseFile.keysDue, true), isStoodInFor)).orderBy(caseFile.receivedAt).limit(atOnce),
  );
  for (const { id } of due) await drainCase(core, session, id);
}

/** An absence begins by its date: no deed marks its cases. */
const isStoodInFor = sql`exists (select from absence a where a.office_id = ${caseFile.officeId} and a.person_id = ${caseFile.inCharge} and a.ended_at is null and a.from_at <= entente_now() and a.until_at > entente_now())`;

/** The same for one case. A case that changed meanwhile is left to whoever changed it. */
export async function drainCase(core: Core, session: Session, caseId: string): Promise<void> {
  const actor = { kind: 'person', id: session.person } as const;
  const at = core.clock();
  const read = await core.database.withActor(actor, async (tx) => {
    const view = await loadCase(tx, caseId);
    if (!view) return undefined;
    const locked = await readLocked(tx, view, session.person, view.compartments.flatMap(({ epochs }) => epochs.map(({ id }) => id)));

    return { view, locked, world: await loadWorld(tx, core.secrets, at, whoMatters(view, [], locked)) };
  }, { caseId });
  if (!read) return;

  const { view, locked, world } = read;
  const proven = prove(view, world);
  const deployment = core.secrets.deployment.id;
  const { keys, refused } = await unlock({ deployment, session, view, world, proven, locked });
  const plan = await planKeys({ deployment, session, view, world, proven, keys, at, after: view.standings });
  if (plan.grants.length + plan.rings.length + plan.epochs.length + plan.distrusted.length + refused.length === 0) return;

  await core.database.withActor(actor, async (tx) => {
    const [row] = await tx.select({ holders: caseFile.holders }).from(caseFile).where(eq(caseFile.id, caseId)).for('update');
    if (row?.holders !== view.row.holders) return;

    const written: Written[] = [];
    await writeKeys(tx, plan, [], written);
    await tx.execute(sql`select sweep_case(${caseId})`);
    await core.journal.append(tx, {
      event: 'grants-sealed', actor: { kind: 'person', person: session.person }, subject: { caseId },
      detail: { grants: plan.grants.length, epochs: plan.epochs.length, distrusted: plan.distrusted.length }, written, signer: signerOf(session),
    });
    for (const { person, standing } of plan.distrusted) await core.journal.append(tx, { event: 'alarm', act: 'entitlement-refused', actor: { kind: 'system' }, subject: { caseId, person }, detail: { standing } });
    for (const grant of refused) await core.journal.append(tx, { event: 'alarm', act: 'grant-refused', actor: { kind: 'system' }, subject: { caseId, person: grant.grantorId, compartment: grant.compartmentId } });
  }, { caseId });
}
