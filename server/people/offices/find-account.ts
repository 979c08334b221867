import { sql } from 'drizzle-orm';
import { signerOf, type Core, type Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { loginOf, normalAddress } from '../address.ts';
import { countOwn } from '../attempts.ts';
import { rolesInForce } from './mandates.ts';
import { refusing } from './refusal.ts';

/**
 * The account somebody signs in with, for the administrator who is about to propose them. A visitor's look-up, by the keyed
 * hash of an address: it tells that there is one account, and nothing of it. That alone may say that somebody asks for a
 * mediation: each look-up is journaled, and there are few in a day.
 * @throws Problem `not-found` for anybody else, `invalid-body` when there is none, or more than one, `too-many`
 */
export async function findAccount(core: Core, session: Session, typed: string): Promise<string> {
  return refusing(core, session, 'find-account', async () => {
    const roles = await core.database.withActor({ kind: 'person', id: session.person }, (tx, now) => rolesInForce(tx, core.secrets, now, session.person));
    if (!roles.includes('administrator')) throw new Problem('not-found');
    await countOwn(core, session, 'find-account');
    const { hmac } = loginOf(core, normalAddress(typed));
    const rows = await core.database.withActor({ kind: 'visitor' }, (tx) => tx.execute<{ person_id: string }>(sql`select distinct person_id from slots_of_login(${hmac})`));
    const [found, another] = rows;
    await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
      core.journal.append(tx, { event: 'listed', act: 'find-account', actor: { kind: 'person', person: session.person, role: 'administrator' }, detail: { count: rows.length }, signer: signerOf(session) }));
    if (!found || another) throw new Problem('invalid-body', { errors: [{ field: 'address', message: 'Donnez l’adresse d’un compte qui existe, et d’un seul.' }] });

    return found.person_id;
  });
}
