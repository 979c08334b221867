import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

/** Where a document goes, and who sends it. */
type Ends = { url: string; floorUrl: string; caseId: string; sender: Record<string, string>; reader: Record<string, string> };
type Sending = { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; body?: Buffer };

const megabytes = 20;
const boundary = 'frontiere-du-banc';
const content = randomBytes(megabytes * 1024 * 1024);
const times = 5;

/** 20 MB up and down, beside a floor that seals them with one AES-GCM and writes or reads bare rows. Lines: deed, MB per second, floor, ratio. */
export async function compareDocuments({ url, floorUrl, caseId, sender, reader }: Ends): Promise<string[][]> {
  const form = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="title"\r\n\r\nUn scan\r\n--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\naccount\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf\r\n\r\n`),
    content, Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const documents = `${url}/api/cases/${caseId}/documents`;
  const up: Sending = { method: 'POST', url: documents, headers: { ...sender, 'content-type': `multipart/form-data; boundary=${boundary}` }, body: form };
  const floorUp: Sending = { method: 'POST', url: `${floorUrl}/document`, headers: { 'content-type': 'application/octet-stream' }, body: content };
  const { document } = JSON.parse((await transfer(up)).toString()) as { document: string };
  await transfer(floorUp);

  return [
    ['deed', 'MB per second', 'floor', 'ratio'],
    await compared('upload of 20 MB', up, floorUp),
    await compared('download of 20 MB', { method: 'GET', url: `${documents}/${document}`, headers: reader }, { method: 'GET', url: `${floorUrl}/document` }),
  ];
}

async function compared(name: string, ours: Sending, bare: Sending): Promise<string[]> {
  const low = await rate(bare);
  const measured = await rate(ours);

  return [name, measured.toFixed(1), low.toFixed(1), (measured / low).toFixed(3)];
}

/** The median of some runs, one after the other. */
async function rate(sending: Sending): Promise<number> {
  const rates: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const from = performance.now();
    await transfer(sending);
    rates.push((megabytes * 1_000) / (performance.now() - from));
  }

  return rates.sort((one, other) => one - other)[Math.floor(times / 2)] ?? NaN;
}

function transfer({ method, url, headers = {}, body }: Sending): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, ...(body && { 'content-length': body.length }) } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => ((answer.statusCode ?? 500) < 400 ? resolve(Buffer.concat(parts)) : reject(new Error(`${method} answered ${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
