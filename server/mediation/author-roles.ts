import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { act, designation, representative } from '../../db/schema/index.ts';
import type { Session } from '../core.ts';

/** As what somebody wrote, for a reader who need not know who. `office`: anybody else of the mediator's office. */
export const authorRoles = ['self', 'party', 'in-charge', 'delegate', 'office'] as const;
export type AuthorRole = (typeof authorRoles)[number];

/** The role of each author of a case, those who have left included. */
export async function readAuthorRoles(tx: Tx, session: Session, caseId: string): Promise<(author: string) => AuthorRole> {
  const [parties, charged, designated] = await Promise.all([
    tx.select({ person: representative.personId }).from(representative).where(eq(representative.caseId, caseId)),
    tx.select({ person: act.authorId }).from(act).where(and(eq(act.caseId, caseId), eq(act.kind, 'take-charge'))),
    tx.select({ person: designation.personId }).from(designation).where(eq(designation.caseId, caseId)),
  ]);
  const has = (rows: readonly { person: string }[], author: string) => rows.some(({ person }) => person === author);

  return (author) => {
    if (author === session.person) return 'self';
    if (has(parties, author)) return 'party';
    if (has(charged, author)) return 'in-charge';

    return has(designated, author) ? 'delegate' : 'office';
  };
}
