import { readDeployment, type Secrets } from './secrets.ts';
import { identityFrom } from './vault/ed25519.ts';
import type { World } from './vault/trust.ts';

/** What trust starts from: public values, whose authenticity comes from the file they are pinned in. */
export type Pinned = Pick<World, 'deployment' | 'rootPublicKey' | 'enrolment'>;

export function pinnedOf({ deployment, enrolmentSeed }: Pick<Secrets, 'deployment' | 'enrolmentSeed'>): Pinned {
  return {
    deployment: deployment.id,
    rootPublicKey: deployment.root.ed25519,
    enrolment: { publicKey: identityFrom(enrolmentSeed).publicKey, signature: deployment.enrolmentDelegation },
  };
}

/**
 * The same from `deployment.json` alone, which is all an auditor on another machine is given.
 * @param folder holds `deployment.json`
 * @throws SecretsError when the file is missing, damaged, or open to other users
 */
export function readPinned(folder: string): Pinned {
  const { deployment, enrolmentPublicKey } = readDeployment(folder);

  return {
    deployment: deployment.id,
    rootPublicKey: deployment.root.ed25519,
    enrolment: { publicKey: enrolmentPublicKey, signature: deployment.enrolmentDelegation },
  };
}
