import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import type { Core } from '../../core.ts';
import type { Draft } from '../../mediation/drafts/draft.ts';
import { readDraft } from '../../mediation/drafts/resume-draft.ts';
import { fromBase64url, toBase64url } from '../../vault/bytes.ts';

/** The draft of a browser, with the 20 bytes of the resume code that its cookie holds and nothing else does. */
export type HeldDraft = Draft & { code: Uint8Array };

const codeLength = 20;

/** The draft whose code this browser holds, or null: none was begun here, or it was filed, deleted or erased. */
export async function heldDraft(core: Core, config: Config, request: FastifyRequest): Promise<HeldDraft | null> {
  const code = codeIn(request.cookies[nameOf(config)]);
  const draft = code && (await readDraft(core, code));

  return code && draft ? { ...draft, code } : null;
}

/** Ends with the browser: on a shared computer the next person finds nothing. */
export function giveDraftCookie(reply: FastifyReply, config: Config, code: Uint8Array): void {
  reply.setCookie(nameOf(config), toBase64url(code), optionsOf(config));
}

export function takeDraftCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(nameOf(config), optionsOf(config));
}

function nameOf({ secure }: Config): string {
  return secure ? '__Host-entente-draft' : 'entente-draft';
}

function optionsOf({ secure }: Config) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}

function codeIn(cookie: string | undefined): Uint8Array | null {
  try {
    const code = fromBase64url(cookie ?? '');

    return code.length === codeLength ? code : null;
  } catch {
    return null;
  }
}
