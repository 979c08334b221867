import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Core, Session } from '../core.ts';
import { attemptKey, spend } from '../plugins/limits.ts';
import { ownRoles } from '../people/own-roles.ts';
import { visitorSession } from '../plugins/session.ts';
import { Problem } from '../problems.ts';
import { hkdf } from '../vault/hkdf.ts';
import { formTokenField } from './components/form.tsx';
import type { Visit } from './components/page.tsx';
import { deedPages } from './deeds/all.ts';
import { takeFlash, type Flash } from './flash.ts';
import { textOf, type FormBody } from './forms/form-body.ts';
import { formTokens, tokenLifetime } from './form-token.ts';
import { fr } from './words/fr.ts';
import { dateInWords, hourInWords } from './words/moments.ts';
import { zone } from './zone.ts';

export { zone };

/** What the handlers of pages share: who visits, and forms that are good for one deed. */
export type Site = {
  core: Core;
  config: Config;
  /** With the menu of their mandates, if there is somebody. */
  visit(request: FastifyRequest, reply: FastifyReply, session?: Session | null): Promise<Visit>;
  /** The same for whoever is signed in: with what they have just done. */
  desk(request: FastifyRequest, reply: FastifyReply): Promise<Visit>;
  /** Whoever is signed in, on a page anyone may open. */
  visitor(request: FastifyRequest): Promise<Session | null>;
  isFresh(request: FastifyRequest, form: FormBody): boolean;
  /** Uses up the form's token: a second press of the same button is told that the first has acted. */
  useOnce(form: FormBody): Promise<void>;
};

export function siteOf(core: Core, config: Config): Site {
  const tokens = formTokens(hkdf(core.secrets.directoryKey, new Uint8Array(0), 'form-token', 32), config, core.clock);
  const visit: Site['visit'] = async (request, reply, session = null) => ({
    signedIn: session !== null, formToken: tokens.issue(request, reply), telephone: config.telephone, isDemonstration: config.isDemonstration, ...(session && { roles: await ownRoles(core, session) }),
  });

  return {
    core,
    config,
    visit,
    desk: async (request, reply) => ({ ...(await visit(request, reply, request.session)), ...saidBefore(takeFlash(request, reply, config)) }),
    visitor: (request) => visitorSession(core, config, request),
    isFresh: (request, form) => tokens.isGood(request, textOf(form, formTokenField)),
    useOnce: async (form) => {
      const key = attemptKey(core.secrets.directoryKey, 'form', textOf(form, formTokenField));
      const isFirst = await core.database.withActor({ kind: 'visitor' }, (tx, now) => spend(tx, 'form', key, new Date(now.getTime() + tokenLifetime)));
      if (!isFirst) throw new Problem('acted-first');
    },
  };
}

/** The sentence of the deed just done, with its date and hour. */
function saidBefore(flash: Flash | undefined): Pick<Visit, 'alert'> {
  const done = flash && (deedPages.find(({ slug }) => slug === flash.said)?.words.done ?? fr.casePage.said[flash.said] ?? saidElsewhere(flash.said));
  if (!flash || !done) return {};

  return { alert: { kind: 'success', text: fr.deeds.doneAt(done, dateInWords(flash.at, zone), hourInWords(flash.at, zone)) } };
}

/** Done on a page that is no deed's. */
function saidElsewhere(word: string): string | undefined {
  if (Object.hasOwn(fr.forms, word)) return fr.forms[word as keyof typeof fr.forms].done;

  return Object.hasOwn(fr.said, word) ? fr.said[word as keyof typeof fr.said] : undefined;
}

/** Sends a page. */
export function show(reply: FastifyReply, page: string | Promise<string>, status = 200) {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}
