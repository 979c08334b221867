import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, representative } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import { verifyAttestation } from '../vault/attestation.ts';
import { fromBase64url } from '../vault/bytes.ts';
import type { SignedAttestation } from './attest.ts';
import { performDeed } from './deed.ts';
import { sessionKeyOf } from './keys/certified.ts';
import { ownParty } from './own-party.ts';
import { reveal, type Revealed } from './reveal.ts';
import { sourceDigests } from './source-digest.ts';

type Source = { text: string; digest: Uint8Array };

/**
 * A party copies the signed attestation of their local case into their account of the case above (Ch 9, 10 [C]): nothing
 * else crosses, and their own session does it (design 4). The copy names the SHA-256 of the ciphertext it was made from.
 * @throws Problem `not-found` when either case or the attestation does not exist for them, `wrong-state`,
 *   `signatures-missing` when no officer of the local case signed it
 */
export async function attachAttestation(core: Core, session: Session, caseId: string, { localCase, party: wanted }: { localCase: string; party?: string }): Promise<{ item: string; at: string }> {
  let source: Source | undefined;

  return performDeed(core, session, caseId, {
    act: 'attach-attestation',
    writesOnly: true,
    beforehand: async () => void (source = await readSource(core, session, localCase)),
    change: async ({ view, write, now }) => {
      const subject = ownParty(view, session.person, wanted);
      if (!source) throw new Problem('not-found');

      return { item: await write({ kind: 'account', subject }, 'attestation', source.text, { sourceDigest: source.digest }), at: now.toISOString() };
    },
  });
}

async function readSource(core: Core, session: Session, localCase: string): Promise<Source> {
  const own = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => ownAccounts(tx, session, localCase), { caseId: localCase });
  const texts = await reveal(core, session, localCase, own.map((subject) => ({ kind: 'account', subject })));
  const attestation = texts.findLast(({ kind }) => kind === 'attestation');
  if (!attestation) throw new Problem('not-found');

  const isSigned = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => isSignedByOfficer(core, tx, localCase, attestation), { caseId: localCase });
  if (!isSigned) throw new Problem('signatures-missing');

  const digest = (await sourceDigests(core, session, localCase, [attestation.id])).get(attestation.id);
  if (!digest) throw new Problem('not-found');

  return { text: attestation.text, digest };
}

/** The parties they stand for in a local case of theirs. */
async function ownAccounts(tx: Tx, session: Session, localCase: string): Promise<string[]> {
  const [row] = await tx.select({ tier: caseFile.tier }).from(caseFile).where(eq(caseFile.id, localCase));
  const standing = await tx.execute<{ subject: string }>(sql`select subject from case_standings(${localCase}) where person_id = ${session.person} and standing = 'party'`);
  if (row?.tier !== 'local' || standing.length === 0) throw new Problem('not-found');

  return standing.map(({ subject }) => subject);
}

/** Believed of whoever wrote it and is no party of that case, by the session key that was theirs at the time. */
async function isSignedByOfficer(core: Core, tx: Tx, caseId: string, { author, createdAt, text }: Revealed): Promise<boolean> {
  const parties = await tx.select({ person: representative.personId }).from(representative).where(eq(representative.caseId, caseId));
  if (parties.some(({ person }) => person === author)) return false;

  const { attestation, signature } = JSON.parse(text) as SignedAttestation;
  const world = await loadWorld(tx, core.secrets, createdAt, { persons: [author], certificates: [signature.certificate] });
  const key = sessionKeyOf(world, signature.certificate, author, createdAt);

  return key !== undefined && verifyAttestation(key, core.secrets.deployment.id, attestation, fromBase64url(signature.ed25519));
}
