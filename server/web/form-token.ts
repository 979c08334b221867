import { createHmac, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { enc, equal, fromBase64url, toBase64url } from '../vault/bytes.ts';

/** Milliseconds after which a form must be shown again. */
export const tokenLifetime = 12 * 3600 * 1000;
const macLength = 32;

/**
 * The token of a form: random, dated, and bound to the browser that was shown it by a cookie of its own. Each is good for
 * one deed, so that a form sent twice is done once.
 */
export type FormTokens = {
  issue(request: FastifyRequest, reply: FastifyReply): string;
  /** Whether this browser was shown the form, not too long ago. */
  isGood(request: FastifyRequest, token: string): boolean;
};

/** @param secret 32 bytes of the server. */
export function formTokens(secret: Uint8Array, { secure }: Pick<Config, 'secure'>, clock: () => Date): FormTokens {
  const name = secure ? '__Host-entente-form' : 'entente-form';

  return {
    issue: (request, reply) => {
      const browser = request.cookies[name] ?? toBase64url(randomBytes(16));
      if (!request.cookies[name]) {
        reply.setCookie(name, browser, { path: '/', httpOnly: true, sameSite: 'strict', secure });
        request.cookies[name] = browser;
      }
      const once = toBase64url(randomBytes(16));
      const at = clock().getTime();

      return `${once}.${at}.${toBase64url(mac(secret, browser, once, at))}`;
    },
    isGood: (request, token) => {
      const [, once, at, signature] = /^([\w-]{22})\.(\d{13})\.([\w-]{43})$/.exec(token) ?? [];
      const browser = request.cookies[name];
      if (!browser || !once || !at || !signature) return false;
      if (clock().getTime() - Number(at) > tokenLifetime) return false;

      return equal(readMac(signature), mac(secret, browser, once, Number(at)));
    },
  };
}

function mac(secret: Uint8Array, browser: string, once: string, at: number): Uint8Array {
  return createHmac('sha256', secret).update(enc('form', browser, once, at)).digest();
}

function readMac(text: string): Uint8Array {
  try {
    return fromBase64url(text);
  } catch {
    return new Uint8Array(macLength);
  }
}
