import { problems, type ProblemCode } from './problem-codes.ts';

export type { ProblemCode } from './problem-codes.ts';

/** A field to correct, with what to do, in French. Never the value. */
export type FieldError = Readonly<{ field: string; message: string }>;

export type ProblemFacts = Readonly<{
  /** Code of the fact a guard misses, when the problem's code alone does not say it. */
  missing?: string;
  field?: string;
  errors?: readonly FieldError[];
  /** Seconds. */
  retryAfter?: number;
}>;

/** The body of an answer: RFC 9457. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  instance: string;
  missing?: string;
  errors?: readonly FieldError[];
};

/** A refusal meant for its reader. Its message is its code, so that it may be logged. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(code);
    this.code = code;
    this.status = problems[code].status;
    this.facts = facts;
  }
}

/** @param requestId UUID of the request, which the log carries too. */
export function problemBody({ code, facts }: Problem, requestId: string): ProblemBody {
  const { status, title, detail } = problems[code];
  const errors = facts.errors ?? (facts.field ? [{ field: facts.field, message: detail }] : undefined);

  return {
    type: `urn:entente:problem:${code}`,
    title,
    status,
    detail,
    code,
    instance: `urn:uuid:${requestId}`,
    ...(facts.missing && { missing: facts.missing }),
    ...(errors && { errors }),
  };
}

/**
 * What a database error means for the person who asked, or undefined when it is a fault of ours.
 * Only its SQLSTATE is read: `message`, `detail` and `params` hold the row and every bound value.
 */
export function databaseProblem(error: unknown): Problem | undefined {
  const code = databaseCode(error);

  if (code === undefined) return undefined;
  if (isAway(code)) return new Problem('database-away', { retryAfter: 5 });
  if (code === '23505') return new Problem('acted-first');
  if (contention.has(code)) return new Problem('changed-meanwhile');
  if (code === '57014') return new Problem('too-slow', { retryAfter: 5 });

  return undefined;
}

/** SQLSTATE, or the client's own code for a lost connection, wherever it stands in the chain of causes. */
export function databaseCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string' && (isAway(at.code) || /^[0-9A-Z]{5}$/.test(at.code))) return at.code;
  }

  return undefined;
}

/** Serialization failure, deadlock, lock not available. */
const contention = new Set(['40001', '40P01', '55P03']);

/** Shutdown, crash, start-up, too many connections, idle transaction ended, read-only after a failover. */
const away = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '25P03', '25006']);

const lost = /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;

function isAway(code: string): boolean {
  return away.has(code) || /^08[0-9A-Z]{3}$/.test(code) || lost.test(code);
}
