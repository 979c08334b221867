import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { databaseProblem, Problem, problemBody, type ProblemBody, type ProblemCode } from '../problems.ts';
import { fieldErrors } from './validation.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The refusal this request was answered with, if any. */
    problem: Problem | null;
  }
}

/** What a page says of a refusal. `retryAfter`: seconds. */
export type Refusal = ProblemBody & { retryAfter?: number | undefined };

/** Draws a refusal as a page; the web skin gives one. */
export type ProblemPage = (refusal: Refusal, request: FastifyRequest) => string | Promise<string>;

/** Told of what the journal counts by the minute instead of writing one entry each. */
export type Count = (kind: 'unknown-route' | 'rate-limited') => void;

type Options = { page?: ProblemPage | undefined; count?: Count | undefined };

/** Answers every failure with a problem (RFC 9457), as JSON or as a page. */
export function problemAnswers(app: App, options: Options): void {
  app.decorateRequest('problem', null);

  app.setErrorHandler<FastifyError>((error, request, reply) => answer(toProblem(error), error, request, reply, options));

  app.setNotFoundHandler((request, reply) => {
    options.count?.('unknown-route');

    return answer(new Problem('not-found'), undefined, request, reply, options);
  });
}

/** For what fails before a route is found, such as an address that cannot be decoded. */
export function frameworkProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void send(toProblem(error), request, reply, {});
}

async function answer(problem: Problem, error: Error | undefined, request: FastifyRequest, reply: FastifyReply, options: Options) {
  request.problem = problem;
  if (problem.code === 'too-many') options.count?.('rate-limited');
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');

  return send(problem, request, reply, options);
}

async function send(problem: Problem, request: FastifyRequest, reply: FastifyReply, { page }: Options) {
  const body = problemBody(problem, request.id);
  reply.code(body.status);
  if (problem.facts.retryAfter !== undefined) reply.header('retry-after', String(Math.max(1, Math.ceil(problem.facts.retryAfter))));

  if (page && wantsPage(request)) return reply.type('text/html; charset=utf-8').send(await page({ ...body, retryAfter: problem.facts.retryAfter }, request));

  return reply.type('application/problem+json').serializer(JSON.stringify).send(body);
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api') && !url.startsWith('/health') && /\btext\/html\b/.test(headers.accept ?? '');
}

const frameworkCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_HANDLER_TIMEOUT: 'too-slow',
};

function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return new Problem('invalid-body', { errors: fieldErrors(error.validation) });

  const known = frameworkCodes[error.code];
  if (known) return new Problem(known);

  return databaseProblem(error) ?? new Problem(isClientFault(error) ? 'malformed-request' : 'unexpected');
}

function isClientFault({ statusCode }: FastifyError): boolean {
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500;
}
