import { eq } from 'drizzle-orm';
import { mandate } from '../../../db/schema/index.ts';
import { signedMandate } from '../../../db/schema/offices.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { equal } from '../../vault/bytes.ts';
import { signStatement, statementDigest } from '../../vault/statement.ts';
import type { Verified } from '../../vault/trust.ts';
import { withIdentity } from '../with-identity.ts';
import { loadWorld } from '../world.ts';
import { loadAppointment, mandateStatement } from './appointment.ts';
import { currentKeys, stateOf, type MandateRow } from './mandates.ts';
import { refusing, requireAllowed } from './refusal.ts';
import { currentUndertaking } from './undertaking-text.ts';
import { signUndertaking } from './undertaking.ts';

/**
 * The person signs, with their passphrase, the statement of their mandate and the written undertaking (D art. 12 [L]).
 * Signing again replaces what was signed, as is due when another mandate was countersigned meanwhile.
 * @throws Problem `not-found` when the appointment is not theirs, `wrong-state`, `wrong-passphrase`
 */
export async function signMandate(core: Core, session: Session, appointment: string, passphrase: string): Promise<void> {
  return refusing(core, session, 'sign-mandate', async () => {
    const { deployment } = core.secrets;
    const person = { kind: 'person', id: session.person } as const;
    const { row, keys } = await core.database.withActor(person, async (tx) => {
      const { row } = await loadAppointment(tx, appointment);
      requireSign(session, row);
      const world = await loadWorld(tx, core.secrets, core.clock(), { persons: [session.person] });

      return { row, keys: requireKeys(currentKeys(session.person, world)) };
    });

    const statement = mandateStatement(row, keys);
    const undertaking = { deployment: deployment.id, person: session.person, mandate: row.id, version: currentUndertaking };
    const signed = await withIdentity(core, session, passphrase, async (identity) => ({
      mandate: signStatement(identity, statement), undertaking: signUndertaking(identity, undertaking),
    }));

    await core.database.withActor(person, async (tx) => {
      const now = core.clock();
      requireSign(session, (await loadAppointment(tx, appointment, { lock: true })).row);
      const world = await loadWorld(tx, core.secrets, now, { persons: [session.person] });
      if (!equal(requireKeys(currentKeys(session.person, world)).digest, keys.digest)) throw new Problem('changed-meanwhile');

      await tx.insert(signedMandate).values({ mandateId: row.id, signature: signed.mandate })
        .onConflictDoUpdate({ target: signedMandate.mandateId, set: { signature: signed.mandate } });
      await tx.update(mandate).set({
        statementDigest: statementDigest(statement),
        undertakingText: currentUndertaking, undertakingSignature: signed.undertaking, undertakingAt: now,
      }).where(eq(mandate.id, row.id));
      const about = { actor: { kind: 'person', person: session.person }, subject: { mandate: row.id, office: row.officeId }, signer: signerOf(session) } as const;
      await core.journal.append(tx, { event: 'mandate-signed', ...about, detail: { role: row.role } });
      await core.journal.append(tx, { event: 'undertaking-signed', ...about, detail: { version: currentUndertaking } });
    });
  });
}

function requireSign(session: Session, row: MandateRow): void {
  requireAllowed('sign', { actor: session.person, roles: [], subject: row.personId, proposer: row.proposedBy, state: stateOf(row) });
}

function requireKeys(keys: Verified | undefined): Verified {
  if (!keys) throw new Problem('key-missing');

  return keys;
}
