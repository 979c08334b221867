import type { PersonEntry } from '../../../mediation/request-body.ts';
import { fr } from '../../words/fr.ts';

/** A person's entry as facts to read. `establishments`: their names, by id. */
export function identityRows(entry: PersonEntry, establishments: ReadonlyMap<string, string>): { key: string; value: string }[] {
  const words = fr.office.parties.identity;
  const { contact } = entry;
  const rows: [string, string | undefined][] = [
    [words.name, entry.name],
    [words.function, entry.function],
    [words.profession, fr.choices.professions[entry.profession]],
    [words.establishment, establishments.get(entry.placement ?? entry.establishment) ?? fr.office.unknown],
    [words.service, entry.service],
    [words.contact, contact && fr.ownRequest.contactBy(fr.choices.channels[contact.channel].label, contact.value)],
    [words.when, contact?.when],
    [words.discreet, contact?.discreet ? words.discreetText : undefined],
  ];

  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}
