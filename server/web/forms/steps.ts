import type { Values } from '../components/field.tsx';
import { otherValues, plainValues } from './filing-values.ts';
import type { FormBody } from './form-body.ts';

/** The pages of a request, in order. The first, which says what is sought, is not numbered. */
export const slugs = ['objet', 'vous', 'personnes', 'situation', 'tentative', 'attentes', 'pieces'] as const;
export type Slug = (typeof slugs)[number];

/** Where all of it is checked and filed. */
export const checkPage = '/demande/verifier';

/** How the names of a step's fields begin; a name that ends without a dot is whole. */
const begins: Record<Slug, readonly string[]> = {
  objet: ['purpose', 'tier'],
  vous: ['author.'],
  personnes: ['others.'],
  situation: ['account.whatHappened', 'account.sinceWhen', 'account.effectOnWork'],
  tentative: ['priorStep.', 'exclusions.', 'litigation.'],
  attentes: ['account.expectations', 'accompanied'],
  pieces: [],
};

export function pageOf(slug: Slug): string {
  return `/demande/${slug}`;
}

export function isSlug(text: string): text is Slug {
  return slugs.some((slug) => slug === text);
}

/** The step that asks for a field; none for the consents and the account, which the check page asks for. */
export function slugOf(field: string): Slug | undefined {
  return slugs.find((slug) => begins[slug].some((start) => isOf(field, start)));
}

/** What was typed on a step, and nothing else that was sent. */
export function typedOn(slug: Slug, body: FormBody): Values {
  return slug === 'personnes' ? otherValues(body) : plainValues(body, begins[slug]);
}

/** The answers with those of one step in place of what it said before. */
export function withStep(before: Values, slug: Slug, body: FormBody): Values {
  const others = Object.entries(before).filter(([name]) => slugOf(name) !== slug && !(slug === 'personnes' && name === 'others-shown'));

  return { ...Object.fromEntries(others), ...typedOn(slug, body) };
}

/** The page before and the page after a step. */
export function around(slug: Slug): { before: string; after: string } {
  const place = slugs.indexOf(slug);
  const before = slugs[place - 1];
  const after = slugs[place + 1];

  return { before: before ? pageOf(before) : '/demande', after: after ? pageOf(after) : checkPage };
}

function isOf(field: string, start: string): boolean {
  return start.endsWith('.') ? field.startsWith(start) : field === start || field.startsWith(`${start}.`);
}
