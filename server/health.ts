import { setTimeout as wait } from 'node:timers/promises';
import { Type } from 'typebox';
import type { App } from './instance.ts';

/** Resolves when the part it watches can serve, and rejects otherwise. */
export type Probe = () => Promise<unknown>;

const probeLimit = 2_000;

const Health = Type.Object(
  { status: Type.Union([Type.Literal('ok'), Type.Literal('unavailable')]), checks: Type.Record(Type.String(), Type.String()) },
  { additionalProperties: false },
);

/** `/health/live`: the process answers. `/health/ready`: so does everything it needs; 503 otherwise. */
export function health(app: App, probes: Readonly<Record<string, Probe>>): void {
  const config = { policy: { act: 'health', who: 'anyone' } } as const;

  app.get('/health/live', { config, schema: { hide: true, response: { 200: Health } } }, async () => ({ status: 'ok' as const, checks: {} }));

  app.get('/health/ready', { config, schema: { hide: true, response: { 200: Health, 503: Health } } }, async (_request, reply) => {
    const results = await Promise.all(Object.entries(probes).map(async ([name, probe]) => [name, await outcome(probe)] as const));
    const isReady = results.every(([, result]) => result === 'ok');

    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable', checks: Object.fromEntries(results) });
  });
}

async function outcome(probe: Probe): Promise<'ok' | 'unavailable'> {
  const over = new AbortController();
  const late = wait(probeLimit, 'unavailable' as const, { signal: over.signal });
  late.catch(() => {});

  try {
    return await Promise.race([probe().then(() => 'ok' as const), late]);
  } catch {
    return 'unavailable';
  } finally {
    over.abort();
  }
}
