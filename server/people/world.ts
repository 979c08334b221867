import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { pinnedOf, type Pinned } from '../pinned.ts';
import type { Secrets } from '../secrets.ts';
import type { SessionCertificate } from '../vault/certificate.ts';
import { rememberSignatures } from '../vault/signature-memory.ts';
import { statementDigest, type Statement, type StatementKind } from '../vault/statement.ts';
import type { StatementSignature, StoredStatement, World } from '../vault/trust.ts';

const verify = rememberSignatures(20_000);

/** Persons and offices, by id, and certificates, by theirs, about whose keys there is a question. */
type Asked = { persons: readonly string[]; certificates?: readonly string[] };

/** What the service itself knows of whose keys are whose, as of `at`: `readWorld` from its own secrets. */
export async function loadWorld(tx: Tx, secrets: Secrets, at: Date, asked: Asked): Promise<World> {
  return readWorld(tx, pinnedOf(secrets), at, asked);
}

/**
 * Reads, without believing it, everything that says whose keys are whose for these persons, offices and certificates:
 * statements, their signers' statements up to root, certificates, and mandates that ended before their term.
 */
export async function readWorld(tx: Tx, pinned: Pinned, at: Date, { persons, certificates = [] }: Asked): Promise<World> {
  const { deployment } = pinned;
  const [read] = await tx.execute<Rows>(gather(persons, certificates));
  const statements = new Map((read?.statements ?? []).map((row) => stored(deployment, row)).map((one) => [hex(statementDigest(one.statement)), one]));
  const known = new Map((read?.certificates ?? []).map((row) => [row.id, certificate(deployment, row)]));
  // The earlier of what the row says and of a signed relieving: a row that forgets an end revives nothing.
  const ended = new Map((read?.ended ?? []).map((row) => [row.digest, new Date(row.at)] as const).sort(([, one], [, other]) => other.getTime() - one.getTime()));

  return {
    ...pinned,
    at,
    lookup: (digest) => statements.get(hex(digest)),
    statementsOf: (person) => [...statements.values()].map(({ statement }) => statement).filter((statement) => statement.person === person),
    certificate: (id) => known.get(id),
    endedAt: (digest) => ended.get(hex(digest)),
    proven: new Map(),
    verify,
  };
}

type SignatureRow = { by: StatementSignature['by']; signer: string | null; signature: string; at: string };
type StatementRow = {
  person_id: string; version: number; kind: StatementKind; xwing: string; identity: string; previous: string | null;
  valid_from: string; valid_to: string | null; office_id: string | null; role: string | null; signatures: SignatureRow[];
};
type CertificateRow = { id: string; person_id: string; statement: string; id_hash: string; public_key: string; not_before: string; expires_at: string; signature: string };
type Rows = { statements: StatementRow[] | null; certificates: CertificateRow[] | null; ended: { digest: string; at: string }[] | null };

/** One round trip: lines of statements, followed through registrars and the members who opened office keys. */
function gather(persons: readonly string[], certificates: readonly string[]) {
  return sql`
    with recursive line (person_id) as (
      select unnest(string_to_array(${persons.join(',')}, ',')::uuid[])
      union select c.person_id from session_certificate c where c.id = any (string_to_array(${certificates.join(',')}, ',')::uuid[])
      union select signer.person_id from line l
        join statement s on s.person_id = l.person_id
        join statement_signature g on g.statement_digest = s.digest and g.signer is not null
        join lateral (
          select r.person_id from statement r where g.signed_by = 'registrar' and r.digest = g.signer
          union all select c.person_id from session_certificate c where g.signed_by = 'session' and c.id = encode(g.signer, 'hex')::uuid
        ) signer on true
    ), chosen as (select s.* from statement s join line l on l.person_id = s.person_id),
    signed as (
      select g.statement_digest, json_agg(json_build_object('by', g.signed_by, 'signer', encode(g.signer, 'hex'),
        'signature', encode(g.signature, 'hex'), 'at', g.at)) as signatures
      from statement_signature g join chosen s on s.digest = g.statement_digest group by g.statement_digest
    ), openers as (
      select encode(g.signer, 'hex')::uuid as id from statement_signature g join chosen s on s.digest = g.statement_digest where g.signed_by = 'session'
    )
    select
      (select json_agg(json_build_object('person_id', s.person_id, 'version', s.version, 'kind', s.kind, 'xwing', encode(s.xwing_public, 'hex'),
        'identity', encode(s.identity_public, 'hex'), 'previous', encode(s.previous, 'hex'), 'valid_from', s.valid_from, 'valid_to', s.valid_to,
        'office_id', s.office_id, 'role', s.role, 'signatures', coalesce(g.signatures, '[]'::json)))
       from chosen s left join signed g on g.statement_digest = s.digest) as statements,
      (select json_agg(json_build_object('id', c.id, 'person_id', c.person_id, 'statement', encode(c.statement_digest, 'hex'), 'id_hash', encode(c.id_hash, 'hex'),
        'public_key', encode(c.public_key, 'hex'), 'not_before', c.not_before, 'expires_at', c.expires_at, 'signature', encode(c.signature, 'hex')))
       from session_certificate c where c.id = any (string_to_array(${certificates.join(',')}, ',')::uuid[]) or c.id in (select id from openers)) as certificates,
      (select json_agg(json_build_object('digest', encode(m.statement_digest, 'hex'), 'at', m.ended_at))
       from (select m.statement_digest, m.ended_at from mandate m join line l on l.person_id = m.person_id where m.ended_at is not null and m.statement_digest is not null
             union all select a.subject, a.at from act a join chosen s on s.digest = a.subject where a.case_id is null and a.kind = 'relieve') m) as ended`;
}

function stored(deployment: string, row: StatementRow): StoredStatement {
  const statement: Statement = {
    deployment,
    person: row.person_id,
    version: row.version,
    kind: row.kind,
    xwing: unhex(row.xwing),
    ed25519: unhex(row.identity),
    previous: row.previous === null ? null : unhex(row.previous),
    validFrom: new Date(row.valid_from),
    validTo: row.valid_to === null ? null : new Date(row.valid_to),
    office: row.office_id,
    role: row.role,
  };

  return { statement, signatures: row.signatures.map((one) => ({ by: one.by, signer: one.signer === null ? null : unhex(one.signer), signature: unhex(one.signature), at: new Date(one.at) })) };
}

function certificate(deployment: string, row: CertificateRow): SessionCertificate {
  return {
    deployment,
    person: row.person_id,
    statementDigest: unhex(row.statement),
    sessionIdHash: unhex(row.id_hash),
    sessionPublicKey: unhex(row.public_key),
    notBefore: new Date(row.not_before),
    expiry: new Date(row.expires_at),
    signature: unhex(row.signature),
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
