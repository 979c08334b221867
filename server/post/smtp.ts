import { createTransport } from 'nodemailer';
import type { MailSettings } from '../config.ts';
import type { Mail } from './templates.ts';

/** `refused`: the server does not take this mail. `away`: it does not answer, and would take no other. */
export type Delivery = 'delivered' | 'refused' | 'away';

export type Smtp = {
  deliver(to: string, mail: Mail, at: Date): Promise<Delivery>;
  close(): void;
};

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** The mail server, by its URL. Beyond this machine TLS is required: addresses do not travel in clear. */
export function connectSmtp({ url, from }: MailSettings): Smtp {
  const transport = createTransport({ ...smtpOptions(url), ...limits, disableFileAccess: true, disableUrlAccess: true });

  return {
    deliver: async (to, mail, at) => {
      try {
        await transport.sendMail({ ...mail, from, to, date: at, headers: { 'Auto-Submitted': 'auto-generated' } });

        return 'delivered';
      } catch (error) {
        return isRefusal(error) ? 'refused' : 'away';
      }
    },
    close: () => transport.close(),
  };
}

/** What nodemailer needs of a URL `smtp://login:password@host:port` or `smtps://...`. */
export function smtpOptions(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';

  return {
    host: hostname, port: Number(port) || (secure ? 465 : 587), secure, requireTLS: !secure && !isThisMachine(hostname),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** An answer of the server; never its text, which repeats the address. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode !== 421;
}
