import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { mandate, office as officeTable, officeKey, officeKeyShare } from '../../../db/schema/index.ts';
import type { HeldStanding } from '../../../policies/access.ts';
import { provenByMandate } from '../../../policies/signers.ts';
import type { OfficeKeyUse, Standing, Tier } from '../../../policies/vocabulary.ts';
import type { CaseRow, CaseView, OfficeKeyView } from './view.ts';

export type Office = { id: string; standings: HeldStanding[]; officeKeys: OfficeKeyView[] };

/** The open office of a tier (of a territory or an establishment) that somebody occupies; undefined when nobody does. */
export async function occupiedOffice(tx: Tx, tier: Tier, of: { territoryId?: string | null; establishmentId?: string }): Promise<Office | undefined> {
  const here =
    tier === 'regional' ? eq(officeTable.territoryId, of.territoryId ?? '00000000-0000-0000-0000-000000000000')
    : tier === 'local' ? eq(officeTable.establishmentId, of.establishmentId ?? '00000000-0000-0000-0000-000000000000')
    : sql`true`;
  const live = await tx
    .select({ person: mandate.personId, role: mandate.role, office: mandate.officeId, since: mandate.validFrom })
    .from(mandate)
    .innerJoin(officeTable, eq(officeTable.id, mandate.officeId))
    .where(and(eq(officeTable.tier, tier), here, sql`${mandate.id} in (select id from live_mandate)`));
  const id = live.find(({ role }) => (provenByMandate.presiding as readonly string[]).includes(role))?.office;
  if (!id) return undefined;

  const standings = live
    .filter(({ office }) => office === id)
    .flatMap(({ person, role, since }) =>
      (Object.entries(provenByMandate) as [Standing, readonly string[]][])
        // An alternate stands beside somebody in charge, and nobody is yet.
        .filter(([standing, roles]) => standing !== 'alternate' && roles.includes(role))
        .map(([standing]) => ({ person, standing, subject: null, since })),
    );

  return { id, standings, officeKeys: await openKeys(tx, id) };
}

async function openKeys(tx: Tx, officeId: string): Promise<OfficeKeyView[]> {
  const rows = await tx
    .select({ id: officeKey.id, use: officeKey.use, epoch: officeKey.epoch, statementDigest: officeKey.statementDigest, person: officeKeyShare.personId })
    .from(officeKey)
    .innerJoin(officeKeyShare, eq(officeKeyShare.officeKeyId, officeKey.id))
    .where(and(eq(officeKey.officeId, officeId), isNull(officeKey.closedAt)));
  const ids = [...new Set(rows.map(({ id }) => id))];

  return ids.map((id) => {
    const shares = rows.filter((row) => row.id === id);
    const { use, epoch, statementDigest } = shares[0] as (typeof rows)[number];

    return { id, use: use as OfficeKeyUse, epoch, statementDigest, isOpen: true, holders: shares.map(({ person }) => person) };
  });
}

/** A case that does not exist yet, as the planning of its first keys sees it. */
export function emptyView(row: CaseRow, office: Office): CaseView {
  return { row, standings: office.standings, compartments: [], holders: [], officeKeys: office.officeKeys, acts: [], invitations: [], referral: null };
}
