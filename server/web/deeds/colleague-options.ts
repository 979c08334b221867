import type { Colleague } from '../../mediation/colleagues.ts';
import type { Option } from '../components/radios.tsx';
import { fr } from '../words/fr.ts';

/** People of the office as choices: their part there, whether they are certified, and what they already carry. */
export function colleagueOptions(colleagues: readonly Colleague[]): (Option & { value: string })[] {
  const words = fr.deeds.colleague;

  return colleagues.map(({ person, name, roles, certified, running }) => ({
    value: person,
    label: name,
    hint: [[...new Set(roles)].map((role) => fr.office.roles[role]).join(', '), certified ? words.certified : words.notCertified, words.running(String(running), running > 1)].join(' · '),
  }));
}
