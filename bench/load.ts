import { Agent, request } from 'node:http';

export type Call = { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; body?: object };
export type Measure = { median: number; p99: number; perSecond: number; count: number; failed: number };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Keeps `clients` requests under way for so many seconds, or until `most` are done. Times are milliseconds. */
export async function load(clients: number, next: (index: number) => Call, { seconds = 4, most = 4_000 } = {}): Promise<Measure> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  let index = 0;
  let failed = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end && index < most) {
        const from = performance.now();
        const { status } = await send(next(index++));
        times.push(performance.now() - from);
        if (status >= 400) failed += 1;
      }
    }),
  );
  const took = (performance.now() - began) / 1_000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;

  return { median: at(0.5), p99: at(0.99), perSecond: times.length / took, count: times.length, failed };
}

/** A connection that the server closed while it was idle is taken anew, as any client does. */
export function send(call: Call): Promise<{ status: number; text: string }> {
  const { method, url, headers = {}, body } = call;
  const payload = body === undefined ? undefined : JSON.stringify(body);

  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...(payload !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }) } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' && sent.reusedSocket ? send(call).then(resolve, reject) : reject(error)));
    sent.end(payload);
  });
}
