import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/** One sentence for the page after a deed: a word of a closed list and an instant, nothing else, read once. */
export type Flash = { said: string; at: Date };

const seconds = 60;

export function leaveFlash(reply: FastifyReply, config: Pick<Config, 'secure'>, { said, at }: Flash): void {
  reply.setCookie(nameOf(config), `${said}.${at.getTime()}`, { path: '/', httpOnly: true, sameSite: 'strict', secure: config.secure, maxAge: seconds });
}

export function takeFlash(request: FastifyRequest, reply: FastifyReply, config: Pick<Config, 'secure'>): Flash | undefined {
  const [, said, at] = /^([a-z-]{1,60})\.(\d{13})$/.exec(request.cookies[nameOf(config)] ?? '') ?? [];
  if (said === undefined || at === undefined) return undefined;
  reply.clearCookie(nameOf(config), { path: '/' });

  return { said, at: new Date(Number(at)) };
}

function nameOf({ secure }: Pick<Config, 'secure'>): string {
  return secure ? '__Host-entente-done' : 'entente-done';
}
