import type { App } from './instance.ts';

type Signals = Pick<NodeJS.Process, 'once' | 'off'>;

/** Ends what outlives requests: timers, workers, connections. In the order given, after the last request. */
export type Closing = () => Promise<unknown>;

/**
 * On SIGTERM or SIGINT stops accepting, lets requests under way finish, then closes the rest.
 * @returns a promise that settles when everything is closed.
 */
export function drainOn(signals: Signals, app: App, closings: readonly Closing[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const drain = (signal: NodeJS.Signals) => {
      signals.off('SIGTERM', drain);
      signals.off('SIGINT', drain);
      app.log.info({ signal }, 'draining');
      close(app, closings).then(resolve, reject);
    };

    signals.once('SIGTERM', drain);
    signals.once('SIGINT', drain);
  });
}

async function close(app: App, closings: readonly Closing[]): Promise<void> {
  await app.close();
  for (const closing of closings) await closing();
}
