import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readConfig } from '../server/config.ts';

export type Received = { to: string[]; from: string; raw: string };
export type Sink = Awaited<ReturnType<typeof mailSink>>;
type Teardown = { teardown(work: () => unknown): unknown };

/** A mail server that keeps what it is given, and refuses while it is told to. */
export async function mailSink(t: Teardown) {
  const mails: Received[] = [];
  const state = { refusing: false };
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onRcptTo: (_address, _session, done) => done(state.refusing ? Object.assign(new Error('boîte pleine'), { responseCode: 452 }) : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), from: envelope.mailFrom ? envelope.mailFrom.address : '', raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())));

  return { state, take: () => mails.splice(0), port: (server.server.address() as AddressInfo).port };
}

/** The configuration of a service that writes to people through this mail server. */
export function mailConfig(url: string) {
  return readConfig({ DATABASE_URL: 'postgres://x@y/z', SHRED_DATABASE_URL: 'postgres://x@y/z', SEQUENCER_DATABASE_URL: 'postgres://x@y/z', ORIGIN: 'https://mediation.example.fr', ENTENTE_SMTP_URL: url, ENTENTE_SMTP_FROM: 'Messagerie <ne-pas-repondre@exemple.fr>' });
}
