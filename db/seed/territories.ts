import { fixedId } from './fixed-id.ts';

export type Territory = { id: string; code: string; name: string; opensOn: string; validFrom: string; validTo: string | null };
export type TerritoryRegion = { territoryId: string; regionCode: string; validFrom: string; validTo: string | null };
/** A mediator's office and those who keep its register; the national one has no territory. */
export type Office = {
  id: string;
  tier: 'regional' | 'national';
  code: string;
  territoryId: string | null;
  name: string;
  secretariat: { name: string; email: string; postalAddress: string };
};

/** The Charter in force; territories stand in Ch art. 5 [C]. */
const CHARTER = '2019-09-05';
/** When each opened is unknown [U]: one default for all, to be corrected by the administration. */
const OPENING = '2020-01-01';

const table: [code: string, name: string, regionCodes: string[], secretariat: string][] = [
  ['auvergne-rhone-alpes', 'Auvergne-Rhône-Alpes', ['84'], 'ARS Auvergne-Rhône-Alpes'],
  ['bourgogne-franche-comte-centre', 'Bourgogne-Franche-Comté - Centre-Val de Loire', ['27', '24'], 'ARS Bourgogne-Franche-Comté'],
  ['bretagne-pays-de-la-loire', 'Bretagne - Pays de la Loire', ['53', '52'], 'ARS Bretagne'],
  ['grand-est', 'Grand Est', ['44'], 'ARS Grand Est'],
  ['hauts-de-france-normandie', 'Hauts-de-France - Normandie', ['32', '28'], 'ARS Hauts-de-France'],
  ['ile-de-france', 'Île-de-France', ['11'], 'ARS Île-de-France'],
  ['nouvelle-aquitaine', 'Nouvelle-Aquitaine', ['75'], 'ARS Nouvelle-Aquitaine'],
  ['occitanie', 'Occitanie', ['76'], 'ARS Occitanie'],
  ['paca-corse', 'Provence-Alpes-Côte d’Azur - Corse', ['93', '94'], 'ARS Provence-Alpes-Côte d’Azur'],
  // D art. 8-I [L]; its resource centre is lodged by another territory's ARS (domain 9.1).
  ['outre-mer', 'Outre-mer', ['01', '02', '03', '04', '06', '975', '977', '978', '986'], 'Centre de ressources Outre-mer, ARS Nouvelle-Aquitaine'],
];

export const territories: readonly Territory[] = table.map(([code, name], index) => ({
  id: fixedId('territory', index + 1),
  code,
  name,
  opensOn: OPENING,
  validFrom: CHARTER,
  validTo: null,
}));

export const territoryRegions: readonly TerritoryRegion[] = table.flatMap(([, , regionCodes], index) =>
  regionCodes.map((regionCode) => ({
    territoryId: fixedId('territory', index + 1),
    regionCode,
    validFrom: CHARTER,
    validTo: null,
  })),
);

export const offices: readonly Office[] = [
  ...table.map(([code, name, , secretariat], index) => office(index + 1, code, name, secretariat)),
  {
    id: fixedId('office', 11),
    tier: 'national',
    code: 'national',
    territoryId: null,
    name: 'Office national',
    secretariat: secretariatOf('DGOS', 'national'),
  },
];

function office(number: number, code: string, name: string, secretariat: string): Office {
  return {
    id: fixedId('office', number),
    tier: 'regional',
    code,
    territoryId: fixedId('territory', number),
    name,
    secretariat: secretariatOf(secretariat, code),
  };
}

/** Neutral addresses: nothing in a mailbox says mediation (domain 8.1). */
function secretariatOf(name: string, code: string): Office['secretariat'] {
  return { name: `Secrétariat, ${name}`, email: `secretariat@${code}.example`, postalAddress: 'TSA 00000, 99000 Villefictive Cedex' };
}
