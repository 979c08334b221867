import { randomUUID } from 'node:crypto';
import { and, asc, eq, ne } from 'drizzle-orm';
import { party as partyTable, referral } from '../../db/schema/index.ts';
import { deadline } from '../../policies/charter/deadlines.ts';
import type { ReferralGround } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { directoryFacts, type DirectoryFacts } from '../people/directory.ts';
import { Problem } from '../problems.ts';
import { foundCase } from '../vault/founding.ts';
import { occupiedOffice } from './keys/new-case.ts';
import { representation } from './keys/proven.ts';
import type { CaseRow, CaseView } from './keys/view.ts';
import { newReference, prepareCase, type FirstText, type PreparedCase } from './open-case.ts';
import type { PersonEntry } from './request-body.ts';
import { reveal } from './reveal.ts';
import { sourceDigests } from './source-digest.ts';

/** A party of the case below, who stands for it, and its latest entry with the digest of its ciphertext. */
type LowerParty = { below: string; id: string; kind: 'person' | 'institution' | 'team'; representatives: string[]; entry: string; digest: Uint8Array };

/** The national office sits there; used when a party's establishment has left the directory. */
const nationalZone = 'Europe/Paris';

/**
 * Seals the upper case of a referral (design 4): new parties, and for each a facts sheet copied from the case below, read by
 * the national register and by that party. Identities, purpose, dates and outcome travel, and nothing else.
 * @throws Problem `acted-first` when a referral stands, `office-empty`, `key-missing` while an identity cannot be opened
 */
export async function prepareUpperCase(core: Core, session: Session, view: CaseView, ground: ReferralGround): Promise<PreparedCase> {
  const at = core.clock();
  const { facts, office } = await readAbove(core, session, view, at);
  const parties = await openParties(core, session, view);
  const zone = zoneOf(parties, facts);

  const founding = foundCase(core.secrets.deployment.id, session.person, view.row.id, 'refer-up');

  return prepareCase(core, session, {
    row: upperRow(founding.caseId, view.row, office.id, at), office, capacity: 'regional-mediator', priorStep: null,
    parties: parties.map(({ id, kind, representatives }) => ({ id, kind, representatives })),
    acts: [
      { kind: 'refer-up', subject: founding.subject },
      ...parties.flatMap(({ id, representatives }) => representatives.map((person) => ({ kind: 'represent' as const, subject: representation(id, person) }))),
    ],
    texts: parties.flatMap((party) => factsSheet(party, view.row, ground)),
    deadlines: (['acknowledgement', 'referral-answer'] as const).map((rule) => deadline(rule, at, zone, facts.settings)),
  });
}

async function readAbove(core: Core, session: Session, view: CaseView, at: Date) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [standing] = await tx.select({ id: referral.id }).from(referral).where(and(eq(referral.lowerCaseId, view.row.id), ne(referral.state, 'returned')));
    if (standing) throw new Problem('acted-first');
    const office = await occupiedOffice(tx, 'national', {});
    if (!office) throw new Problem('office-empty');

    return { facts: await directoryFacts(tx, at), office };
  });
}

/** Opens the identities below, in the referring session; whoever has left below is asked anew above, like the others. */
async function openParties(core: Core, session: Session, view: CaseView): Promise<LowerParty[]> {
  const caseId = view.row.id;
  const rows = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.select().from(partyTable).where(eq(partyTable.caseId, caseId)).orderBy(asc(partyTable.ordinal)), { caseId });
  const entries = new Map((await reveal(core, session, caseId, [{ kind: 'identity' }])).filter(({ kind }) => kind === 'entry').map((text) => [text.subject, text]));
  const digests = await sourceDigests(core, session, caseId, [...entries.values()].map(({ id }) => id));

  return rows.map(({ id: below, kind }) => {
    const entry = entries.get(below);
    const digest = entry && digests.get(entry.id);
    if (!entry || !digest) throw new Problem('key-missing');
    const representatives = view.standings.filter(({ standing, subject }) => (standing === 'party' || standing === 'former-party') && subject === below).map(({ person }) => person);

    return { below, id: randomUUID(), kind, representatives, entry: entry.text, digest };
  });
}

function factsSheet({ id, entry, digest }: LowerParty, { purpose, receivedAt, closedAt, state, outcome }: CaseRow, ground: ReferralGround): FirstText[] {
  const place = { kind: 'identity' as const, subject: id };
  const examined = { purpose, receivedAt: receivedAt.toISOString(), endedAt: closedAt?.toISOString() ?? null, state, outcome, ground };

  return [{ place, kind: 'entry', text: entry, sourceDigest: digest }, { place, kind: 'facts', text: JSON.stringify(examined) }];
}

/** Received at the referral: its own t0, and consents anew (D art. 10 [L]; domain 9.3 [I]). */
function upperRow(id: string, { territoryId, purpose }: CaseRow, officeId: string, at: Date): CaseRow {
  return {
    id, reference: newReference(), tier: 'national', officeId, territoryId, purpose, state: 'received', outcome: null, outcomeReason: null, suspendedAt: null,
    holders: 1, keysDue: false, inCharge: null, chargedAt: null, receivedAt: at, acknowledgedAt: null, consentedAt: null, closedAt: null,
  };
}

function zoneOf(parties: readonly LowerParty[], { establishments, departments }: DirectoryFacts): string {
  const zones = parties.flatMap(({ entry }) => {
    const { placement, establishment } = JSON.parse(entry) as PersonEntry;
    const place = establishments.find(({ id }) => id === (placement ?? establishment));

    return departments.filter(({ code }) => code === place?.departmentCode).map(({ zone }) => zone);
  });

  return zones[0] ?? nationalZone;
}
