import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { ProblemBody } from '../problems.ts';
import { ProblemPage } from './pages/problem.tsx';

/** A refusal as a page: what happened and what to do, with the number to give on the telephone. */
export function problemPage({ telephone, isDemonstration }: Pick<Config, 'telephone' | 'isDemonstration'>) {
  return ({ status, instance }: ProblemBody, request: FastifyRequest): string | Promise<string> => {
    const requestId = status >= 500 ? (instance.split(':').at(-1) ?? request.id) : undefined;

    return <ProblemPage visit={{ signedIn: false, formToken: '', telephone, isDemonstration }} status={status} requestId={requestId} telephone={telephone ?? undefined} />;
  };
}
