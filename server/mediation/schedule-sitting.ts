import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { sitting } from '../../db/schema/index.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Role } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { mandatesInForce } from '../people/offices/mandates.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { isOver } from './past-day.ts';

/** Who calls the committee of an office together. */
export const schedulers: readonly Role[] = ['mediator', 'deputy', 'secretary'];

/** A sitting of an office's committee, on a local day. */
export type NewSitting = { office: string; heldOn: LocalDate };

/**
 * The mediator, deputy or secretary of an office says on which day its committee sits.
 * @throws Problem `not-found` for anyone else, `invalid-body` for a day that is over, `acted-first` when it sits that day
 */
export async function scheduleSitting(core: Core, session: Session, { office, heldOn }: NewSitting): Promise<{ sitting: string; heldOn: LocalDate }> {
  return refusing(core, session, 'schedule-sitting', () => core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    const held = (await mandatesInForce(tx, core.secrets, core.clock(), [session.person])).find(({ row, office: of }) => of.id === office && of.tier !== 'local' && schedulers.includes(row.role as Role));
    if (!held) throw new Problem('not-found');
    if (isOver(heldOn, now)) throw new Problem('invalid-body', { errors: [{ field: 'heldOn', message: 'Indiquez un jour à venir.' }] });
    const [same] = await tx.select({ id: sitting.id }).from(sitting).where(and(eq(sitting.officeId, office), eq(sitting.heldOn, heldOn)));
    if (same) throw new Problem('acted-first');

    const id = randomUUID();
    await tx.insert(sitting).values({ id, officeId: office, heldOn, scheduledBy: session.person, scheduledAt: now });
    await core.journal.append(tx, { event: 'deed', act: 'schedule-sitting', actor: { kind: 'person', person: session.person }, subject: { office, sitting: id }, detail: { role: held.row.role }, signer: signerOf(session) });

    return { sitting: id, heldOn };
  }));
}
