import { healthEstablishments, type InstitutionalFunction } from '../../policies/charter/words.ts';
import { establishments, faculties, schools, type Establishment } from './establishments.ts';
import { fixedId } from './fixed-id.ts';

/** Somebody fictitious who holds an institution. One person with two functions has one `personKey` and one e-mail. */
export type FunctionHolder = {
  id: string;
  personKey: string;
  establishmentId: string;
  function: InstitutionalFunction;
  name: string;
  email: string;
  postalAddress: string;
  validFrom: string;
  validTo: string | null;
};

type Person = { key: string; name: string; email: string };

/** Invented surnames, longer than any office needs, so that nobody is named by accident. */
const surnames = (
  'Aubrevelle Bastidoux Carnavin Delmoreaux Esquerrel Fontbrisse Garrivault Hestremont Isambreuil Jolivarre Kervendal ' +
  'Lauzembert Marquevoie Nervillac Ourdelaine Pellissange Quermorvan Rastinelle Sauvemare Tournevigne Ussandrieu ' +
  'Valcourbet Wintzelberg Ysambourg Zallimard'
).split(' ');
const firstNames =
  'Adélaïde Baptiste Clothilde Damien Élodie Firmin Gwenaëlle Hippolyte Inès Joachim Katell Lilian Maëlys Norbert Ombeline Pascalin Quitterie Raoul Solveig'.split(' ');

const posts: [one: Establishment, function_: InstitutionalFunction][] = [
  ...establishments.flatMap((one): typeof posts => [
    [one, 'director'],
    ...(healthEstablishments.includes(one.type) ? ([[one, 'cme-president']] as typeof posts) : []),
  ]),
  ...faculties.map((one): (typeof posts)[number] => [one, 'dean']),
  ...schools.map((one): (typeof posts)[number] => [one, 'school-head']),
];

/** Every director, CME president, dean and head of school of the directory, in office since the start of 2019. */
export const functionHolders: readonly FunctionHolder[] = posts.map(([one, function_], index) => {
  const { key, name, email } = person(one, function_, index);

  return {
    id: fixedId('holder', index + 1),
    personKey: key,
    establishmentId: one.id,
    function: function_,
    name,
    email,
    postalAddress: `${one.name}, 1 place de l’Hôpital-Fictif, ${one.departmentCode.slice(0, 2)}999 ${one.town}`,
    validFrom: '2019-01-01',
    validTo: null,
  };
});

/** Establishments under one management have one director. */
function person(one: Establishment, function_: InstitutionalFunction, index: number): Person {
  const first = posts.findIndex(
    ([other, otherFunction]) =>
      function_ === 'director' &&
      otherFunction === 'director' &&
      one.jointManagementId !== null &&
      other.jointManagementId === one.jointManagementId,
  );
  const number = first === -1 ? index : first;
  const firstName = firstNames[number % firstNames.length] ?? '';
  const surname = surnames[number % surnames.length] ?? '';

  return {
    key: fixedId('person', number + 1),
    name: `${firstName} ${surname}`,
    email: `${plain(firstName)}.${plain(surname)}@${domainOf(posts[number]?.[0] ?? one)}`,
  };
}

function domainOf(one: Establishment): string {
  return `${plain(one.town)}.example`;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
}
