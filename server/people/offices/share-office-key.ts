import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { officeKey, officeKeyShare } from '../../../db/schema/index.ts';
import { officeKeysOf } from '../../../policies/appointments.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import type { ShareRow } from '../../mediation/keys/unlock.ts';
import { Problem } from '../../problems.ts';
import type { World } from '../../vault/trust.ts';
import { loadWorld } from '../world.ts';
import { mandatesInForce, type HeldMandate } from './mandates.ts';
import { provenHalf, sealShare, type OfficeKeyRow } from './office-key-share.ts';
import { refusing } from './refusal.ts';

type Prepared = { held: { key: OfficeKeyRow; share: ShareRow }[]; recipient: HeldMandate; world: World; role: string };

/**
 * A holder of an office key hands it to another member, after having seen their name, role and registrar: never silently
 * (design 4). The halves of earlier, closed keys of that use go along, so that pending requests stay readable.
 * @param person id of the member; their mandate is verified up to root
 * @throws Problem `not-found` when either of the two may not hold this key, `key-missing` when one does not hold it oneself
 */
export async function shareOfficeKey(core: Core, session: Session, officeKeyId: string, person: string): Promise<void> {
  return refusing(core, session, 'share-office-key', async () => {
    const actor = { kind: 'person', id: session.person } as const;
    const { held, recipient, world, role } = await core.database.withActor(actor, (tx) => prepare(tx, core, session, officeKeyId, person.toLowerCase()));
    const halves = await Promise.all(held.map(({ key, share }) => provenHalf(core, session, share, key, world)));
    const proven = halves.filter((half) => half !== undefined);
    if (!proven.some((half) => half.officeKeyId === officeKeyId)) throw new Problem('key-missing');
    const shares = await sealShare(core, session, proven, recipient.keys);

    await core.database.withActor(actor, async (tx) => {
      // Somebody may have left, or been relieved, while keys were sealed.
      await prepare(tx, core, session, officeKeyId, person.toLowerCase());
      await tx.insert(officeKeyShare).values(shares);
      await core.journal.append(tx, {
        event: 'office-key-shared', actor: { kind: 'person', person: session.person, role },
        subject: { person: recipient.row.personId, office: recipient.office.id, officeKey: officeKeyId }, detail: { keys: shares.length }, signer: signerOf(session),
      });
    });
  });
}

async function prepare(tx: Tx, core: Core, session: Session, officeKeyId: string, person: string): Promise<Prepared> {
  const now = core.clock();
  const [wanted] = await tx.select().from(officeKey).where(eq(officeKey.id, officeKeyId)).for('share');
  if (!wanted || wanted.closedAt !== null) throw new Problem('not-found');

  const members = await mandatesInForce(tx, core.secrets, now, [session.person, person]);
  const entitled = (id: string) => members.find(({ row, office }) => row.personId === id && office.id === wanted.officeId && officeKeysOf([row.role]).includes(wanted.use));
  const [giver, recipient] = [entitled(session.person), entitled(person)];
  if (!giver || !recipient || session.person === person) throw new Problem('not-found');

  const keys = await tx.select().from(officeKey).where(and(eq(officeKey.officeId, wanted.officeId), eq(officeKey.use, wanted.use), lte(officeKey.epoch, wanted.epoch)));
  const shares = await tx.select().from(officeKeyShare)
    .where(and(inArray(officeKeyShare.officeKeyId, keys.map(({ id }) => id)), inArray(officeKeyShare.personId, [session.person, person])));
  const shareOf = (id: string, key: OfficeKeyRow) => shares.find((share) => share.officeKeyId === key.id && share.personId === id);
  if (!shareOf(session.person, wanted)) throw new Problem('key-missing');
  if (shareOf(person, wanted)) throw new Problem('acted-first');

  const held = keys.flatMap((key) => {
    const share = shareOf(session.person, key);

    return share && !shareOf(person, key) ? [{ key, share }] : [];
  });

  return { held, recipient, role: giver.row.role, world: await loadWorld(tx, core.secrets, now, { persons: [wanted.officeId, session.person, person] }) };
}
