import type { Tx } from '../../db/client.ts';
import type { Tier } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { mandatesInForce } from '../people/offices/mandates.ts';

/** The offices of a tier whose mediator or deputy this person now is, by a mandate that signatures prove. */
export async function ownOffices(tx: Tx, core: Core, session: Session, tier: Tier): Promise<string[]> {
  const mandates = await mandatesInForce(tx, core.secrets, core.clock(), [session.person]);

  return mandates.filter(({ row, office }) => office.tier === tier && (row.role === 'mediator' || row.role === 'deputy')).map(({ office }) => office.id);
}
