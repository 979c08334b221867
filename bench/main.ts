import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cast } from '../story/cast.ts';
import { mediationRequest } from '../story/request.ts';
import { compareDocket } from './docket.ts';
import { compareDocuments } from './documents.ts';
import { load, send, type Call, type Measure } from './load.ts';
import { comparePages } from './pages.ts';

/** `npm run bench`: our deeds against a bare route doing the same inserts or selects, in one run. The ratio is what counts. */
const child = fork(fileURLToPath(new URL('./service.js', import.meta.url)), { stdio: 'inherit' });
const [{ url, floorUrl, superuserUrl }] = (await once(child, 'message')) as [{ url: string; floorUrl: string; superuserUrl: string }];

type Signed = { headers: Record<string, string> };
const network = () => ({ 'x-forwarded-for': `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250) + 1).join('.')}` });
const filing = mediationRequest('regional', { from: '2026-01-05', to: '2026-02-05' });

async function signIn({ address, passphrase }: { address: string; passphrase: string }): Promise<Signed> {
  const { text } = await send({ method: 'POST', url: `${url}/api/sessions`, headers: network(), body: { address, passphrase, isShared: false } });
  const { token, jwt } = JSON.parse(text) as { token: string; jwt: string };

  return { headers: { 'entente-session': token, authorization: `Bearer ${jwt}` } };
}

async function expectOk(call: Call): Promise<string> {
  const { status, text } = await send(call);
  if (status >= 400) throw new Error(`${call.method} ${call.url} answered ${status}`);

  return text;
}

const credentials = (rank: number) => ({ address: `banc.${process.pid}.${rank}@exemple.fr`, passphrase: 'dix-sept infusions de nuit', shared: false });
await expectOk({ method: 'POST', url: `${url}/api/people`, headers: network(), body: { name: 'Amina Benali', address: cast.amina.address, passphrase: cast.amina.passphrase, isShared: false } });
const amina = await signIn(cast.amina);
const claire = await signIn(cast.claire);

console.log('Preparing 60 cases in charge of the regional mediator...');
const cases: string[] = [];
for (let rank = 0; rank < 60; rank++) {
  const { case: id } = JSON.parse(await expectOk({ method: 'POST', url: `${url}/api/requests`, ...amina, body: filing })) as { case: string };
  await expectOk({ method: 'POST', url: `${url}/api/cases/${id}/charge`, ...claire, body: {} });
  await expectOk({ method: 'POST', url: `${url}/api/cases/${id}/object`, ...claire, body: { text: filing.account.expectations } });
  await expectOk({ method: 'GET', url: `${url}/api/cases/${id}/texts`, ...claire });
  cases.push(id);
}

const rows: string[][] = [['deed', 'clients', 'median ms', 'p99 ms', 'per second', 'floor per second', 'ratio', 'failed']];
async function compare(deed: string, clients: number, ours: (index: number) => Call, bare: Call, limits?: { seconds?: number; most?: number }): Promise<Measure> {
  const low = await load(clients, () => bare, limits);
  const measured = await load(clients, ours, limits);
  rows.push([deed, String(clients), measured.median.toFixed(1), measured.p99.toFixed(1), measured.perSecond.toFixed(1), low.perSecond.toFixed(1), (measured.perSecond / low.perSecond).toFixed(3), String(measured.failed)]);

  return measured;
}

let rank = 0;
for (const clients of [1, 16]) {
  await compare('file a request, signed in', clients, () => ({ method: 'POST', url: `${url}/api/requests`, ...amina, body: filing }), { method: 'POST', url: `${floorUrl}/file` });
  await compare('file a request, new account', clients, () => ({ method: 'POST', url: `${url}/api/requests`, headers: network(), body: { ...filing, credentials: credentials(rank++) } }), { method: 'POST', url: `${floorUrl}/file` });
  await compare('open a case', clients, (index) => ({ method: 'GET', url: `${url}/api/cases/${cases[index % cases.length]}/texts`, ...claire }), { method: 'GET', url: `${floorUrl}/open` });
  await compare('list a docket', clients, () => ({ method: 'GET', url: `${url}/api/cases`, ...claire }), { method: 'GET', url: `${floorUrl}/list` });
  await compare('sign in', clients, () => ({ method: 'POST', url: `${url}/api/sessions`, headers: network(), body: { address: cast.amina.address, passphrase: cast.amina.passphrase, isShared: false } }), { method: 'POST', url: `${floorUrl}/sign-in` });
}

const together = await Promise.all(Array.from({ length: 12 }, () => send({ method: 'POST', url: `${url}/api/requests`, headers: network(), body: { ...filing, credentials: credentials(rank++) } })));
const [beside] = await Promise.all([
  load(1, (index) => ({ method: 'GET', url: `${url}/api/cases/${cases[index % cases.length]}/texts`, ...claire }), { seconds: 3 }),
  load(8, () => ({ method: 'POST', url: `${url}/api/sessions`, headers: network(), body: { address: cast.amina.address, passphrase: cast.amina.passphrase, isShared: false } }), { seconds: 3 }),
]);

const documents = await compareDocuments({ url, floorUrl, caseId: cases[0] as string, sender: amina.headers, reader: claire.headers });
const pages = await comparePages({ url, floorUrl, caseId: cases[1] as string, readers: { mediator: claire.headers, party: amina.headers } });
const docket = await compareDocket({ url, floorUrl, superuserUrl, models: cases, reader: claire.headers });

print(rows);
print(documents);
print(pages);
print(docket.table);
console.log(docket.told);
console.log(`12 filings with new accounts at once: ${together.filter(({ status }) => status === 201).length} of 12 accepted`);
console.log(`reads beside 8 sign-ins at once: median ${beside.median.toFixed(1)} ms, p99 ${beside.p99.toFixed(1)} ms`);
child.send('stop');
await once(child, 'exit');

function print(table: string[][]): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}
