import { Type, type Static } from 'typebox';
import type { Deployment, Secrets } from './secrets.ts';

const Base64 = (bytes: number) => Type.String({ pattern: `^[A-Za-z0-9+/]{${Math.floor((bytes * 4 + 2) / 3)}}={0,2}$` });

/** What the two JSON files of the secrets folder look like; bytes are base64. */
export const PepperFile = Type.Object({
  current: Type.Integer({ minimum: 1 }),
  versions: Type.Record(Type.String({ pattern: '^[1-9]\\d*$' }), Base64(32)),
});

export const DeploymentFile = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  root: Type.Object({ ed25519: Base64(32), xwing: Base64(1216) }),
  enrolmentPublicKey: Base64(32),
  enrolmentDelegation: Base64(64),
});

export function pepperFile(pepper: Secrets['pepper']): Static<typeof PepperFile> {
  return { current: pepper.current, versions: Object.fromEntries([...pepper.versions].map(([v, key]) => [String(v), base64(key)])) };
}

export function deploymentFile(deployment: Deployment, enrolmentPublicKey: Uint8Array): Static<typeof DeploymentFile> {
  const { ed25519, xwing } = deployment.root;

  return {
    id: deployment.id,
    root: { ed25519: base64(ed25519), xwing: base64(xwing) },
    enrolmentPublicKey: base64(enrolmentPublicKey),
    enrolmentDelegation: base64(deployment.enrolmentDelegation),
  };
}

export function fromPepperFile(file: Static<typeof PepperFile>): Secrets['pepper'] {
  return { current: file.current, versions: new Map(Object.entries(file.versions).map(([version, text]) => [Number(version), bytes(text)])) };
}

export function fromDeploymentFile({ id, root, enrolmentDelegation }: Static<typeof DeploymentFile>): Deployment {
  return { id, root: { ed25519: bytes(root.ed25519), xwing: bytes(root.xwing) }, enrolmentDelegation: bytes(enrolmentDelegation) };
}

export const base64 = (value: Uint8Array) => Buffer.from(value).toString('base64');
export const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
