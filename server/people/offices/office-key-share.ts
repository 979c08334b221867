import { randomUUID } from 'node:crypto';
import type { officeKey, officeKeyShare } from '../../../db/schema/index.ts';
import type { Core, Session } from '../../core.ts';
import { openShare, shareInfo } from '../../vault/office-share.ts';
import { concat, equal, sha256 } from '../../vault/bytes.ts';
import { verifyStatement } from '../../vault/chain.ts';
import { keyPairFrom, SealError, sealTo } from '../../vault/seal.ts';
import { UntrustedError, type Verified, type World } from '../../vault/trust.ts';

export type ShareRow = typeof officeKeyShare.$inferSelect;
export type OfficeKeyRow = typeof officeKey.$inferSelect;
export type Half = { officeKeyId: string; privateKey: Uint8Array };

/** Seals private halves of office keys to one person, whose keys the caller has verified; signed like a grant. */
export async function sealShare(core: Core, session: Session, halves: readonly Half[], to: Verified): Promise<ShareRow[]> {
  const deployment = core.secrets.deployment.id;
  const rows = halves.map(({ officeKeyId }) => ({ id: randomUUID(), officeKeyId, personId: to.statement.person, grantorId: session.person }));
  const sealed = await sealTo(halves.map(({ privateKey }, place) => ({
    publicKey: to.statement.xwing, info: shareInfo(deployment, at(rows, place)), plaintext: privateKey,
  })));

  return rows.map((row, place) => {
    const { enc, ciphertext } = at(sealed, place);

    return {
      ...row, enc, ciphertext, certificateId: session.certificate, createdAt: core.clock(),
      signature: session.sign(sha256(concat(shareInfo(deployment, row), enc, ciphertext))),
    };
  });
}

/**
 * The private half one holds, only if it is that of the public key a verified member published: a share swapped in the
 * database is not passed on.
 */
export async function provenHalf(core: Core, session: Session, share: ShareRow, key: OfficeKeyRow, world: World): Promise<Half | undefined> {
  try {
    const { statement } = verifyStatement(key.statementDigest, { ...world, at: key.openedAt });
    if (statement.person !== key.officeId || statement.role !== key.use || statement.version !== key.epoch) return undefined;
    const privateKey = await openShare(core.secrets.deployment.id, session.xwingPrivateKey, share);

    return equal((await keyPairFrom(privateKey)).publicKey, statement.xwing) ? { officeKeyId: key.id, privateKey } : undefined;
  } catch (error) {
    if (error instanceof UntrustedError || error instanceof SealError) return undefined;

    throw error;
  }
}

function at<T>(list: readonly T[], place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError('fewer results than jobs');

  return value;
}
