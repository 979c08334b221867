import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { item } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';
import { ownParty } from './own-party.ts';
import { reveal } from './reveal.ts';
import { sourceCases } from './source-cases.ts';
import { sourceDigests } from './source-digest.ts';

type Copy = { kind: string; text: string; digest: Uint8Array };

/**
 * A party takes one of their own texts (account, document, caucus) to the tier above, or to the case theirs was joined to:
 * their session opens it there and seals a copy into their account here (design 4, referral up). What another wrote never travels this way.
 * @throws Problem `not-found` for a text that is not theirs below, `acted-first` when it has been carried already
 */
export async function carryAccount(core: Core, session: Session, caseId: string, source: string): Promise<{ item: string; at: string }> {
  let copy: Copy | undefined;

  return performDeed(core, session, caseId, {
    act: 'carry-account',
    beforehand: async (view) => void (copy = await openOwnText(core, session, view, source)),
    creates: (view) => (compartmentOf(view, 'account', ownParty(view, session.person)) ? [] : [{ kind: 'account', subject: ownParty(view, session.person) }]),
    change: async ({ tx, view, now, write }) => {
      const { kind, text, digest } = copy as Copy;
      await refuseTwice(tx, caseId, digest);

      return { item: await write({ kind: 'account', subject: ownParty(view, session.person) }, kind, text, { sourceDigest: digest }), at: now.toISOString() };
    },
  });
}

async function openOwnText(core: Core, session: Session, view: CaseView, source: string): Promise<Copy> {
  for (const caseId of await sourceCases(core, session, view.row.id)) {
    const texts = await reveal(core, session, caseId, [{ kind: 'account' }, { kind: 'caucus' }]);
    const own = texts.find(({ id, author }) => id === source && author === session.person);
    const digest = (await sourceDigests(core, session, caseId, [source])).get(source);
    if (own && digest) return { kind: own.kind, text: own.text, digest };
  }

  throw new Problem('not-found');
}

async function refuseTwice(tx: Tx, caseId: string, digest: Uint8Array): Promise<void> {
  const [before] = await tx.select({ id: item.id }).from(item).where(and(eq(item.caseId, caseId), eq(item.sourceDigest, digest)));
  if (before) throw new Problem('acted-first');
}
