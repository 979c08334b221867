import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { ownRoles } from '../people/own-roles.ts';
import type { Refusal } from '../plugins/problems.ts';
import { visitorSession, who } from '../plugins/session.ts';
import { databaseProblem } from '../problems.ts';
import { valuesOf } from './asks.tsx';
import type { Visit } from './components/page.tsx';
import type { FormBody } from './forms/form-body.ts';
import { ProblemPage } from './pages/problem.tsx';

/** A refusal as a page: what happened and what to do, the menu of whoever is signed in, and the texts of the form it answers. */
export function problemPage(deps: Pick<Deps, 'core' | 'config'>) {
  const { telephone, isDemonstration } = deps.config;

  return async ({ status, instance, retryAfter }: Refusal, request: FastifyRequest): Promise<string> => {
    const requestId = status >= 500 ? (instance.split(':').at(-1) ?? request.id) : undefined;
    const visit = { ...(await menuOf(deps, status, request)), formToken: '', telephone, isDemonstration };

    return <ProblemPage visit={visit} status={status} requestId={requestId} retryAfter={retryAfter} telephone={telephone ?? undefined} values={typedIn(request)} />;
  };
}

/** Of whoever is known already, where nothing more can or should be asked of the database: when the service fails, or is asked too much. */
async function menuOf({ core, config }: Pick<Deps, 'core' | 'config'>, status: number, request: FastifyRequest): Promise<Pick<Visit, 'signedIn' | 'roles'>> {
  const known = { signedIn: who(request) !== null };
  if (!core || status >= 500 || status === 429) return known;

  try {
    const session = await visitorSession(core, config, request);

    return session ? { signedIn: true, roles: await ownRoles(core, session) } : { signedIn: false };
  } catch (error) {
    if (databaseProblem(error)) return known;

    throw error;
  }
}

function typedIn({ body }: FastifyRequest) {
  return typeof body === 'object' && body !== null ? valuesOf(body as FormBody) : {};
}
