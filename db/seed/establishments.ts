import type { EstablishmentType, InstitutionType, LocalScheme } from '../../policies/charter/words.ts';
import { fixedId } from './fixed-id.ts';

/**
 * A row of the directory. All are fictitious; the identifier looks like a FINESS number, and the X in it makes sure that
 * it is none. `town` goes into addresses.
 */
export type Establishment = {
  id: string;
  identifier: string;
  name: string;
  type: InstitutionType;
  departmentCode: string;
  town: string;
  ghtId: string | null;
  jointManagementId: string | null;
  localScheme: LocalScheme;
  /** How the scheme is reached, in a few words; from the numbers kept for fiction. */
  schemeContact: string | null;
  validFrom: string;
  validTo: string | null;
};

type Line = [
  number: number,
  type: EstablishmentType,
  departmentCode: string,
  name: string,
  town: string,
  localScheme: LocalScheme,
  groups?: { ght?: number; jointManagement?: number },
];

const CHU = 'university-hospital';
const CH = 'hospital';
const EPSM = 'psychiatric-hospital';
const EHPAD = 'nursing-home';

const lines: Line[] = [
  // Auvergne-Rhône-Alpes: the place of the stories is 1, with 2 and 3 in its group.
  [1, CHU, '38', 'CHU de Valmont', 'Valmont', 'own', { ght: 1 }],
  [2, CH, '38', 'Centre hospitalier de Saint-Aubin-sur-Vière', 'Saint-Aubin-sur-Vière', 'shared', { ght: 1, jointManagement: 1 }],
  [3, CH, '73', 'Centre hospitalier de Roche-Salvan', 'Roche-Salvan', 'own', { ght: 1 }],
  [4, EHPAD, '38', 'EHPAD Les Glycines', 'Saint-Aubin-sur-Vière', 'none', { jointManagement: 1 }],
  [5, EPSM, '69', 'EPSM du Val d’Arzonne', 'Arzonne', 'own'],
  [6, 'social', '26', 'Foyer départemental de Pierrefontel', 'Pierrefontel', 'none'],
  // Bourgogne-Franche-Comté - Centre-Val de Loire
  [7, CHU, '21', 'CHU de Hautervelle', 'Hautervelle', 'own', { ght: 2 }],
  [8, CH, '45', 'Centre hospitalier de Vernoy-les-Étangs', 'Vernoy-les-Étangs', 'shared', { ght: 3 }],
  [9, EHPAD, '58', 'EHPAD de la Source Claire', 'Moussey-le-Val', 'none'],
  [10, EPSM, '39', 'EPSM de Bellecombre', 'Bellecombre', 'shared', { ght: 2 }],
  // Bretagne - Pays de la Loire
  [11, CHU, '35', 'CHU de Kerlannoc', 'Kerlannoc', 'own', { ght: 4 }],
  [12, CH, '56', 'Centre hospitalier de Port-Avenel', 'Port-Avenel', 'shared', { ght: 4 }],
  [13, EPSM, '85', 'EPSM des Marais-Blancs', 'Les Marais-Blancs', 'own'],
  [14, EHPAD, '49', 'EHPAD du Clos d’Ardoise', 'Ardoisières-sur-Loire', 'none'],
  // Grand Est
  [15, CHU, '67', 'CHU de Rosheimbach', 'Rosheimbach', 'own', { ght: 5 }],
  [16, CH, '51', 'Centre hospitalier de Vignolles-en-Champagne', 'Vignolles-en-Champagne', 'own'],
  [17, 'medico-social', '54', 'Institut médico-éducatif de Brémonville', 'Brémonville', 'none'],
  // Hauts-de-France - Normandie
  [18, CHU, '59', 'CHU de Hautmarais', 'Hautmarais', 'own', { ght: 6 }],
  [19, CH, '76', 'Centre hospitalier de Saint-Vaurin-sur-Mer', 'Saint-Vaurin-sur-Mer', 'shared', { ght: 7 }],
  [20, EHPAD, '60', 'EHPAD des Trois-Tilleuls', 'Méricourt-les-Bois', 'none'],
  [21, 'social', '14', 'Maison de l’enfance de Clairbocage', 'Clairbocage', 'none'],
  // Île-de-France
  [22, CHU, '94', 'CHU de Seine-Orbelle', 'Orbelle', 'own'],
  [23, CH, '77', 'Centre hospitalier de Montverdel', 'Montverdel', 'shared', { ght: 8, jointManagement: 2 }],
  [24, CH, '77', 'Centre hospitalier de Bois-Rancy', 'Bois-Rancy', 'shared', { ght: 8, jointManagement: 2 }],
  [25, 'social', '95', 'Centre d’hébergement de l’Orme-aux-Loups', 'L’Orme-aux-Loups', 'none'],
  // Nouvelle-Aquitaine
  [26, CHU, '33', 'CHU d’Aubeterre-Océan', 'Aubeterre-Océan', 'own', { ght: 9 }],
  [27, CH, '64', 'Centre hospitalier d’Izarbeitia', 'Izarbeitia', 'own'],
  [28, EHPAD, '19', 'EHPAD de Combevieille', 'Combevieille', 'none'],
  // Occitanie
  [29, CHU, '31', 'CHU de Tolvenne', 'Tolvenne', 'own', { ght: 10 }],
  [30, CH, '34', 'Centre hospitalier de Mas-Salicorne', 'Mas-Salicorne', 'shared', { ght: 11 }],
  [31, 'medico-social', '12', 'Foyer d’accueil médicalisé du Causse-Rouge', 'Causse-Rouge', 'none'],
  // Provence-Alpes-Côte d'Azur - Corse
  [32, CHU, '13', 'CHU de Calanquières', 'Calanquières', 'own', { ght: 12 }],
  [33, CH, '2B', 'Centre hospitalier de Castellucciola', 'Castellucciola', 'none'],
  [34, EHPAD, '83', 'EHPAD des Restanques', 'Les Restanques', 'none'],
  // Outre-mer
  [35, CHU, '971', 'CHU de Morne-Azur', 'Morne-Azur', 'own', { ght: 13 }],
  [36, CH, '972', 'Centre hospitalier de l’Anse-Balata', 'L’Anse-Balata', 'shared', { ght: 14 }],
  [37, CH, '973', 'Centre hospitalier de Crique-Saramaka', 'Crique-Saramaka', 'none'],
  [38, CHU, '974', 'CHU de Piton-Mahavel', 'Piton-Mahavel', 'own', { ght: 15 }],
  [39, CH, '976', 'Centre hospitalier de Baobab-Lagon', 'Baobab-Lagon', 'none'],
  [40, CH, '975', 'Centre hospitalier de l’Anse-aux-Doris', 'L’Anse-aux-Doris', 'none'],
  [41, CH, '977', 'Hôpital local de l’Anse-Frégate', 'L’Anse-Frégate', 'none'],
  [42, CH, '978', 'Centre hospitalier de Baie-Cannelle', 'Baie-Cannelle', 'none'],
  [43, CH, '986', 'Hôpital de Lagon-Malama', 'Lagon-Malama', 'none'],
];

export const establishments: readonly Establishment[] = lines.map(
  ([number, type, departmentCode, name, town, localScheme, groups]) => ({
    id: fixedId('establishment', number),
    identifier: identifier(departmentCode, number),
    name,
    type,
    departmentCode,
    town,
    ghtId: groups?.ght ? fixedId('ght', groups.ght) : null,
    jointManagementId: groups?.jointManagement ? fixedId('joint-management', groups.jointManagement) : null,
    localScheme,
    schemeContact: localScheme === 'none' ? null : `Cellule de conciliation, 01 99 00 10 ${String(number).padStart(2, '0')}`,
    validFrom: '2016-07-01',
    validTo: null,
  }),
);

/** One faculty per university hospital. */
export const faculties: readonly Establishment[] = attached('faculty', 100, CHU, (town) => `Faculté de santé ${of(town)}`);

/** One school of nursing and allied professions beside each university hospital and general hospital in a group. */
export const schools: readonly Establishment[] = [
  ...attached('paramedical-school', 200, CHU, (town) => `Institut de formation paramédicale ${of(town)}`),
  ...attached('paramedical-school', 200, CH, (town) => `IFSI ${of(town)}`),
];

function of(town: string): string {
  return /^[AEIOUYÉÈÊÎÔ]/.test(town) ? `d’${town}` : `de ${town}`;
}

function attached(type: 'faculty' | 'paramedical-school', offset: number, beside: EstablishmentType, name: (town: string) => string) {
  const chosen = lines.filter(([, hostType, , , , , groups]) => hostType === beside && (beside === CHU || groups?.ght));

  return chosen.map(([number, , departmentCode, , town]): Establishment => ({
    id: fixedId(type === 'faculty' ? 'faculty' : 'school', number),
    identifier: identifier(departmentCode, offset + number),
    name: name(town),
    type,
    departmentCode,
    town,
    ghtId: null,
    jointManagementId: null,
    localScheme: 'none',
    schemeContact: null,
    validFrom: '2016-07-01',
    validTo: null,
  }));
}

function identifier(departmentCode: string, number: number): string {
  return `${departmentCode.slice(0, 2)}X${String(number).padStart(6, '0')}`;
}
