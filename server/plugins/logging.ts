import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import { LogController } from 'fastify';
import type { DestinationStream, LoggerOptions } from 'pino';
import type { App } from '../instance.ts';
import { databaseCode } from '../problems.ts';

type LogSettings = { level: string; stream?: DestinationStream | undefined };

/**
 * Logs that may be handed to anyone: fields outside a short list are dropped, errors lose their messages,
 * and addresses of pages are given as the pattern of their route, because a link may hold a secret.
 */
export function logging({ level, stream }: LogSettings): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  return {
    logger: { ...pinoOptions(level), ...(stream && { stream }) },
    // Fastify's own lines carry the address and the messages of errors; `requestLine` replaces them.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
  };
}

/** One line per request, once it is answered. */
export function requestLine(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, problem } = request;
    request.log.info(
      { method, route: routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime), code: problem?.code },
      'answered',
    );
  });
}

/** The same settings for what logs outside a request. */
export function pinoOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    redact: { paths: ['req', 'res', 'headers', 'body', 'query', 'params'], remove: true },
    serializers: { err: bareError, req: (request: FastifyRequest) => ({ method: request.method }), res: () => ({}) },
    formatters: { log: allowed },
    hooks: {
      // Given an error and no text, pino would take the error's message for one.
      logMethod(given, log) {
        const [first, text]: readonly unknown[] = given;
        const [subject, words] = typeof first === 'string' ? [{}, first] : [first, typeof text === 'string' ? text : 'event'];

        log.call(this, subject instanceof Error ? { err: subject } : subject, words);
      },
    },
  };
}

const fields = new Set(['err', 'request', 'method', 'route', 'status', 'ms', 'code', 'job', 'count', 'size', 'signal', 'port']);

function allowed(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => fields.has(name) && (name === 'err' || isPlain(value))));
}

function isPlain(value: unknown): boolean {
  return value === null || ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value.length <= 200);
}

/** Name, code and frames. Messages of database errors hold rows and bound values, those of parsers the text they choked on. */
function bareError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };

  return { type: error.name, code: codeOf(error), frames: frames(error), cause: error.cause instanceof Error ? error.cause.name : undefined };
}

function codeOf(error: Error): string | undefined {
  const own = 'code' in error && typeof error.code === 'string' ? error.code : undefined;

  return databaseCode(error) ?? (own && /^[A-Z0-9_]{1,60}$/.test(own) ? own : undefined);
}

function frames({ stack = '', message }: Error): string[] {
  const afterMessage = stack.indexOf(message) + message.length;

  return stack.slice(afterMessage).split('\n').filter((line) => /^ {4}at /.test(line)).slice(0, 8).map((line) => line.trim());
}
