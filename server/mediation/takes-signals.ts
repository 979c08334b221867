import { randomUUID } from 'node:crypto';
import type { Core } from '../core.ts';
import { directoryFacts } from '../people/directory.ts';
import { localOffice } from './file-request.ts';

/** Whether somebody receives here the signals of an establishment's local scheme, its own or one it shares. */
export async function takesSignals(core: Core, establishment: string): Promise<boolean> {
  // Offices show themselves to a person only: to whoever is about to become one.
  return core.database.withActor({ kind: 'person', id: randomUUID() }, async (tx) => {
    const found = (await directoryFacts(tx, core.clock())).establishments.find(({ id }) => id === establishment);

    return found !== undefined && (await localOffice(tx, found)) !== undefined;
  });
}
