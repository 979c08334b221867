import { fixedId } from '../../db/seed/fixed-id.ts';
import { functionHolders } from '../../db/seed/function-holders.ts';
import type { Profession } from '../../policies/charter/categories.ts';
import { he, she, type Member } from '../cast.ts';

/** Somebody who works in a hospital of the territory, as a request describes them. */
export type Staff = Member & { function: string; profession: Profession; service: string };

const posts: readonly [function_: string, profession: Profession, service: string][] = [
  ['Infirmière ou infirmier', 'nurse', 'Médecine polyvalente'], ['Cadre de santé', 'health-manager', 'Médecine polyvalente'],
  ['Praticien hospitalier', 'hospital-practitioner', 'Bloc opératoire'], ['Chef de service', 'hospital-practitioner', 'Bloc opératoire'],
  ['Aide-soignante ou aide-soignant', 'care-assistant', 'Gériatrie'], ['Cadre supérieur de santé', 'health-manager', 'Gériatrie'],
  ['Secrétaire médicale', 'administrative', 'Cardiologie'], ['Interne', 'intern', 'Cardiologie'],
  ['Sage-femme', 'midwife', 'Maternité'], ['Praticien hospitalier', 'hospital-practitioner', 'Maternité'],
  ['Technicien de maintenance', 'technical', 'Services techniques'], ['Responsable logistique', 'logistics', 'Services techniques'],
  ['Pharmacien', 'pharmacist', 'Pharmacie'], ['Préparateur', 'medico-technical', 'Pharmacie'],
];
const women = 'Nora Camille Agnès Sabrina Léa Florence Mireille Hawa Claudine Julie Sophie Élise Maud Rozenn Yasmine Brigitte Inès Corinne Aïcha Valérie'.split(' ');
const men = 'Marc Didier Antoine Philippe Hervé Samir Gilles Romain Patrick Olivier Thomas Erwan Jean-Luc Karim Alexis Bastien Loïc Moussa Vincent Cédric'.split(' ');
const surnames = 'Belhadj Forestier Rivoire Kaci Montagnon Delage Sanchez Coulibaly Pernet Aubertin Lemarié Corbin Kerbrat Guivarch Haddou Tanguy Duvernay Coste Jourdan Maillot Ouali Peyrache Chabert Noël Sabatier Prigent Ziani Riou Leroux Morvan Fabre'.split(' ');

const hospitals = { aura: [3, 2, 1], bretagne: [11, 12], local: [1] } as const;
const firstNumber = { aura: 0, bretagne: 400, local: 800 } as const;

/** The `place`-th member of the staff of a region: two neighbours in the list work in the same service. */
export function staffMember(region: keyof typeof hospitals, place: number): Staff {
  const number = firstNumber[region] + place;
  const [function_, profession, service] = posts[place % posts.length] ?? (posts[0] as (typeof posts)[number]);
  const someone = number % 2 === 0 ? she : he;
  const first = (number % 2 === 0 ? women : men)[Math.floor(number / 2) % 20] ?? '';
  const name = `${first} ${surnames[(number * 7 + Math.floor(number / 40)) % surnames.length] ?? ''}`;
  const at = fixedId('establishment', hospitals[region][Math.floor(place / 2) % hospitals[region].length] ?? 1);

  return { ...someone(name, { role: function_.toLowerCase(), at }), function: function_, profession, service };
}

/** Who directs the place where somebody works, as a party: the notice to them is held. */
export function directorOf({ establishment, gender }: Staff): Staff {
  const holder = functionHolders.find((one) => one.establishmentId === establishment && one.function === 'director');
  if (!holder) throw new RangeError('an establishment of the directory has a director');
  const someone = gender === 'woman' ? he : she;

  return { ...someone(holder.name, { role: 'director', at: establishment, address: holder.email }), function: 'Direction', profession: 'director', service: 'Direction' };
}
