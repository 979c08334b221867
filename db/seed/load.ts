import postgres from 'postgres';
import { holderPlace } from '../../server/people/directory.ts';
import type { Secrets } from '../../server/secrets.ts';
import { sealDirectory } from '../../server/vault/directory-envelope.ts';
import { departments, establishments, faculties, functionHolders, regions, schools, settings, territories, territoryRegions, type Establishment, type FunctionHolder } from './directory.ts';

/**
 * Puts the directory into the reference tables, as `owner`. Rows already there stay as the administration left them, but
 * names are sealed anew, so that they open under the directory key given.
 * @param databaseUrl a login that may act as `owner`, connected to the database to fill
 */
export async function loadDirectory(databaseUrl: string, secrets: Pick<Secrets, 'directoryKey' | 'deployment'>): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`set local role owner`;
      await tx`insert into region ${tx(regions.map(({ code, name }) => ({ code, name })))} on conflict do nothing`;
      await tx`insert into department ${tx(departments.map(({ code, regionCode, name, zone }) => ({ code, region_code: regionCode, name, zone })))} on conflict do nothing`;
      await tx`insert into territory ${tx(territories.map(({ id, code, name, opensOn, ...dates }) => ({ id, code, name, opens_on: opensOn, ...inForce(dates) })))} on conflict do nothing`;
      await tx`insert into territory_region ${tx(territoryRegions.map(({ territoryId, regionCode, ...dates }) => ({ territory_id: territoryId, region_code: regionCode, ...inForce(dates) })))} on conflict do nothing`;
      await tx`insert into establishment ${tx([...establishments, ...faculties, ...schools].map(establishmentRow))} on conflict do nothing`;
      await tx`insert into function_holder ${tx(functionHolders.map((holder) => holderRow(secrets, holder)))} on conflict (id) do update set profile = excluded.profile`;
      for (const { key, validFrom, value, mark, source } of settings) {
        await tx`insert into setting ${tx({ key, valid_from: validFrom, value: tx.json(value), mark, source })} on conflict do nothing`;
      }
    });
  } finally {
    await sql.end();
  }
}

function establishmentRow({ id, identifier, name, type, departmentCode, ghtId, jointManagementId, localScheme, schemeContact, ...dates }: Establishment) {
  return { id, identifier, name, type, department_code: departmentCode, ght_id: ghtId, joint_management_id: jointManagementId, local_scheme: localScheme, scheme_contact: schemeContact, ...inForce(dates) };
}

function holderRow({ directoryKey, deployment }: Pick<Secrets, 'directoryKey' | 'deployment'>, { name, email, postalAddress, ...holder }: FunctionHolder) {
  const profile = sealDirectory(directoryKey, holderPlace(deployment.id, holder.id), JSON.stringify({ name, email, postalAddress }));

  return { id: holder.id, person_key: holder.personKey, establishment_id: holder.establishmentId, function: holder.function, profile: Buffer.from(profile), ...inForce(holder) };
}

function inForce({ validFrom, validTo }: { validFrom: string; validTo: string | null }) {
  return { valid_from: validFrom, valid_to: validTo };
}
