import { eq } from 'drizzle-orm';
import { item, referral } from '../../db/schema/index.ts';
import { toBase64url } from '../vault/bytes.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { reveal } from './reveal.ts';
import { sourceDigests } from './source-digest.ts';

/** A text of one's own in the case below, as its author opens it. */
export type Carriable = { item: string; kind: string; at: string; text: string };

/**
 * What a party wrote in the case below and has not yet carried up; what others wrote never travels (design 4).
 * @throws Problem `not-found` for a case that came by no referral
 */
export async function listCarriable(core: Core, session: Session, caseId: string): Promise<Carriable[]> {
  const { lower, carried } = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [[found], copies] = await Promise.all([
      tx.select({ lower: referral.lowerCaseId }).from(referral).where(eq(referral.upperCaseId, caseId)),
      tx.select({ digest: item.sourceDigest }).from(item).where(eq(item.caseId, caseId)),
    ]);
    if (!found) throw new Problem('not-found');

    return { lower: found.lower, carried: new Set(copies.flatMap(({ digest }) => (digest ? [toBase64url(new Uint8Array(digest))] : []))) };
  }, { caseId });
  const own = (await reveal(core, session, lower, [{ kind: 'account' }, { kind: 'caucus' }])).filter(({ author }) => author === session.person);
  const digests = await sourceDigests(core, session, lower, own.map(({ id }) => id));

  return own
    .filter(({ id }) => !carried.has(toBase64url(new Uint8Array(digests.get(id) ?? []))))
    .map(({ id, kind, createdAt, text }) => ({ item: id, kind, at: createdAt.toISOString(), text }));
}
