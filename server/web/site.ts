import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Core, Session } from '../core.ts';
import { reserve, attemptKey } from '../plugins/limits.ts';
import { visitorSession } from '../plugins/session.ts';
import { Problem } from '../problems.ts';
import { hkdf } from '../vault/hkdf.ts';
import { formTokenField } from './components/form.tsx';
import type { Visit } from './components/page.tsx';
import { textOf, type FormBody } from './forms/form-body.ts';
import { formTokens } from './form-token.ts';

/** What the handlers of pages share: who visits, and forms that are good for one deed. */
export type Site = {
  core: Core;
  config: Config;
  visit(request: FastifyRequest, reply: FastifyReply, session?: Session | null): Visit;
  /** Whoever is signed in, on a page anyone may open. */
  visitor(request: FastifyRequest): Promise<Session | null>;
  isFresh(request: FastifyRequest, form: FormBody): boolean;
  /** Uses up the form's token: a second press of the same button is told that the first has acted. */
  useOnce(form: FormBody): Promise<void>;
};

export function siteOf(core: Core, config: Config): Site {
  const tokens = formTokens(hkdf(core.secrets.directoryKey, new Uint8Array(0), 'form-token', 32), config, core.clock);

  return {
    core,
    config,
    visit: (request, reply, session = null) => ({ signedIn: session !== null, formToken: tokens.issue(request, reply), telephone: config.telephone }),
    visitor: (request) => visitorSession(core, config, request),
    isFresh: (request, form) => tokens.isGood(request, textOf(form, formTokenField)),
    useOnce: async (form) => {
      const key = attemptKey(core.secrets.directoryKey, 'form', textOf(form, formTokenField));
      await core.database.withActor({ kind: 'visitor' }, (tx) => reserve(tx, 'form', key, 1, 86_400)).catch((error: unknown) => {
        throw error instanceof Problem && error.code === 'too-many' ? new Problem('acted-first') : error;
      });
    },
  };
}

/** Sends a page. */
export function show(reply: FastifyReply, page: string | Promise<string>, status = 200) {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}
