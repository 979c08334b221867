import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import { outbox } from '../../db/schema/index.ts';
import type { Config } from '../config.ts';
import { connectSmtp, type Smtp } from './smtp.ts';
import { mailOf } from './templates.ts';

/** How the service writes to people. Absent from `core` while no mail server is configured: then nothing is queued. */
export type Post = {
  /** In the deed's transaction: these persons are to be told that something awaits them. The job sends it after commit. */
  tell(tx: Tx, persons: readonly string[], now: Date): Promise<void>;
  /**
   * At once and from memory, since the secret of a link is stored nowhere (decision 0011).
   * @returns whether the mail server took it
   */
  mailLink(address: string, path: string, now: Date): Promise<boolean>;
  smtp: Smtp;
  /** Where people sign in. */
  signInUrl: string;
};

/** The post of this service, or undefined when no mail server is configured. */
export function openPost({ mail, origin }: Pick<Config, 'mail' | 'origin'>): Post | undefined {
  if (!mail) return undefined;
  const smtp = connectSmtp(mail);

  return {
    tell,
    mailLink: async (address, path, now) => (await smtp.deliver(address, mailOf('invitation', `${origin}${path}`), now)) === 'delivered',
    smtp,
    signInUrl: `${origin}/connexion`,
  };
}

/** In the order of ids, so that two deeds that tell the same persons never wait for each other in a circle. */
async function tell(tx: Tx, persons: readonly string[], now: Date): Promise<void> {
  if (persons.length === 0) return;
  const rows = [...persons].sort().map((personId) => ({ id: randomUUID(), personId, template: 'message' as const, askedAt: now, dueAt: now }));
  await tx.insert(outbox).values(rows).onConflictDoNothing();
}
