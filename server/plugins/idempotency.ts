import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';
import { claim, release, settle, type Claimed, type IdempotencyStore } from './idempotency-store.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The claim this request holds on its Idempotency-Key, if it sent one. */
    idempotency: Claimed | null;
  }
}

type Options = IdempotencyStore & {
  /** Id of the person signed in, or null. */
  who: (request: FastifyRequest) => string | null;
};

/** Nothing was done, so the same key may be tried again at once. */
const harmlessCodes = new Set(['overloaded']);

/**
 * A POST sent twice with the same `Idempotency-Key` (16 to 64 characters of A-Z a-z 0-9 _ -) is done once within 24 hours:
 * the second gets the first one's answer, sealed meanwhile under a key only the client holds.
 * Cookies are not replayed.
 */
export function idempotency(app: App, options: Options): void {
  app.decorateRequest('idempotency', null);

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return;
    if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key)) throw new Problem('malformed-request', { field: 'Idempotency-Key' });

    const result = await claim(options, {
      key,
      who: options.who(request),
      ip: request.ip,
      route: `${request.method} ${request.url.split('?')[0] ?? ''}`,
      body: JSON.stringify(request.body ?? null),
    });
    if ('claimed' in result) {
      request.idempotency = result.claimed;

      return;
    }

    return replay(reply, result.answer);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const claimed = request.idempotency;
    if (!claimed) return;

    request.idempotency = null;
    try {
      if (reply.statusCode < 400) await settle(options, claimed, answerOf(reply, payload));
      else if (isHarmless(request, reply)) await release(options, claimed);
    } catch (err) {
      // What was done is done: the answer goes out, and a second sending will be told `outcome-unknown`.
      request.log.error({ err }, 'answer not kept');
    }
  });
}

type Answer = { status: number; type: string; location?: string; body: string };

function answerOf(reply: FastifyReply, payload: unknown): Answer {
  const type = String(reply.getHeader('content-type') ?? 'application/json; charset=utf-8');
  const location = reply.getHeader('location');

  return { status: reply.statusCode, type, ...(typeof location === 'string' && { location }), body: typeof payload === 'string' ? payload : '' };
}

function replay(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.location) reply.header('location', answer.location);

  return reply.code(answer.status).header('idempotency-replayed', 'true').type(answer.type).serializer(String).send(answer.body);
}

/** A refusal changed nothing. After a fault of ours one cannot tell, so the claim stays and the next try is told so. */
function isHarmless({ problem }: FastifyRequest, reply: FastifyReply): boolean {
  return reply.statusCode < 500 || (problem !== null && harmlessCodes.has(problem.code));
}
