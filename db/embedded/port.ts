import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** The wanted port of 127.0.0.1 if it is free, or any free one. */
export async function choosePort(wanted = 0): Promise<number> {
  const probe = createServer();
  try {
    await once(probe.listen(wanted, '127.0.0.1'), 'listening');
  } catch {
    throw new Error(`Port ${wanted} of 127.0.0.1 is taken or not allowed: choose another one for the embedded Postgres.`);
  }
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');

  return port;
}
