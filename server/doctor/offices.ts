import { sql } from 'drizzle-orm';
import { presidingRoles, type OfficeTier, type Role } from '../../policies/vocabulary.ts';
import { good, watch, type Finding } from './finding.ts';
import type { Site } from './site.ts';

type Glance = { tier: OfficeTier; code: string; role: Role | null; persons: number; first_end: string | null };

const soon = 30 * 24 * 3_600_000;

const offices: Record<OfficeTier, string> = { local: 'Dispositif local', regional: 'Médiation régionale', national: 'Médiation nationale', service: 'Service', institution: 'Institutions' };

const mandates: Record<Role, string> = {
  mediator: 'médiateur', deputy: 'suppléant', secretary: 'secrétaire', member: 'membre de l’instance', conciliator: 'conciliateur', administrator: 'administrateur', registrar: 'greffier', auditor: 'auditeur', referrer: 'auteur de saisines institutionnelles',
};

/** Offices that one absence would stop, and mandates that end within thirty days. By office and function, without a name. */
export async function officesAndMandates({ database, clock }: Pick<Site, 'database' | 'clock'>): Promise<Finding[]> {
  const rows = await database.withActor({ kind: 'visitor' }, (tx) => tx.execute<Glance>(sql`select tier, code, role, persons, first_end from offices_at_a_glance() order by tier, code, role`));
  const findings = [...alone(rows), ...ending(rows, clock())];

  return findings.length > 0 ? findings : [good('Chaque service a deux personnes, et aucun mandat ne finit avant trente jours.')];
}

function alone(rows: readonly Glance[]): Finding[] {
  const names = [...new Set(rows.filter(({ tier }) => tier !== 'service' && tier !== 'institution').map(nameOf))];

  return names.flatMap((name) => {
    const presiding = rows.filter((one) => nameOf(one) === name && presidingRoles.some((role) => role === one.role));
    const persons = presiding.reduce((sum, one) => sum + one.persons, 0);
    if (persons >= 2) return [];
    const who = persons === 0 ? 'personne ne' : 'une seule personne';

    return [watch(`${name} : ${who} peut y prendre un dossier.`, 'Faites nommer un suppléant.')];
  });
}

function ending(rows: readonly Glance[], now: Date): Finding[] {
  const near = rows.filter(({ first_end: end }) => end !== null && new Date(end).getTime() < now.getTime() + soon);

  return near.map((one) => watch(`${nameOf(one)} : un mandat de ${mandates[one.role ?? 'member']} finit le ${new Date(one.first_end ?? now).toISOString().slice(0, 10)}.`, 'Proposez la suite avant ce jour.'));
}

function nameOf({ tier, code }: Glance): string {
  return tier === 'local' || tier === 'regional' ? `${offices[tier]} (${code})` : offices[tier];
}
