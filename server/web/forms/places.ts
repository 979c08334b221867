import { establishmentTypes } from '../../../policies/charter/words.ts';
import type { Core } from '../../core.ts';
import { listDepartments, listEstablishments } from '../../people/directory.ts';
import type { SelectGroup } from '../components/select.tsx';

/** What the lists of places offer, by department. */
export type Places = { workplaces: readonly SelectGroup[]; faculties: readonly SelectGroup[]; schools: readonly SelectGroup[]; nameOf(id: string): string };

/** The directory as lists to choose from, by name: workplaces apart from faculties and schools. */
export async function placesOf(core: Core): Promise<Places> {
  const [all, departments] = await Promise.all([listEstablishments(core), listDepartments(core)]);
  const sorted = all.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
  const among = (types: readonly string[]) =>
    departments
      .map(({ code, name }) => ({ label: `${name} (${code})`, options: sorted.filter((one) => one.department === code && types.includes(one.type)).map((one) => ({ value: one.id, label: one.name })) }))
      .filter(({ options }) => options.length > 0);

  return { workplaces: among(establishmentTypes), faculties: among(['faculty']), schools: among(['paramedical-school']), nameOf: (id) => all.find((one) => one.id === id)?.name ?? '' };
}
