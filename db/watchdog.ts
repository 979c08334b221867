import { rm } from 'node:fs/promises';
import { serverAccount } from './embedded/account.ts';
import { prepareBinaries } from './embedded/binaries.ts';
import { initialise } from './embedded/cluster.ts';
import { prepareFolder } from './embedded/folder.ts';
import { startServer, type Server } from './embedded/server.ts';
import type { EmbeddedOptions } from './embedded.ts';

/** What the watchdog writes on its standard output, once, as a line of JSON. */
export type Answer = { started: { folder: string; port: number; password: string } } | { refused: string };

const signalsLeftToTheParent = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const temporary: string[] = [];
const parentIsGone = new AbortController();

await main(JSON.parse(process.argv[2] ?? '{}') as EmbeddedOptions);

/** Starts the server, answers, and stops it when the pipe on standard input closes: the parent's life is the only signal. */
async function main(options: EmbeddedOptions): Promise<void> {
  for (const signal of signalsLeftToTheParent) process.on(signal, () => {});
  process.stdin.on('end', () => parentIsGone.abort()).on('error', () => parentIsGone.abort());
  process.stdin.resume();
  process.stdout.on('error', () => parentIsGone.abort());

  try {
    const server = await launch(options);
    await Promise.race([server.exited, aborted(parentIsGone.signal)]);
    await server.stop();
  } catch (error) {
    answer({ refused: error instanceof Error ? error.message : String(error) });
  } finally {
    await Promise.all(temporary.map((folder) => rm(folder, { recursive: true, force: true })));
    process.stdin.destroy();
  }
}

async function launch(options: EmbeddedOptions): Promise<Server> {
  const account = serverAccount();
  const folder = prepareFolder(options, account);
  if (folder.temporary) temporary.push(folder.path);
  const binaries = prepareBinaries(account);
  if (binaries.temporary) temporary.push(binaries.temporary);

  const { password } = await initialise(folder.path, binaries.bin, account, options);
  const server = await startServer(folder.path, binaries.bin, account, options, parentIsGone.signal);
  answer({ started: { folder: folder.path, port: server.port, password } });

  return server;
}

function answer(message: Answer): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
