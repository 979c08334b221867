import { type Profession, professions, traits } from '../../../policies/charter/categories.ts';
import { families, type Family, priorStepForms as attempts } from '../../../policies/charter/words.ts';

/** What the forms offer where the charter's own lists do not suffice, and the bounds of their texts in characters. */

export const professionsByFamily: readonly (readonly [Family, readonly Profession[]])[] = families.map((family) => [
  family,
  (Object.keys(professions) as Profession[]).filter((profession) => traits[professions[profession]].family === family),
]);

export const contactChannels = ['email', 'telephone', 'post'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** `none`: nothing was tried, and the outcome then says why (domain 2.2). */
export const priorStepForms = [...attempts, 'none'] as const;
export type PriorStepForm = (typeof priorStepForms)[number];

/** The answer of a question that a letter leaves open. */
export const unsaid = 'unsaid';

export const textLimits = {
  whatHappened: 6000,
  sinceWhen: 2000,
  effectOnWork: 4000,
  expectations: 4000,
  litigationDetail: 1000,
} as const;

/** A message or an addition, to whoever it goes. */
export const messageLimit = 20_000;

export const fewestOthers = 1;
export const mostOthers = 10;

/** What a profession brings besides an establishment: a placement, a faculty (its dean is told), a school (its head is). */
export function attachmentsOf(profession: string): { placement: boolean; faculty: boolean; school: boolean } {
  const known = Object.hasOwn(professions, profession) ? traits[professions[profession as Profession]] : undefined;

  return { placement: known?.faculty === 'student' || known?.school === true, faculty: Boolean(known?.faculty), school: known?.school === true };
}
