import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type postgres from 'postgres';
import t from 'tap';
import { audit } from '../server/audit.ts';
import type { Session } from '../server/core.ts';
import { rowOf } from '../server/journal/row-id.ts';
import { startSequencer } from '../server/journal/sequencer.ts';
import { createSecrets } from '../server/secrets.ts';
import { signCertificate } from '../server/vault/certificate.ts';
import { identityFrom } from '../server/vault/ed25519.ts';
import { signStatement, statementDigest, type Statement } from '../server/vault/statement.ts';
import { sessionOf } from './appoint.ts';
import { testCore, type House } from './core.ts';
import { openTerritory, requestBody } from './territory.ts';

const house = await testCore(t);
const sequencer = startSequencer(house.database.url('sequencer'), { clock: house.clock.now, everyMs: 20 });
t.teardown(() => sequencer.stop());
const { claire, omar } = await openTerritory(house, { members: 0, nationalMembers: 0 });
const folder = pinnedFolder(house);

type Entry = { id: string; index: string; commitment: Uint8Array };

t.test('real entries of real sessions verify, with nothing but deployment.json', async (t) => {
  t.strictSame(readdirSync(folder), ['deployment.json']);
  const amina = house.visitor();
  const filed = await amina.post('/api/requests', { ...requestBody(), credentials: { address: 'amina@exemple.fr', passphrase: 'dix-sept infusions de nuit', shared: false } });
  const { case: id } = filed.json<{ case: string }>();
  t.equal((await omar.post(`/api/cases/${id}/acknowledgement`)).statusCode, 200);
  t.equal((await claire.post(`/api/cases/${id}/charge`)).statusCode, 200);
  t.equal((await claire.get(`/api/cases/${id}/texts?kind=account`)).statusCode, 200);

  house.clock.pass(3 * 24 * 60);
  for (const client of [claire, omar]) await client.signIn();
  house.clock.pass(1);
  t.equal((await omar.post('/api/keys', { passphrase: omar.account.passphrase })).statusCode, 201, 'what Omar signed stays his after he has renewed his keys');
  await omar.signIn();

  const { code, lines } = await verified();
  const [counted] = await house.superuser<{ entries: number; signed: number }[]>`select count(*)::int as entries, count(signature)::int as signed from journal_entry`;
  t.strictSame(lines.slice(0, -1), []);
  t.equal(code, 0);
  t.match(lines.at(-1), new RegExp(`^${counted?.entries} entries verified, tree size ${counted?.entries}, root [0-9a-f]{64}$`));
  t.ok((counted?.signed ?? 0) > 50, 'most were signed');
});

t.test('without the pinned root, the database or the word, it says what is missing', async (t) => {
  const run = (words: string[], env: Record<string, string>) => told((print) => audit(words, env, print));
  const url = house.database.url('auditor');
  t.match(await run(['verify'], { AUDITOR_DATABASE_URL: url, SECRETS_FOLDER: '/nowhere' }), { code: 2, lines: [/could not be examined\.\n.*deployment\.json is missing/] });
  t.match(await run(['verify'], { SECRETS_FOLDER: folder }), { code: 2, lines: [/^AUDITOR_DATABASE_URL is missing: .+/] });
  t.match(await run(['verfy'], { AUDITOR_DATABASE_URL: url, SECRETS_FOLDER: folder }), { code: 2, lines: [/^Usage/] });
  const other = mkdtempSync(join(tmpdir(), 'entente-other-'));
  t.teardown(() => rmSync(other, { recursive: true }));
  createSecrets(other, { deployment: { ...house.core.secrets.deployment, root: { ed25519: randomBytes(32), xwing: randomBytes(1216) } }, enrolmentSeed: randomBytes(32), random: randomBytes });
  t.match((await run(['verify'], { AUDITOR_DATABASE_URL: url, SECRETS_FOLDER: other })).lines.at(-1), /findings/, 'nobody is believed under another root');
});

t.test('whoever holds the server changes signatures, entries and ciphertexts: each is named, first one first', async (t) => {
  const bySession = async (session: Session) => {
    const [entry] = await house.superuser<Entry[]>`
      select e.id, l.index, e.commitment from journal_entry e join journal_leaf l on l.entry = e.id where e.certificate = ${session.certificate} order by l.index desc limit 1`;

    return entry ?? { id: '', index: '', commitment: randomBytes(32) };
  };
  const expected: { index: string; line: string }[] = [];
  const expect = ({ index, id }: Pick<Entry, 'index' | 'id'>, what: string) => expected.push({ index, line: `${index} ${id} ${what}` });

  const [claires, omars] = [await sessionOf(house, claire), await sessionOf(house, omar)];
  const [byClaire, byOmar] = [await bySession(claires), await bySession(omars)];
  await tamper((sql) => sql`update journal_entry set signature = ${Buffer.from(omars.sign(byClaire.commitment))} where id = ${byClaire.id}`);
  expect(byClaire, 'signature-wrong: the session named did not sign this commitment.');
  await tamper((sql) => sql`update journal_entry set signature = ${randomBytes(64)} where id = ${byOmar.id}`);
  expect(byOmar, 'signature-wrong: the session named did not sign this commitment.');

  const newcomer = await house.person('Damien Forel');
  const planted = await plantCertificate();
  await settled();
  const stranger = await bySession(await sessionOf(house, newcomer));
  await tamper((sql) => sql`update journal_entry set certificate = ${planted.certificate}, signature = ${Buffer.from(planted.sign(stranger.commitment))} where id = ${stranger.id}`);
  expect(stranger, 'signature-wrong: the session named did not sign this commitment.');

  house.clock.pass(11 * 60);
  const late = await house.core.database.withActor({ kind: 'person', id: claires.person }, (tx) =>
    house.core.journal.append(tx, { event: 'deed', act: 'acknowledge', actor: { kind: 'person', person: claires.person, role: 'mediator' }, signer: { certificate: claires.certificate, sign: claires.sign } }));
  await settled();
  const [lateLeaf] = await house.superuser<Entry[]>`select entry as id, index from journal_leaf where entry = ${late.id}`;
  expect(lateLeaf ?? { id: '', index: '' }, 'signature-wrong: the session named did not sign this commitment.');

  const [deleted, edited] = await house.superuser<Entry[]>`
    select e.id, l.index from journal_entry e join journal_leaf l on l.entry = e.id where e.class = 17 order by l.index limit 2`;
  await tamper((sql) => sql`delete from journal_entry where id = ${deleted?.id ?? ''}`);
  expect(deleted ?? { id: '', index: '' }, 'entry-missing: the leaf has no entry any more.');
  await tamper((sql) => sql`update journal_section set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where entry = ${edited?.id ?? ''} and not clear and ordinal = 1`);
  expect(edited ?? { id: '', index: '' }, 'sections-changed: its sections are not those it committed to.');

  const items = await house.superuser<{ id: string; version: number }[]>`select id, version from item order by id limit 2`;
  const [filing] = await house.superuser<Entry[]>`
    select l.entry as id, l.index from journal_leaf l join journal_section s on s.entry = l.entry where s.name = 'written' order by position(${Buffer.from(digestOf(await itemBytes(items[0]?.id)))} in s.sealed) > 0 desc limit 1`;
  await tamper((sql) => sql`update item set sealed = (select other.sealed from item other where other.id in ${sql(items.map(({ id }) => id))} and other.id <> item.id) where id in ${sql(items.map(({ id }) => id))}`);
  for (const row of items.map(({ id, version }) => rowOf(id, version)).toSorted()) expect(filing ?? { id: '', index: '' }, `ciphertext-changed (item ${row}): the row is not the one that was journaled last.`);

  const { code, lines } = await verified();
  const wanted = expected.toSorted((one, other) => Number(one.index) - Number(other.index)).map(({ line }) => line);
  t.equal(code, 1);
  t.strictSame(lines.slice(0, -1), wanted);
  t.match(lines.at(-1), new RegExp(`^${wanted.length} findings in \\d+ entries, tree size \\d+$`));
});

/** What an auditor on another machine is given. */
function pinnedFolder({ core: { secrets } }: House): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-pinned-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  createSecrets(folder, { deployment: secrets.deployment, enrolmentSeed: secrets.enrolmentSeed, random: randomBytes });
  for (const file of readdirSync(folder)) if (file !== 'deployment.json') rmSync(join(folder, file));

  return folder;
}

async function settled(): Promise<void> {
  await sequencer.settle(30_000);
}

async function verified() {
  await settled();

  return told((print) => audit(['verify'], { AUDITOR_DATABASE_URL: house.database.url('auditor'), SECRETS_FOLDER: folder }, print));
}

async function told(run: (print: (line: string) => void) => Promise<number>): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];

  return { code: await run((line) => lines.push(line)), lines };
}

/** Every trigger asleep, as whoever holds the server can have it. */
async function tamper(work: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
  await house.superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await work(sql);
  });
}

/** A statement nobody but its own key signed, and a certificate that this key signs: all of it rows of a superuser. */
async function plantCertificate(): Promise<{ certificate: string; sign(bytes: Uint8Array): Uint8Array }> {
  const [person, certificate, at] = [randomUUID(), randomUUID(), house.clock.now()];
  const [identity, session] = [identityFrom(randomBytes(32)), identityFrom(randomBytes(32))];
  const statement: Statement = {
    deployment: house.core.secrets.deployment.id, person, version: 1, kind: 'self', xwing: randomBytes(1216), ed25519: identity.publicKey, previous: null, validFrom: at, validTo: null, office: null, role: null,
  };
  const digest = Buffer.from(statementDigest(statement));
  const expiry = new Date(at.getTime() + 3_600_000);
  const idHash = randomBytes(32);
  const { signature } = signCertificate(identity, { deployment: statement.deployment, person, statementDigest: digest, sessionIdHash: idHash, sessionPublicKey: session.publicKey, notBefore: at, expiry });
  await tamper(async (sql) => {
    await sql`insert into statement (digest, person_id, version, kind, xwing_public, identity_public, valid_from) values (${digest}, ${person}, 1, 'self', ${Buffer.from(statement.xwing)}, ${Buffer.from(statement.ed25519)}, ${at})`;
    for (const by of ['subject', 'enrolment']) {
      const signed = Buffer.from(signStatement(by === 'subject' ? identity : session, statement));
      await sql`insert into statement_signature (statement_digest, signed_by, signature, at) values (${digest}, ${by}, ${signed}, ${at})`;
    }
    await sql`insert into session_certificate (id, person_id, statement_digest, id_hash, public_key, not_before, expires_at, signature)
      values (${certificate}, ${person}, ${digest}, ${idHash}, ${Buffer.from(session.publicKey)}, ${at}, ${expiry}, ${Buffer.from(signature)})`;
  });

  return { certificate, sign: session.sign };
}

async function itemBytes(id: string | undefined): Promise<Uint8Array> {
  const [row] = await house.superuser<{ sealed: Uint8Array }[]>`select sealed from item where id = ${id ?? ''}`;

  return row?.sealed ?? randomBytes(1);
}

function digestOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
