import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { epoch, ringKey as ringTable } from '../../db/schema/index.ts';
import type { Core } from '../core.ts';
import { EnvelopeError } from '../vault/envelope.ts';
import { openRing, sealRing, signRing, type RingFacts } from '../vault/ring.ts';
import type { Renewal } from './renew-keys.ts';

/**
 * Wraps every key in a person's ring under their new ring key, signed by their new session. A row that does not open was
 * tampered with: it is left, counted, and shuts its owner out of nothing else. The journal keeps no digest of ring rows,
 * which anyone's first reading makes.
 */
export async function rewrapRing(tx: Tx, core: Core, { from, to }: Renewal): Promise<{ left: number }> {
  const { person } = from;
  const rows = await tx
    .select({ ring: ringTable, number: epoch.number })
    .from(ringTable)
    .innerJoin(epoch, eq(epoch.id, ringTable.epochId))
    .where(eq(ringTable.personId, person));
  let left = 0;

  for (const { ring, number } of rows) {
    const facts = { deployment: core.secrets.deployment.id, person, caseId: ring.caseId, compartment: ring.compartmentId, epoch: number };
    const key = opened(from.ringKey, facts, ring.sealed);
    if (!key) {
      left += 1;
      continue;
    }

    const sealed = sealRing(to.ringKey, facts, key);
    await tx
      .update(ringTable)
      .set({ sealed, certificateId: to.certificate, signature: signRing(to, facts, sealed) })
      .where(and(eq(ringTable.personId, person), eq(ringTable.epochId, ring.epochId)));
  }

  return { left };
}

function opened(ringKey: Uint8Array, facts: RingFacts, sealed: Uint8Array): Uint8Array | null {
  try {
    return openRing(ringKey, facts, sealed);
  } catch (error) {
    if (error instanceof EnvelopeError) return null;

    throw error;
  }
}
