import { enc, idBytes } from './bytes.ts';
import { openWith, type Sealed } from './seal.ts';

/** The private half of an office key, sealed to one member by name (design section 4, "Office keys"). */
export type OfficeShare = Sealed & { id: string; officeKeyId: string; personId: string; grantorId: string };

/** What a share is bound to: HPKE's `info`. */
export function shareInfo(deployment: string, share: Omit<OfficeShare, keyof Sealed>): Uint8Array {
  return enc('office-share', idBytes(deployment), idBytes(share.id), idBytes(share.officeKeyId), idBytes(share.personId), idBytes(share.grantorId));
}

/** The office's X-Wing private key (32 bytes). Throws SealError when the share is another's or was changed. */
export async function openShare(deployment: string, xwingPrivateKey: Uint8Array, share: OfficeShare): Promise<Uint8Array> {
  const [privateKey] = await openWith(xwingPrivateKey, [{ sealed: share, info: shareInfo(deployment, share) }]);
  if (!privateKey) throw new RangeError('a share gives one key');

  return privateKey;
}
