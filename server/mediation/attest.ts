import { and, eq, notInArray } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { item, representative } from '../../db/schema/index.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import type { PriorStepForm, PriorStepOutcome } from '../../policies/charter/words.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { mandatesInForce } from '../people/offices/mandates.ts';
import { Problem } from '../problems.ts';
import { signAttestation, type Attestation } from '../vault/attestation.ts';
import { toBase64url } from '../vault/bytes.ts';
import { performDeed, type Work } from './deed.ts';
import { compartmentOf } from './keys/view.ts';
import { acceptedParties } from './letters.ts';
import { localScheme } from './local-scheme.ts';

/** What a party is handed: the facts, and the session signature with the certificate it is verified by. */
export type SignedAttestation = { attestation: Attestation; signature: { certificate: string; ed25519: string } };

/**
 * Attests a local attempt and its outcome (Ch art. 9, 10 [C]; domain 2.2 [I]), with no content of what was said, and places
 * it with each party who has an account here: theirs to attach to a request at the regional tier.
 * @throws Problem `acted-first` when it was attested already
 */
export async function attest(core: Core, session: Session, caseId: string): Promise<SignedAttestation> {
  return performDeed(core, session, caseId, {
    act: 'attest',
    creates: (view) => acceptedParties(view).filter((party) => !compartmentOf(view, 'account', party)).map((party) => ({ kind: 'account' as const, subject: party })),
    change: async (work) => {
      if (await attestationItem(work.tx, caseId)) throw new Problem('acted-first');
      const attestation = await attested(core, session, work);
      const signature = toBase64url(signAttestation(session, core.secrets.deployment.id, attestation));
      const signed = { attestation, signature: { certificate: session.certificate, ed25519: signature } };
      for (const party of acceptedParties(work.view)) await work.write({ kind: 'account', subject: party }, 'attestation', JSON.stringify(signed));

      return signed;
    },
  });
}

/** One of the copies of the attestation, by its item. What a party writes of their own is none, whatever it is called. */
export async function attestationItem(tx: Tx, caseId: string): Promise<string | undefined> {
  const parties = tx.select({ person: representative.personId }).from(representative).where(eq(representative.caseId, caseId));
  const [found] = await tx.select({ id: item.id }).from(item).where(and(eq(item.caseId, caseId), eq(item.kind, 'attestation'), notInArray(item.authorId, parties))).limit(1);

  return found?.id;
}

async function attested(core: Core, session: Session, { tx, view, now }: Work): Promise<Attestation> {
  const { establishment, zone, isShared } = await localScheme(tx, view.row.officeId, now);
  const mandates = await mandatesInForce(tx, core.secrets, now, [session.person]);
  const role = mandates.find(({ row }) => row.officeId === view.row.officeId)?.row.role;
  if (!role) throw new Problem('mandate-missing');

  return {
    establishment: establishment.id, form: isShared ? 'shared' : forms[establishment.localScheme], outcome: outcomes[view.row.state] ?? 'failed', role,
    from: localDate(view.row.receivedAt, zone), to: localDate(view.row.closedAt ?? now, zone),
  };
}

const forms: Record<'own' | 'shared' | 'none', PriorStepForm> = { own: 'internal', shared: 'shared', none: 'external-mediation' };

const outcomes: Partial<Record<State, PriorStepOutcome | 'agreed'>> = { agreed: 'agreed', ended: 'failed', refused: 'refused_by_a_party' };
