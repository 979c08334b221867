/** The fictitious France of demonstration, stories and tests: reference data only, no persons of any case. */
export { departments, regions, type Department, type Region } from './geography.ts';
export { offices, territories, territoryRegions, type Office, type Territory, type TerritoryRegion } from './territories.ts';
export { establishments, faculties, schools, type Establishment } from './establishments.ts';
export { functionHolders, type FunctionHolder } from './function-holders.ts';
export { settings, type SettingRow } from './settings.ts';
