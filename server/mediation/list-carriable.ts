import { eq } from 'drizzle-orm';
import { item } from '../../db/schema/index.ts';
import { toBase64url } from '../vault/bytes.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { reveal } from './reveal.ts';
import { sourceCases } from './source-cases.ts';
import { sourceDigests } from './source-digest.ts';

/** A text of one's own in the case below, or in one joined to this, as its author opens it. */
export type Carriable = { item: string; kind: string; at: string; text: string };

/**
 * What a party wrote in the cases this one came from and has not yet carried here; what others wrote never travels (design 4).
 * @throws Problem `not-found` for a case that came by no referral and to which none of theirs was joined
 */
export async function listCarriable(core: Core, session: Session, caseId: string): Promise<Carriable[]> {
  const sources = await sourceCases(core, session, caseId);
  if (sources.length === 0) throw new Problem('not-found');
  const copies = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.select({ digest: item.sourceDigest }).from(item).where(eq(item.caseId, caseId)), { caseId });
  const carried = new Set(copies.flatMap(({ digest }) => (digest ? [toBase64url(new Uint8Array(digest))] : [])));

  return (await Promise.all(sources.map((source) => ownTexts(core, session, source, carried)))).flat();
}

async function ownTexts(core: Core, session: Session, source: string, carried: ReadonlySet<string>): Promise<Carriable[]> {
  const own = (await reveal(core, session, source, [{ kind: 'account' }, { kind: 'caucus' }])).filter(({ author }) => author === session.person);
  const digests = await sourceDigests(core, session, source, own.map(({ id }) => id));

  return own
    .filter(({ id }) => !carried.has(toBase64url(new Uint8Array(digests.get(id) ?? []))))
    .map(({ id, kind, createdAt, text }) => ({ item: id, kind, at: createdAt.toISOString(), text }));
}
