import type { Core } from '../core.ts';
import { openDirectory, sealDirectory } from '../vault/directory-envelope.ts';

/** How the service names someone and writes to them: sealed under the directory key, in clear nowhere. */
export type Profile = { name: string; address: string };

export function sealProfile({ secrets }: Pick<Core, 'secrets'>, person: string, { name, address }: Profile): Uint8Array {
  return sealDirectory(secrets.directoryKey, place(secrets.deployment.id, person), JSON.stringify({ name, address }));
}

/** Throws EnvelopeError when the row is another person's or was changed. */
export function openProfile({ secrets }: Pick<Core, 'secrets'>, person: string, sealed: Uint8Array): Profile {
  return JSON.parse(openDirectory(secrets.directoryKey, place(secrets.deployment.id, person), sealed)) as Profile;
}

function place(deployment: string, row: string) {
  return { deployment, table: 'person', row, field: 'profile' };
}
