import type { InstitutionalCapacity } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { bothHands } from './both-hands.ts';
import { judge, signatoryOf, type InstitutionalReferral } from './institutional-referral.ts';

/** Who must sign besides the one who asks, and until when they may; nobody where one hand suffices. */
export type SecondHand = { name: string; capacity: InstitutionalCapacity; expiresAt: Date };

/**
 * What signing would do, before anything is signed or written: the case begins at once, or waits for a second hand.
 * @throws Problem as `referInstitutionally`, and as `proposeReferral` where two must sign
 */
export async function previewReferral(core: Core, session: Session, body: InstitutionalReferral): Promise<SecondHand | undefined> {
  return refusing(core, session, 'refer-institutionally', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      const referrer = await signatoryOf(tx, core, session.person, body, now);
      try {
        await judge(tx, body, { referrer, cosigners: [] }, now);

        return undefined;
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'cosigner-missing') throw error;
      }
      const { second, expiresAt } = await bothHands(tx, core, session, body, now);
      const names = await namesOf(tx, core, [second.personKey]);

      return { name: names.get(second.personKey) ?? '', capacity: second.capacity as InstitutionalCapacity, expiresAt };
    }),
  );
}
