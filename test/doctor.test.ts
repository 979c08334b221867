import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { SMTPServer } from 'smtp-server';
import t from 'tap';
import { urlOf, usualNames } from '../db/bootstrap.ts';
import { startEmbedded } from '../db/embedded.ts';
import { init } from '../db/init.ts';
import { openKept } from '../db/kept.ts';
import { readConfig, testCost } from '../server/config.ts';
import { doctor, examine } from '../server/doctor.ts';
import type { Finding } from '../server/doctor/finding.ts';
import { readSecrets } from '../server/secrets.ts';
import { startService } from '../server/service.ts';
import { closeSealing } from '../server/vault/seal.ts';

const place = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'entente-doctor-'));
chmodSync(place, 0o711); // root lends the evaluation to another user
t.teardown(() => rmSync(place, { recursive: true, force: true }));

// A server of its own: roles belong to a whole cluster, and some are made too strong here.
const server = await startEmbedded({ memory: true, durable: false });
t.teardown(() => server.stop());
const secretsFolder = join(place, 'secrets');
mkdirSync(join(place, 'away'));
const made = await init({
  bootstrapUrl: server.superuserUrl, secretsFolder, rootFile: join(place, 'away', 'root.key'), cost: testCost,
  administrator: { name: 'Solange Perret', address: 'solange@exemple.fr' }, registrar: { name: 'Gilles Aubry', address: 'gilles@exemple.fr' },
});
const env = {
  DATABASE_URL: made.urls.app, SHRED_DATABASE_URL: made.urls.shred, SEQUENCER_DATABASE_URL: made.urls.sequencer, SECRETS_FOLDER: secretsFolder, ORIGIN: 'https://mediation.example.fr', LOG_LEVEL: 'silent',
};
const superuser = postgres(urlOf(server.superuserUrl, usualNames.database), { max: 1, onnotice: () => {} });
t.teardown(() => superuser.end());
t.teardown(() => closeSealing());

type Change = { env?: Record<string, string>; clock?: () => Date; version?: string };
const seen: Finding[] = [];
const look = async (change: Change = {}) => {
  const findings = await examine({ env: { ...env, ...change.env }, clock: change.clock ?? (() => new Date()), version: change.version ?? '24.3.0', workingFolder: join(place, 'nowhere') });
  seen.push(...findings);

  return findings;
};
const said = (findings: readonly Finding[], state: Finding['state']) => findings.filter((one) => one.state === state).map(({ what }) => what).join('\n');

/** Plants a fault, looks, and mends it. */
async function planted(fault: () => unknown, mend: () => unknown, change?: Change): Promise<Finding[]> {
  await fault();
  try {
    return await look(change);
  } finally {
    await mend();
  }
}

t.test('a healthy service passes', async (t) => {
  const service = await startService({ config: readConfig({ ...env, ENTENTE_COST: 'test' }), clock: () => new Date(), secrets: readSecrets(secretsFolder) });
  await service.sequencer.settle();
  await service.close();
  const findings = await look();
  t.equal(said(findings, 'blocking'), '');
  for (const what of [/Les secrets sont ceux de cette base/, /tables sont sous FORCE/, /Les deux bases sont à cette version/, /Les horloges concordent/, /Le journal est à jour/, /Les rôles de la base n’ont que leurs droits/])
    t.match(said(findings, 'good'), what);
  t.match(said(findings, 'watch'), /Postgres embarqué[\s\S]+même serveur/);
  t.ok(findings.every(({ state, todo }) => state === 'good' || todo), 'whatever is not well says what to do');
});

t.test('each fault is named', async (t) => {
  const key = join(secretsFolder, 'token.key');
  t.match(said(await planted(() => chmodSync(key, 0o644), () => chmodSync(key, 0o600)), 'blocking'), /token\.key est lisible par d’autres/);
  t.match(said(await planted(() => chmodSync(secretsFolder, 0o755), () => chmodSync(secretsFolder, 0o700)), 'blocking'), /secrets est lisible par d’autres/);
  t.match(said(await planted(() => superuser`alter table item no force row level security`, () => superuser`alter table item force row level security`), 'blocking'), /La table item .+FORCE/);
  t.match(said(await planted(() => superuser`alter role app bypassrls`, () => superuser`alter role app nobypassrls`), 'blocking'), /Le rôle app peut passer outre/);
  t.match(said(await planted(() => superuser`alter role reach bypassrls`, () => superuser`alter role reach nobypassrls`), 'blocking'), /Le rôle reach peut passer outre/);
  t.match(said(await planted(() => superuser`alter role sequencer superuser`, () => superuser`alter role sequencer nosuperuser`), 'blocking'), /Le rôle sequencer/);

  const [first] = await superuser<{ name: string; sha256: string; applied_at: Date }[]>`select * from migration order by name limit 1`;
  t.match(said(await planted(() => superuser`update migration set sha256 = 'x' where name = ${first?.name ?? ''}`, () => superuser`update migration set sha256 = ${first?.sha256 ?? ''} where name = ${first?.name ?? ''}`), 'blocking'), /0001_reference\.sql a été modifiée/);
  t.match(said(await planted(() => superuser`delete from migration where name = ${first?.name ?? ''}`, () => superuser`insert into migration ${superuser([first as object])}`), 'blocking'), /0001_reference\.sql n’est pas appliquée/);
  t.match(said(await planted(() => superuser`insert into migration values ('9999_later.sql', 'x', now())`, () => superuser`delete from migration where name = '9999_later.sql'`), 'blocking'), /9999_later\.sql, appliquée, n’est pas dans cette version/);

  for (const [file, change] of [['pepper.json', otherPepper], ['directory.key', () => `${Buffer.alloc(32, 7).toString('base64')}\n`]] as const) {
    const path = join(secretsFolder, file);
    const text = readFileSync(path, 'utf8');
    const findings = await planted(() => writeFileSync(path, change(text)), () => writeFileSync(path, text));
    t.match(said(findings, 'blocking'), new RegExp(`${file.replace('.', '\\.')}.* n’est pas celui de cette base`));
  }
  t.match(said(await planted(() => writeFileSync(join(place, 'root.key'), 'x'), () => rmSync(join(place, 'root.key'))), 'watch'), /root\.key, la clé racine, est encore/);

  t.match(said(await look({ clock: () => new Date(Date.now() + 20_000) }), 'watch'), /horloge .+ diffèrent de 20 secondes/);
  t.match(said(await look({ clock: () => new Date(Date.now() - 120_000) }), 'blocking'), /horloge .+ diffèrent de 120 secondes/);
  t.match(said(await look({ version: '18.20.0' }), 'blocking'), /Node 18\.20\.0 est trop ancien/);
  t.match(said(await look({ env: { ORIGIN: 'http://mediation.example.fr', NODE_ENV: 'production' } }), 'blocking'), /ORIGIN n’est pas en https[\s\S]+embarqué, que la production refuse/);
  t.match(said(await look({ env: { DATABASE_URL: '', PORT: 'x' } }), 'blocking'), /DATABASE_URL manque[\s\S]*PORT manque ou ne convient pas|PORT[\s\S]+DATABASE_URL/);
  t.match(said(await look({ env: { DATABASE_URL: 'postgres://app:motdepasse@127.0.0.1:1/entente' } }), 'blocking'), /La base de DATABASE_URL ne répond pas \(ECONNREFUSED\)/);
  t.match(said(await look({ env: { SHRED_DATABASE_URL: env.DATABASE_URL } }), 'blocking'), /Les clés d’effacement sont dans la base qu’elles effacent/);
  t.match(said(await look({ env: { DATABASE_URL: urlOf(server.superuserUrl, usualNames.database) } }), 'blocking'), /passer outre/);
});

t.test('the journal’s lag, the backups and the mail server', async (t) => {
  const [entry] = await superuser<{ index: string; entry: string; leaf: Buffer; at: Date }[]>`select * from journal_leaf order by index desc limit 1`;
  const [written] = await superuser<{ ms: string }[]>`select ms from journal_entry where id = ${entry?.entry ?? ''}`;
  const after = (seconds: number) => ({ clock: () => new Date(Number(written?.ms) + seconds * 1_000) });
  const unleaf = async () => {
    await superuser.unsafe('alter table journal_leaf disable trigger all');
    await superuser`delete from journal_leaf where index = ${entry?.index ?? ''}`;
  };
  const releaf = async () => {
    await superuser`insert into journal_leaf ${superuser([entry as object])}`;
    await superuser.unsafe('alter table journal_leaf enable trigger all');
  };
  t.match(said(await planted(unleaf, releaf, after(50)), 'good'), /Le journal est à jour/);
  t.match(said(await planted(unleaf, releaf, after(300)), 'watch'), /entrée du journal attend depuis/);

  const backups = join(place, 'backups');
  mkdirSync(backups);
  t.match(said(await look(), 'watch'), /sauvegarde n’est pas connu/);
  t.match(said(await look({ env: { ENTENTE_BACKUP_DIR: backups } }), 'blocking'), /aucune sauvegarde/);
  t.match(said(await look({ env: { ENTENTE_COST: 'test' } }), 'blocking'), /ENTENTE_COST=test/);

  const aged = (hours: number) => {
    writeFileSync(join(backups, 'entente.dump'), '');
    utimesSync(join(backups, 'entente.dump'), Date.now() / 1000, Date.now() / 1000 - hours * 3600);

    return look({ env: { ENTENTE_BACKUP_DIR: backups } });
  };
  t.match(said(await aged(3), 'good'), /sauvegarde a 3 heures/);
  t.match(said(await aged(30), 'watch'), /sauvegarde a 30 heures/);
  t.match(said(await aged(24 * 9), 'blocking'), /sauvegarde a 9 jours/);

  let greeted = 0;
  const smtp = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, onConnect: (_session, done) => (greeted++, done()), onMailFrom: (_address, _session, done) => done(new Error('no mail is sent')) });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  t.teardown(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
  const mail = (port: number) => ({ env: { ENTENTE_SMTP_URL: `smtp://facteur:motdepasse@127.0.0.1:${port}`, ENTENTE_SMTP_FROM: 'ne-pas-repondre@exemple.fr' } });
  t.match(said(await look(mail((smtp.server.address() as AddressInfo).port)), 'good'), /Le serveur de courriel répond/);
  t.equal(greeted, 1);
  t.match(said(await look(mail(1)), 'watch'), /courriel ne répond pas comme il faut/);
});

t.test('offices that one absence would stop, and mandates that end', async (t) => {
  const person = made.administrator.person;
  await superuser`insert into office (id, tier, code, opened_at) values (gen_random_uuid(), 'national', 'national', now())`;
  t.match(said(await look(), 'watch'), /Médiation nationale\u00a0: personne ne peut y prendre un dossier/);
  await superuser`insert into mandate (id, person_id, office_id, role, valid_from, valid_to, proposed_at, statement_digest, undertaking_at, countersigned_at)
    select gen_random_uuid(), ${person}, id, 'mediator', now() - interval '1 day', now() + interval '20 days', now() - interval '1 day', '\\x00', now() - interval '1 day', now() - interval '1 day' from office where code = 'national'`;
  t.match(said(await look(), 'watch'), /une seule personne peut y prendre un dossier[\s\S]+un mandat de médiateur finit le \d{4}-\d\d-\d\d/);
});

t.test('a service whose secrets are another installation’s does not start', async (t) => {
  const copy = join(place, 'copy');
  cpSync(secretsFolder, copy, { recursive: true });
  writeFileSync(join(copy, 'pepper.json'), otherPepper(readFileSync(join(copy, 'pepper.json'), 'utf8')));
  await t.rejects(startService({ config: readConfig({ ...env, ENTENTE_COST: 'test' }), clock: () => new Date(), secrets: readSecrets(copy) }), { name: 'SecretsError', message: /pepper-1/ });
});

t.test('what it says is French, and holds no secret, password or name', async (t) => {
  const lines: string[] = [];
  const examined = { env, clock: () => new Date(), version: '24.3.0', workingFolder: place };
  t.equal(await doctor([], examined, (line) => void lines.push(line)), 0);
  t.equal(await doctor([], { ...examined, version: '18.0.0' }, (line) => void lines.push(line)), 1);
  t.equal(await doctor(['--help'], examined, (line) => void lines.push(line)), 1);
  t.equal(await doctor(['--embedded', join(place, 'nowhere')], examined, (line) => void lines.push(line)), 1);
  for (const line of lines) t.match(line, /^(bon|à surveiller|bloquant) +\S.+[.)=/\w]$/);
  const text = [...lines, ...seen.map(({ what, todo }) => `${what} ${todo ?? ''}`)].join('\n');
  const passwords = Object.values(made.urls).map((url) => decodeURIComponent(new URL(url).password));
  for (const word of [...passwords, 'motdepasse', 'facteur', 'Solange', 'Perret', 'Aubry', 'exemple.fr', made.administrator.passphrase]) t.notMatch(text, word);
  for (const { what, todo = '' } of seen) t.notMatch(`${what} ${todo}`.replaceAll(place, ''), /[^\u00a0][;!?»]|[^\u00a0\w]:|«[^\u00a0]|'|\.\.\./);
});

t.test('an evaluation is examined as it is, running or not', async (t) => {
  const main = fileURLToPath(new URL('../server/doctor.js', import.meta.url));
  const folder = join(place, 'evaluation');
  const { embedded } = await openKept(folder, { cost: testCost });
  const run = () => spawnSync(process.execPath, [main, '--embedded', folder], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  const running = run();
  t.match(running, { status: 0, stderr: '', stdout: /Les secrets sont ceux de cette base[\s\S]+embarqué|embarqué[\s\S]+Les secrets sont ceux de cette base/ });
  t.match(running.stdout, /root\.key, la clé racine, est encore sur la machine/);
  await embedded.stop();
  t.match(run(), { status: 0, stderr: '' });
});

t.test('the other commands say what they miss', async (t) => {
  const command = (file: string, words: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...words], { encoding: 'utf8', cwd: place, env: { PATH: process.env['PATH'], ...env } });
  t.match(command('../server/audit.js', ['verify']), { status: 2, stdout: /^AUDITOR_DATABASE_URL is missing: / });
  const unreachable = { BOOTSTRAP_DATABASE_URL: 'postgres://postgres:motdepasse@127.0.0.1:1/postgres', SECRETS_FOLDER: join(place, 'never') };
  const init = command('../db/init.js', [], unreachable);
  t.match(init, { status: 1, stderr: /^Entente was not initialised\.\nThe Postgres server of BOOTSTRAP_DATABASE_URL does not answer \(ECONNREFUSED\): / });
  t.notMatch(init.stderr, 'motdepasse');
});

function otherPepper(text: string): string {
  const file = JSON.parse(text) as { versions: Record<string, string> };

  return JSON.stringify({ ...file, versions: Object.fromEntries(Object.keys(file.versions).map((version) => [version, Buffer.alloc(32, 9).toString('base64')])) });
}
