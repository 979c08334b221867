import { randomUUID } from 'node:crypto';
import type { OfficeTier, Role } from '../policies/vocabulary.ts';
import { withIdentity } from '../server/people/with-identity.ts';
import { appendStatement } from '../server/people/statement-line.ts';
import { currentUndertaking } from '../server/people/offices/undertaking-text.ts';
import { signUndertaking } from '../server/people/offices/undertaking.ts';
import { resumeSession } from '../server/people/resume-session.ts';
import type { Session } from '../server/core.ts';
import { signStatement, statementDigest, type Statement } from '../server/vault/statement.ts';
import type { StatementSignature } from '../server/vault/trust.ts';
import type { Client } from './client.ts';
import type { House } from './core.ts';

export type Appointment = { office: string; role: Role; validTo?: Date; certified?: boolean; gender?: 'woman' | 'man'; establishment?: string };

/** The session behind a client, for deeds called without HTTP. */
export async function sessionOf({ core }: House, { token, account }: Client): Promise<Session> {
  const resumed = await resumeSession(core, token);
  if (!resumed) throw new Error(`${account.name} is not signed in`);

  return resumed.session;
}

/** An office as reference data: its id. */
export async function officeOf({ superuser, clock }: House, tier: OfficeTier, place: { territory?: string; establishment?: string } = {}): Promise<string> {
  const id = randomUUID();
  await superuser`
    insert into office (id, tier, code, territory_id, establishment_id, opened_at)
    values (${id}, ${tier}, ${tier}, ${place.territory ?? null}, ${place.establishment ?? null}, ${clock.now()})`;

  return id;
}

/**
 * Gives someone a mandate that holds, with real signatures: theirs and the registrar's, or root's when there is no
 * registrar. They are signed in again, so that their certificate names it.
 */
export async function appoint(house: House, client: Client, appointment: Appointment, registrar?: Client): Promise<void> {
  const { core, clock } = house;
  const at = clock.now();
  const mandateId = randomUUID();
  const validTo = appointment.validTo ?? new Date(at.getTime() + 1095 * 86_400_000);

  const signed = await withIdentity(core, await sessionOf(house, client), client.account.passphrase, (identity, previous, { statement: former }) => {
    const statement: Statement = { ...former, version: former.version + 1, kind: 'mandate', previous, validFrom: at, validTo, office: appointment.office, role: appointment.role };
    const undertaking = { deployment: core.secrets.deployment.id, person: client.person, mandate: mandateId, version: currentUndertaking };

    return { statement, own: signStatement(identity, statement), undertaking: signUndertaking(identity, undertaking) };
  });
  const signatures: StatementSignature[] = [{ by: 'subject', signer: null, signature: signed.own, at }, await countersigned(house, signed.statement, registrar)];

  await core.database.withActor({ kind: 'person', id: client.person }, (tx) => appendStatement(tx, signed.statement, signatures));
  await house.superuser`
    insert into mandate (id, person_id, office_id, role, certified, gender, establishment_id, valid_from, valid_to, proposed_at, statement_digest,
      undertaking_text, undertaking_signature, undertaking_at, countersigned_by, countersigned_at)
    values (${mandateId}, ${client.person}, ${appointment.office}, ${appointment.role}, ${appointment.certified ?? false}, ${appointment.gender ?? null},
      ${appointment.establishment ?? null}, ${at}, ${validTo}, ${at}, ${statementDigest(signed.statement)},
      ${currentUndertaking}, ${signed.undertaking}, ${at}, ${registrar?.person ?? null}, ${at})`;
  await client.signIn();
}

async function countersigned(house: House, statement: Statement, registrar?: Client): Promise<StatementSignature> {
  const at = house.clock.now();
  if (!registrar) return { by: 'root', signer: null, signature: signStatement(house.root.identity, statement), at };

  return withIdentity(house.core, await sessionOf(house, registrar), registrar.account.passphrase, (identity, signer) => ({
    by: 'registrar' as const, signer, signature: signStatement(identity, statement), at,
  }));
}
