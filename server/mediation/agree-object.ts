import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { item, objectAgreement } from '../../db/schema/index.ts';
import { hasCharge } from '../../policies/access.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf, standingsOf, type CaseView } from './keys/view.ts';
import { ownParty } from './own-party.ts';

/**
 * The mediator in charge writes what the mediation is about: one neutral text, and the names the parties show each
 * other. A new text replaces the former, which nobody's agreement covers any more.
 * @throws Problem `not-found`, `wrong-state`
 */
export async function writeObject(core: Core, session: Session, caseId: string, text: string): Promise<{ item: string; at: string }> {
  return performDeed(core, session, caseId, {
    act: 'agree-object',
    guards: async (_tx, view) => {
      if (!hasCharge(standingsOf(view, session.person))) throw new Problem('not-found');

      return {};
    },
    creates: (view) => (compartmentOf(view, 'object') ? [] : [{ kind: 'object' }]),
    change: async ({ write, now }) => ({ item: await write({ kind: 'object' }, 'object', text), at: now.toISOString() }),
  });
}

/**
 * A party agrees the text as it stands, before it leaves for the others.
 * @throws Problem `not-found`, `wrong-state`, `consent-outdated` when it is not the latest text, `acted-first`
 */
export async function agreeObject(core: Core, session: Session, caseId: string, { item: read, party }: { item: string; party?: string }): Promise<{ agreedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'agree-object',
    writesOnly: true,
    guards: async (_tx, view) => {
      ownParty(view, session.person, party);

      return {};
    },
    change: async ({ tx, view, now }) => {
      const own = ownParty(view, session.person, party);
      const latest = await latestObject(tx, view);
      if (latest === undefined) throw new Problem('not-found');
      if (latest !== read) throw new Problem('consent-outdated');
      const [already] = await tx.select().from(objectAgreement).where(and(eq(objectAgreement.itemId, read), eq(objectAgreement.partyId, own)));
      if (already) throw new Problem('acted-first');
      await tx.insert(objectAgreement).values({ caseId, itemId: read, partyId: own, personId: session.person, at: now });

      return { agreedAt: now.toISOString() };
    },
  });
}

/** The item of the object as it now reads, if it was written. */
export async function latestObject(tx: Tx, view: CaseView): Promise<string | undefined> {
  const object = compartmentOf(view, 'object');
  const [latest] = object ? await tx.select({ id: item.id }).from(item).where(eq(item.compartmentId, object.id)).orderBy(desc(item.createdAt)).limit(1) : [];

  return latest?.id;
}
