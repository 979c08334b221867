import { createHmac, createPublicKey, generateKeyPairSync, randomBytes, randomUUID, sign as signBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { DrizzleQueryError } from 'drizzle-orm';
import { pino } from 'pino';
import t from 'tap';
import { Type } from 'typebox';
import type { Database } from '../db/client.ts';
import { guards } from '../policies/vocabulary.ts';
import { closed, text } from '../server/api/shapes.ts';
import { build } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import type { Deps } from '../server/deps.ts';
import { drainOn } from '../server/drain.ts';
import { parseForm } from '../server/plugins/form.ts';
import type { Tokens } from '../server/plugins/tokens.ts';
import { parseJson } from '../server/plugins/json.ts';
import { addressOf, attemptKey } from '../server/plugins/limits.ts';
import { pinoOptions } from '../server/plugins/logging.ts';
import { walkSchemas } from '../server/plugins/schema-walk.ts';
import { privateKeyFrom } from '../server/plugins/token-key.ts';
import { problems } from '../server/problem-codes.ts';
import { databaseProblem, Problem } from '../server/problems.ts';
import { refused } from '../server/refusals.ts';
import type { Secrets } from '../server/secrets.ts';

const urls = {
  DATABASE_URL: 'postgres://app:x@127.0.0.1:1/entente',
  SHRED_DATABASE_URL: 'postgres://app:x@127.0.0.1:1/entente_shred',
  SEQUENCER_DATABASE_URL: 'postgres://sequencer:x@127.0.0.1:1/entente',
};
const canary = 'le cahier vert de Mme Roussel';
const anyone = { policy: { act: 'try', who: 'anyone' } } as const;

const key = () => new Uint8Array(randomBytes(32));
const secrets: Secrets = {
  pepper: { current: 1, versions: new Map([[1, key()]]) },
  directoryKey: key(),
  tokenSeed: key(),
  enrolmentSeed: key(),
  journalSecret: key(),
  deployment: { id: randomUUID(), root: { ed25519: key(), xwing: new Uint8Array(1216) }, enrolmentDelegation: new Uint8Array(64) },
};

const noDatabase: Database = {
  withActor: async () => {
    throw Object.assign(new Error(canary), { code: 'ECONNREFUSED' });
  },
  close: async () => {},
};

type Owner = { teardown(work: () => unknown): unknown };
type Started = { app: Awaited<ReturnType<typeof build>>; log: string[] };

async function start(test: Owner, change: Partial<Deps> = {}): Promise<Started> {
  const log: string[] = [];
  const app = await build({
    config: readConfig({ ...urls, ORIGIN: 'https://mediation.exemple.fr' }),
    clock: () => new Date('2026-03-02T03:10:00Z'),
    secrets,
    database: noDatabase,
    probes: {},
    logStream: { write: (line: string) => void log.push(line) },
    ...change,
  });
  test.teardown(() => app.close());

  return { app, log };
}

/** A small service: one route that takes Amina's account, and some that fail in every way. */
async function desk(test: Owner, change: Partial<Deps> = {}): Promise<Started> {
  const started = await start(test, change);
  const { app } = started;
  const Account = closed({ account: text(200), service: Type.Optional(Type.Union([Type.Literal('nuit'), Type.Literal('jour')])), beds: Type.Optional(Type.Integer({ minimum: 1 })) });

  app.post('/api/accounts', { config: anyone, schema: { body: Account } }, async (request) => ({ length: request.body.account.length }));
  app.get('/api/mine', { config: { policy: { act: 'read', who: 'session' } } }, async () => ({ mine: true }));
  app.get('/api/guarded', { config: anyone }, async () => {
    throw new Problem('two-holders', { missing: 'two-holders' });
  });
  app.get('/api/limited', { config: anyone }, async () => {
    throw new Problem('too-many', { retryAfter: 41.2 });
  });
  app.get('/api/broken', { config: anyone }, async () => {
    throw new Error(canary);
  });
  app.get('/api/query', { config: anyone }, async () => {
    throw new DrizzleQueryError(`select '${canary}'`, [canary], Object.assign(new Error(canary), { code: '22001', detail: canary }));
  });
  app.get('/api/database', { config: anyone }, async () => {
    throw new DrizzleQueryError('select 1', [canary], Object.assign(new Error(canary), { code: '57P01' }));
  });
  app.get('/style', { config: { policy: { act: 'asset', who: 'anyone', cacheable: true } } }, async (_request, reply) => reply.header('cache-control', 'public, immutable').send('x'));

  return started;
}

t.test('a refusal', async (t) => {
  t.test('says in French what happened and what to do, for every code', async (t) => {
    for (const [code, { status, title, detail }] of Object.entries(problems)) {
      t.ok(status >= 400 && status < 600 && (status !== 403 || code === 'cross-site'), `${code}: ${status}`);
      t.ok(/[a-zé]$/i.test(title) && /[.]$/.test(detail) && detail.length > 20, `${code} reads as a title and a sentence`);
    }
  });

  t.test('exists for every guard of the charter', async (t) => {
    for (const guard of guards) t.match(refused(guard), { status: 422, facts: { missing: guard } }, guard);
    t.equal(refused('out-of-reach').code, 'not-found');
    t.equal(refused('wrong-state').status, 409);
  });

  t.test('reads a database error by its state alone', async (t) => {
    const from = (code: string) => databaseProblem(new DrizzleQueryError('select', [canary], Object.assign(new Error(canary), { code })))?.code;
    for (const code of ['57P01', '08006', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', '53300']) t.equal(from(code), 'database-away', code);
    for (const code of ['40001', '40P01', '55P03']) t.equal(from(code), 'changed-meanwhile', code);
    t.equal(from('23505'), 'acted-first');
    for (const code of ['23514', '42501', '22001', 'XX000']) t.equal(from(code), undefined, code);
  });

  t.test('is a problem of RFC 9457, whatever failed', async (t) => {
    const { app } = await desk(t);
    const expected: [string, number, string][] = [
      ['/api/guarded', 422, 'two-holders'],
      ['/api/limited', 429, 'too-many'],
      ['/api/broken', 500, 'unexpected'],
      ['/api/query', 500, 'unexpected'],
      ['/api/database', 503, 'database-away'],
      ['/api/nowhere', 404, 'not-found'],
      ['/api/%zz', 404, 'not-found'],
      ['/api/mine', 401, 'signed-out'],
    ];
    for (const [url, status, code] of expected) {
      const answer = await app.inject(url);
      t.equal(answer.statusCode, status, url);
      t.equal(answer.headers['content-type'], 'application/problem+json', url);
      t.match(answer.json(), { type: `urn:entente:problem:${code}`, code, status, title: String, detail: String, instance: /^urn:uuid:[0-9a-f-]{36}$/ }, url);
      t.notMatch(answer.body, canary, `${url} carries no content`);
    }
    t.equal((await app.inject('/api/limited')).headers['retry-after'], '42');
  });

  t.test('is a page for a browser outside the API, and counts unknown routes', async (t) => {
    const counted: string[] = [];
    const { app } = await desk(t, { problemPage: async (problem) => `<h1>${problem.title}</h1>`, count: (kind) => counted.push(kind) });
    const headers = { accept: 'text/html,application/xhtml+xml' };
    t.match(await app.inject({ url: '/nulle-part', headers }), { statusCode: 404, body: '<h1>Introuvable</h1>', headers: { 'content-type': /text\/html/ } });
    t.match((await app.inject({ url: '/api/nulle-part', headers })).headers, { 'content-type': 'application/problem+json' });
    await app.inject('/api/limited');
    t.strictSame(counted, ['unknown-route', 'unknown-route', 'rate-limited']);
  });
});

t.test('a JSON body', async (t) => {
  const refusals: [string, string | Buffer, string][] = [
    ['is cut short', '{"account":', 'malformed-json'],
    ['is empty', '', 'malformed-json'],
    ['starts with a byte-order mark', '\ufeff{}', 'malformed-json'],
    ['is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'malformed-json'],
    ['holds half a surrogate pair', '{"account":"\\ud800"}', 'malformed-json'],
    ['holds NUL', '{"account":"a\\u0000"}', 'malformed-json'],
    ['touches a prototype', '{"__proto__":{"a":1}}', 'malformed-json'],
    ['touches a prototype in disguise', '{"\\u005f_proto__":{"a":1}}', 'malformed-json'],
    ['touches a constructor deep down', '{"a":[{"constructor":{}}]}', 'malformed-json'],
    ['is nested without end', '['.repeat(17) + ']'.repeat(17), 'malformed-json'],
    ['names a member twice', '{"account":"a","account":"b"}', 'duplicate-key'],
    ['names a member twice, once escaped', '{"account":"a","\\u0061ccount":"b"}', 'duplicate-key'],
    ['names a member twice deep down', '{"a":[{"x":{"b":1},"c":2,"x":3}]}', 'duplicate-key'],
  ];
  for (const [what, body, code] of refusals) t.throws(() => parseJson(Buffer.from(body)), { code }, `is refused when it ${what}`);

  t.strictSame(parseJson(Buffer.from('{"a":[{"a":"\\"a\\":{"},{"a":"é😀"}],"b":{"a":null}}')), { a: [{ a: '"a":{' }, { a: 'é😀' }], b: { a: null } }, 'the same name may stand in two objects');
  t.ok(Array.isArray(parseJson(Buffer.from('['.repeat(16) + ']'.repeat(16)))), 'sixteen levels are enough for anyone');

  const { app } = await desk(t);
  const post = (body: string, type = 'application/json') => app.inject({ method: 'POST', url: '/api/accounts', body, headers: { 'content-type': type } });

  t.test('is accepted as JSON in UTF-8 and as nothing else', async (t) => {
    const body = JSON.stringify({ account: 'Les plannings de nuit' });
    t.equal((await post(body)).statusCode, 200);
    t.equal((await post(body, 'application/json; charset=UTF-8')).statusCode, 200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'application/jsonx'])
      t.match(await post(body, type), { statusCode: 415 }, type);
  });

  t.test('is refused beyond 256 KiB', async (t) => {
    t.match((await post(JSON.stringify({ account: 'é'.repeat(200_000) }))).json(), { status: 413, code: 'too-large' });
  });

  t.test('is refused field by field, saying what to do and never the value', async (t) => {
    const answer = await post(JSON.stringify({ account: canary.repeat(20), service: canary, beds: '3', diagnosis: canary }));
    t.equal(answer.statusCode, 400);
    t.equal(answer.json().code, 'invalid-body');
    const byField = Object.fromEntries(answer.json().errors.map((error: { field: string; message: string }) => [error.field, error.message]));
    t.strictSame(Object.keys(byField).sort(), ['account', 'beds', 'diagnosis', 'service']);
    t.match(byField, { account: /200 caractères au plus/, diagnosis: /Retirez ce champ/, service: /valeurs prévues/, beds: /type prévu/ });
    t.notMatch(answer.body, canary);
    t.match((await post('{}')).json().errors, [{ field: 'account', message: 'Renseignez ce champ.' }]);
  });
});

t.test('a form refuses a doubled field unless it is a list', async (t) => {
  t.strictSame(parseForm('nom=Amina&droits[]=a&droits[]=b'), { nom: 'Amina', droits: ['a', 'b'] });
  t.throws(() => parseForm('nom=Amina&nom=Claire'), { code: 'duplicate-key' });
  t.throws(() => parseForm('nom=a&nom[]=b'), { code: 'duplicate-key' });
  t.throws(() => parseForm('nom[]=a&nom=b'), { code: 'duplicate-key' });
  t.throws(() => parseForm('nom=%00'), { code: 'malformed-json' });
  t.throws(() => parseForm('nom=%ff'), { code: 'malformed-json' });
});

t.test('a request from elsewhere', async (t) => {
  const { app } = await desk(t, { database: noDatabase });
  const post = async (headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/api/accounts', body: { account: 'a' }, headers: { host: 'mediation.exemple.fr', ...headers } })).statusCode;

  t.equal(await post({}), 200, 'a program sends neither header');
  t.equal(await post({ origin: 'https://mediation.exemple.fr' }), 200);
  t.equal(await post({ origin: 'null', 'sec-fetch-site': 'same-origin' }), 200, 'the browser vouches for our own form');
  t.equal(await post({ 'sec-fetch-site': 'none' }), 200);
  t.equal(await post({ origin: 'null' }), 403);
  t.equal(await post({ origin: 'https://ailleurs.fr' }), 403);
  t.equal(await post({ origin: 'http://mediation.exemple.fr' }), 403, 'a downgraded origin is another origin');
  t.equal(await post({ 'sec-fetch-site': 'cross-site' }), 403);
  t.equal(await post({ 'sec-fetch-site': 'same-site', origin: 'https://mediation.exemple.fr' }), 403);
  t.equal((await app.inject({ method: 'DELETE', url: '/nulle-part', headers: { 'sec-fetch-site': 'cross-site' } })).statusCode, 403, 'before any look-up');
  t.equal((await app.inject({ url: '/api/guarded', headers: { 'sec-fetch-site': 'cross-site' } })).statusCode, 422, 'a link may come from anywhere');
});

t.test('every answer carries the headers of the house', async (t) => {
  const { app } = await desk(t);
  for (const url of ['/api/guarded', '/nulle-part', '/health/live']) {
    const { headers } = await app.inject(url);
    t.equal(
      headers['content-security-policy'],
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    t.match(headers, { 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'strict-transport-security': /max-age/ });
    t.notOk(headers['x-powered-by']);
  }
  t.equal((await app.inject('/style')).headers['cache-control'], 'public, immutable', 'an asset may be kept');
});

t.test('a route', async (t) => {
  t.test('does not boot without a policy', async (t) => {
    const { app } = await start(t);
    t.throws(() => app.get('/api/forgotten', async () => ({})), /GET.*\/api\/forgotten declares no policy/);
  });

  t.test('that asks for a session is closed until somebody is authenticated', async (t) => {
    const { app } = await desk(t, {
      authenticate: async (request) => {
        if (request.headers.authorization !== 'Amina') throw new Problem('signed-out');
      },
    });
    t.equal((await app.inject('/api/mine')).statusCode, 401);
    t.equal((await app.inject({ url: '/api/mine', headers: { authorization: 'Amina' } })).statusCode, 200);
  });

  t.test('declares schemas that refuse unknown members and bound every text', async (t) => {
    const { app } = await start(t);
    await app.ready();
    t.ok(app.routed.some(({ url }) => url === '/health/ready'));
    t.strictSame(walkSchemas(app.routed), []);
  });

  t.test('that breaks a house rule is found', async (t) => {
    const open = Type.Object({ name: Type.String(), tags: Type.Array(closed({ label: Type.String() })) });
    const rules = walkSchemas([{ method: 'POST', url: '/x', schema: { body: open } }]).map(({ where, rule }) => `${where}: ${rule}`);
    t.strictSame(rules, [
      'POST /x body: closed-object',
      'POST /x body.name: bounded-string',
      'POST /x body.tags: bounded-array',
      'POST /x body.tags.items.label: bounded-string',
    ]);
    t.match(walkSchemas([{ method: 'POST', url: '/x' }]), [{ rule: 'body-schema' }]);
  });
});

t.test('the log of a service under stress holds no content', async (t) => {
  const { app, log } = await desk(t);
  const secret = encodeURIComponent(canary);
  const headers = { cookie: `__Host-entente=${secret}`, 'entente-session': canary, 'user-agent': canary, referer: `https://x/${secret}`, 'x-request-id': canary };
  await app.inject({ method: 'POST', url: `/api/accounts?q=${secret}`, headers, body: { account: canary } });
  await app.inject({ method: 'POST', url: '/api/accounts', headers: { ...headers, 'content-type': 'application/json' }, body: `{"account":"${canary}"` });
  await app.inject({ method: 'POST', url: '/api/accounts', headers, body: { account: 'a', [canary]: canary } });
  for (const path of ['broken', 'query', 'database', `nowhere/${secret}`, `%zz${secret}`]) await app.inject({ url: `/api/${path}`, headers });
  app.log.error(new Error(canary));
  app.log.error({ err: new Error(canary), body: canary, unknown: canary, req: { headers: canary } });
  app.log.warn({ err: Object.assign(new TypeError(`one\n    at ${canary}\n    at end`), { cause: new Error(canary) }) }, 'told');

  const whole = log.join('');
  t.ok(log.length >= 11, `${log.length} lines`);
  t.notMatch(whole, canary);
  t.notMatch(whole, secret);
  t.match(whole, /"route":"\/api\/accounts","status":400,.*"code":"malformed-json"/);
  t.match(whole, /"code":"57P01","frames":\["at /);
});

t.test('outside a request the log keeps the same silence', async (t) => {
  const lines: string[] = [];
  pino(pinoOptions('info'), { write: (line: string) => void lines.push(line) }).fatal({ err: new DrizzleQueryError(canary, [canary], new Error(canary)) });
  t.match(lines[0], /"type":"Error"/);
  t.notMatch(lines[0], canary);
});

t.test('a token', async (t) => {
  const { app } = await start(t);
  app.get('/api/whoami', { config: anyone }, async (request) => app.tokens.verify(request));
  const ask = (token: string, scheme = 'Bearer') => app.inject({ url: '/api/whoami', headers: { authorization: `${scheme} ${token}` } });
  const sid = Buffer.from(key()).toString('base64url');
  const token = app.tokens.issue(sid);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as ReturnType<Tokens['verify']>;

  t.strictSame(JSON.parse(Buffer.from(header, 'base64url').toString()), { alg: 'EdDSA', typ: 'at+jwt' });
  t.strictSame(Object.keys(claims).sort(), ['aud', 'exp', 'iat', 'iss', 'jti', 'sid'], 'carries no personal data');
  t.equal(claims.exp - claims.iat, 300);
  t.match((await ask(token)).json(), { sid });

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const own = privateKeyFrom(secrets.tokenSeed);
  const signed = (head: object, body: object, by = own) => {
    const input = `${part(head)}.${part(body)}`;

    return `${input}.${signBytes(null, Buffer.from(input), by).toString('base64url')}`;
  };
  const good = { alg: 'EdDSA', typ: 'at+jwt' };
  const privatePem = own.export({ format: 'pem', type: 'pkcs8' }).toString();
  const hs256 = (secret: string | Buffer) => {
    const input = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${payload}`;

    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const publicPem = createPublicKey(own).export({ format: 'pem', type: 'spki' }).toString();
  const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));

  t.equal((await ask(signed(good, claims))).statusCode, 200, 'the forge below is able to make a good one');
  const attacks: Record<string, string> = {
    'algorithm none': `${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.`,
    'algorithm none with our signature': `${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.${signature}`,
    'HS256 under the public key': hs256(publicPem),
    'HS256 under the private key': hs256(privatePem),
    'another key': signed(good, claims, generateKeyPairSync('ed25519').privateKey),
    'another type': signed({ alg: 'EdDSA', typ: 'JWT' }, claims),
    'no type': signed({ alg: 'EdDSA' }, claims),
    expired: signed(good, { ...claims, iat: claims.iat - 900, exp: claims.exp - 600 }),
    'a long life': signed(good, { ...claims, iat: claims.iat - 900, exp: claims.exp + 86_400 }),
    'another audience': signed(good, { ...claims, aud: 'urn:entente:other:api' }),
    'another issuer': signed(good, { ...claims, iss: 'urn:entente:other' }),
    'a claim too many': signed(good, { ...claims, role: 'mediator' }),
    'a sid that is no hash': signed(good, { ...claims, sid: 'amina' }),
    'a changed payload': `${header}.${part({ ...claims, sid: 'A'.repeat(43) })}.${signature}`,
    'a critical extension': signed({ ...good, crit: ['b64'], b64: false }, claims),
    'a key of its own': signed({ ...good, jwk: { kty: 'OKP', crv: 'Ed25519', x: '' } }, claims, generateKeyPairSync('ed25519').privateKey),
    nonsense: 'a.b.c',
    'nothing at all': '',
  };
  for (const name of ['iss', 'aud', 'sid', 'jti', 'iat', 'exp']) attacks[`no ${name}`] = signed(good, without(name));
  for (const [what, forged] of Object.entries(attacks)) t.match(await ask(forged), { statusCode: 401 }, what);
  t.equal((await ask(token, 'Basic')).statusCode, 401);
  t.equal((await app.inject({ url: '/api/whoami', headers: { cookie: `token=${token}` } })).statusCode, 401, 'a token is never read from a cookie');
});

t.test('health', async (t) => {
  let isUp = true;
  const probe = async () => {
    if (!isUp) throw new Error(canary);
  };
  const { app } = await start(t, { probes: { database: probe, shred: async () => {} } });
  t.match(await app.inject('/health/live'), { statusCode: 200 });
  t.strictSame((await app.inject('/health/ready')).json(), { status: 'ok', checks: { database: 'ok', shred: 'ok' } });
  isUp = false;
  t.match(await app.inject('/health/live'), { statusCode: 200 });
  const away = await app.inject('/health/ready');
  t.equal(away.statusCode, 503);
  t.strictSame(away.json(), { status: 'unavailable', checks: { database: 'unavailable', shred: 'ok' } });
});

t.test('SIGTERM lets the request under way finish, then closes the rest in order', async (t) => {
  const { app } = await start(t);
  const order: string[] = [];
  const { promise: arrived, resolve: arrive } = gate();
  const { promise: allowed, resolve: allow } = gate();
  app.get('/api/slow', { config: anyone }, async () => {
    arrive();
    await allowed;
    order.push('answered');

    return { done: true };
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const signals = new EventEmitter() as unknown as NodeJS.Process;
  const drained = drainOn(signals, app, [async () => order.push('workers'), async () => order.push('database')]);

  const slow = fetch(`${address}/api/slow`);
  await arrived;
  signals.emit('SIGTERM', 'SIGTERM');
  allow();
  t.equal((await slow).status, 200);
  await drained;
  t.strictSame(order, ['answered', 'workers', 'database']);
  await t.rejects(fetch(`${address}/health/live`));
});

t.test('A body that goes on a byte at a time after its answer does not hold the connection', async (t) => {
  const { app } = await start(t);
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const sender = connect(Number(port), '127.0.0.1');
  const [closed, answered] = [once(sender, 'close'), once(sender, 'data')];
  sender.on('error', () => {});
  sender.write('POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{');
  const drip = setInterval(() => sender.write(' '), 100);
  t.teardown(() => clearInterval(drip));
  t.match(String(await answered), /^HTTP\/1\.1 4/);
  await closed;
});

function gate() {
  let resolve = () => {};
  const promise = new Promise<void>((open) => (resolve = open));

  return { promise, resolve: () => resolve() };
}

t.test('an attempt is counted per account and per address, under a key nobody guesses', async (t) => {
  t.notSame(attemptKey(secrets.directoryKey, 'account', 'amina'), attemptKey(key(), 'account', 'amina'));
  t.notSame(attemptKey(secrets.directoryKey, 'account', 'amina'), attemptKey(secrets.directoryKey, 'address', 'amina'));
  t.equal(addressOf('192.0.2.7'), '192.0.2.7');
  t.equal(addressOf('::ffff:192.0.2.7'), '192.0.2.7');
  t.equal(addressOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
  t.equal(addressOf('2001:0db8:1:2::9'), '2001:db8:1:2::/64');
  t.equal(addressOf('2001:db8::1'), '2001:db8:0:0::/64');
  t.equal(addressOf('::1'), '0:0:0:0::/64');
});
