import { randomInt, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import t from 'tap';
import { columnsHolding, holds, readIfThere } from '../story/search.ts';
import type { Client } from './client.ts';
import { testCore } from './core.ts';
import { openTerritory, requestBody } from './territory.ts';

/** Random letters: also what a code of letters and dashes would let through. */
const letters = () => Array.from({ length: 14 }, () => String.fromCharCode(97 + randomInt(26))).join('');
const canary = `cahier-vert-${letters()}`;
const control = `cahier-rouge-${letters()}`;
const said = (what: string) => `${what} : ${canary}, et « ${canary} » encore.`;

const house = await testCore(t, { from: new Date('2026-03-02T09:00:00Z') });
const { claire, omar, committee } = await openTerritory(house, { members: 4, nationalMembers: 0 });
const amina = house.visitor();
const roussel = house.visitor();
const answers: { name: string; status: number; body: string }[] = [];

t.test('deeds: every text there is to give holds the canary, and each succeeds', async (t) => {
  const passphrase = said('douze infusions de nuit');
  const body = requestBody();
  const person = (entry: object) => ({ ...entry, name: said('nom'), function: said('fonction'), service: said('service'), contact: { channel: 'post', value: said('adresse'), when: said('quand'), discreet: true } });
  const request = {
    ...body, author: person(body.author), others: body.others.map(person), litigation: { declared: true, detail: said('procédure') },
    account: { whatHappened: said('récit'), sinceWhen: said('depuis'), effectOnWork: said('effet'), expectations: said('attente'), priorSteps: said('avant') },
  };
  const done = async (name: string, answer: ReturnType<Client['post']>): Promise<Record<string, string>> => {
    const { statusCode, body: text } = await answer;
    t.ok(statusCode >= 200 && statusCode < 300, `${name}: ${statusCode}${statusCode < 300 ? '' : ` ${text}`}`);

    return text.startsWith('{') ? (JSON.parse(text) as Record<string, string>) : {};
  };

  await done('enrol', amina.enrol({ name: said('Amina'), address: `${canary}@exemple.fr`, passphrase }));
  await done('sign in', amina.signIn());
  await done('change passphrase', amina.post('/api/passphrase', { current: passphrase, passphrase: `${passphrase} bis` }));
  await done('recover', amina.api('POST', '/api/recoveries', { address: `${canary}@exemple.fr`, code: amina.recoveryCode, passphrase, isShared: false }));
  await done('sign in again', amina.signIn({ passphrase }));
  await done('renew keys', amina.post('/api/keys', { passphrase }));
  await done('sign in with new keys', amina.signIn());
  await done('file with a new account', house.visitor().post('/api/requests', { ...request, credentials: { address: `deux.${canary}@exemple.fr`, passphrase, shared: false } }));
  const { case: id } = await done('file', amina.api('POST', '/api/requests', request, { 'idempotency-key': canary }));
  await done('file, sent twice', amina.api('POST', '/api/requests', request, { 'idempotency-key': canary }));

  const at = (path: string) => `/api/cases/${id}/${path}`;
  const parties = (JSON.parse((await amina.get(`/api/cases/${id}`)).body) as { parties: { party: string }[] }).parties.map(({ party }) => party);
  await done('acknowledge', omar.post(at('acknowledgement')));
  await done('take charge', claire.post(at('charge')));
  await done('read', claire.get(at('texts')));
  t.equal((await claire.post(at('texts'), { kind: 'notes', as: canary, text: said('note') })).statusCode, 400, 'what a text is for is a word of a list');
  await done('write notes', claire.post(at('texts'), { kind: 'notes', text: said('note') }));
  await done('write in a caucus', claire.post(at('texts'), { kind: 'caucus', subject: parties[0], text: said('aparté') }));
  const { item } = await done('write the object', claire.post(at('object'), { text: said('objet') }));
  await done('agree the object', amina.post(at('object/agreement'), { item }));
  house.clock.pass(4 * 24 * 60);
  for (const one of [claire, omar, amina, ...committee]) await one.signIn();
  await done('send notices', omar.post(at('notices'), { vacantSought: true }));
  await done('convene', claire.post(at('convocation'), { members: committee.map(({ person }) => person), text: said('convocation'), names: said('noms') }));
  for (const member of committee) await done('declare interests', member.post(at('declaration'), { answer: 'link', text: said('lien') }));
  await done('seat', claire.post(at('seats'), { members: committee.map(({ person }) => person), acceptsLinks: true }));
  await done('write the summary', claire.post(at('summary'), { text: said('résumé') }));
  for (const member of committee) await done('give advice', member.post(at('advice'), { advice: 'open', reasons: said('avis') }));
  await done('review the prior step', claire.post(at('prior-step'), { finding: 'not_available', reasons: said('dispense') }));
  await done('decide to open', claire.post(at('opening'), { letter: said('lettre'), followsAdvice: true, reasons: said('motifs') }));
  const { link, code } = await done('invite', claire.post(at('invitations'), { party: parties[1], letter: said('invitation') }));
  await done('open the invitation', roussel.post('/api/invitations/opening', { link, code }));
  await done('accept with a new account', roussel.post('/api/invitations/enrolment', { link, code, name: said('Sylvie'), address: `trois.${canary}@exemple.fr`, passphrase, isShared: false }));
});

t.test('refusals: every API route is given the canary wherever its schema takes text, and everywhere else', async (t) => {
  const routes = house.app.routed.filter(({ method, url }) => url.startsWith('/api/') && ['GET', 'POST', 'DELETE'].includes(method));
  t.ok(routes.length > 50, `${routes.length} routes`);
  for (const { method, url, schema } of routes) {
    const [filled, wild] = [url.replace(/:\w+/g, randomUUID()), `${url.replace(/:\w+/g, canary)}?surplus=${canary}&kind=${canary}&page=${canary}`];
    const body = schema.body as Shape | undefined;
    for (const who of [house.visitor(), amina]) {
      const call = async (target: string, given?: Record<string, unknown>) => keep(`${method} ${url}`, await who.api(method as 'GET', target, given));
      if (['/api/session', '/api/sessions'].includes(url) && method === 'DELETE') continue;
      await call(wild, body && { surplus: canary });
      if (!body) continue;
      await call(filled, planted(body, false) as Record<string, unknown>);
      await call(filled, planted(body, true) as Record<string, unknown>);
      await call(filled, { ...(planted(body, false) as Record<string, unknown>), surplus: canary });
    }
  }

  const raw = async (name: string, options: InjectOptions) => keep(name, await house.app.inject(options));
  const json = { 'content-type': 'application/json' };
  await raw('malformed JSON', { method: 'POST', url: '/api/sessions', headers: json, payload: `{"address": "${canary}` });
  await raw('a duplicate key', { method: 'POST', url: '/api/sessions', headers: json, payload: `{"${canary}": 1, "${canary}": 2}` });
  await raw('an oversized body', { method: 'POST', url: '/api/sessions', headers: json, payload: JSON.stringify({ address: canary.repeat(100_000) }) });
  await raw('another type', { method: 'POST', url: '/api/sessions', headers: { 'content-type': `text/${canary}` }, payload: canary });
  await raw('an unknown route', { method: 'GET', url: `/api/${canary}` });
  await raw('headers', { method: 'GET', url: '/api/me', headers: { authorization: `Bearer ${canary}`, 'entente-session': canary, cookie: `entente=${canary}`, 'user-agent': canary, 'x-request-id': canary } });
  await house.app.inject({ method: 'GET', url: `/${canary}?${canary}`, headers: { accept: 'text/html', referer: `https://exemple.fr/${canary}` } });
  await house.app.inject({ method: 'POST', url: '/connexion', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: `adresse=${canary}&phrase=${canary}&${canary}=1` });

  const refused = answers.filter(({ status }) => status >= 400);
  t.ok(refused.length > 150, `${refused.length} refusals`);
  t.strictSame(refused.filter(({ status }) => status >= 500).map(({ name, status }) => `${name} ${status}`), [], 'and none is a fault of ours');
  t.strictSame([...new Set(refused.filter(({ body }) => holds(Buffer.from(body), canary)).map(({ name }) => name))], [], 'no refusal repeats a value that was sent (names of unknown fields it does, so that they can be removed)');
});

t.test('the log', async (t) => {
  house.app.log.info({ route: control }, 'control');
  const log = Buffer.from(house.log.join('\n'));
  t.ok(holds(log, control) && house.log.length > 200, 'is really searched');
  t.notOk(holds(log, canary));
});

t.test('both databases, as text and as bytes', async (t) => {
  await house.superuser`create table control (words text, raw bytea)`;
  await house.superuser`insert into control values (${control}, ${Buffer.from(control)})`;
  t.strictSame(await columnsHolding(house.database.url('super'), [control]), ['control.raw', 'control.words'], 'are really searched');
  for (const url of [house.database.url('super'), house.database.shredUrl('super')]) t.strictSame(await columnsHolding(url, [canary]), []);
});

t.test('the files of the cluster, its write-ahead log included', async (t) => {
  await house.superuser`checkpoint`;
  const files = await clusterFiles();
  const holding = (phrase: string) => files.filter((file) => holds(readIfThere(file), phrase));
  t.ok(holding(control).some((file) => file.includes('/base/')) && holding(control).some((file) => file.includes('/pg_wal/')), 'are really searched');
  t.strictSame(holding(canary), []);
});

function keep(name: string, { statusCode: status, body }: Awaited<ReturnType<Client['get']>>): void {
  answers.push({ name, status, body });
}

type Shape = { const?: unknown; enum?: unknown[]; anyOf?: Shape[]; type?: string; properties?: Record<string, Shape>; items?: Shape; format?: string; pattern?: string; maxLength?: number; minItems?: number };

/** A body of this schema with the canary in every free text; `everywhere`, also where the schema takes none. */
function planted(schema: Shape, everywhere: boolean): unknown {
  if (schema.type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, planted(inner, everywhere)]));
  if (schema.type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => planted(schema.items ?? {}, everywhere));
  if (everywhere) return canary;
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return planted(schema.anyOf[0] ?? {}, everywhere);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.format === 'uuid') return randomUUID();
  if (schema.format === 'date') return '2026-03-02';
  if (schema.format === 'email') return `${canary}@exemple.fr`;

  return (schema.maxLength ?? Infinity) < canary.length ? canary.slice(0, schema.maxLength) : canary;
}

/** Of a cluster that other tests may share: its log, its write-ahead log, and the files of our two databases. */
async function clusterFiles(): Promise<string[]> {
  const names = [house.database.url('super'), house.database.shredUrl('super')].map((url) => new URL(url).pathname.slice(1));
  const [setting] = await house.superuser<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  const databases = await house.superuser<{ oid: number }[]>`select oid::int from pg_database where datname = any (${names})`;
  const folder = setting?.folder ?? '';
  const folders = ['pg_wal', 'global', ...databases.map(({ oid }) => `base/${oid}`)].map((name) => join(folder, name));

  return [join(folder, '../postgres.log'), ...folders.flatMap((one) => readdirSync(one, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => join(one, name)))];
}
