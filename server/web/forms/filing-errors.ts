import type { FieldError } from '../components/field.tsx';
import { fr } from '../words/fr.ts';
import { pageOf, slugOf, type Slug } from './steps.ts';

/**
 * The French errors of the filing form from the places (JSON pointers such as `/others/1/name`) where its body is wrong:
 * one per field, in the order of the pages, each with the page of its step (the check page's own have none). A place no
 * field answers for is shown at the first question.
 */
export function explainFilingErrors(pointers: readonly string[]): readonly FieldError[] {
  const fields = [...new Set(pointers.map(fieldAt))];

  return fields.sort(inPageOrder).map((field) => {
    const shownAt = field === unknownField ? firstField : field;
    const slug = slugOf(shownAt);

    return { field: shownAt, message: messageFor(field), ...(slug && { page: `${pageOf(slug)}?${toMend}` }) };
  });
}

/** What the address of a step bears when one comes from the check page to mend it. */
export const toMend = 'corriger=oui';

/** Those of one step, as the step itself shows them. */
export function errorsOn(slug: Slug, errors: readonly FieldError[]): readonly FieldError[] {
  return errors.filter(({ field }) => slugOf(field) === slug).map(({ field, message }) => ({ field, message }));
}

const order = Object.keys(fr.filingErrors);
const firstField = 'purpose';

/** Stands for a place without a field: a general sentence explains it at the first question. */
const unknownField = '';

/** The field of a pointer, or the first field under it when the pointer names a group. */
function fieldAt(pointer: string): string {
  const path = pointer.split('/').filter(Boolean).join('.');
  if (order.includes(withStar(path))) return path;

  const first = order.find((pattern) => pattern.startsWith(`${withStar(path)}.`));
  const rank = path.match(/\d+/)?.[0] ?? '0';

  return first && path !== '' ? first.replace('*', rank) : unknownField;
}

function inPageOrder(one: string, other: string): number {
  const place = (field: string) => order.indexOf(withStar(field));

  return place(one) - place(other) || one.localeCompare(other, 'fr', { numeric: true });
}

function messageFor(field: string): string {
  const message = fr.filingErrors[withStar(field)];
  if (message === undefined) return fr.unreadableAnswer;
  if (typeof message === 'string') return message;

  return message(String(Number(field.match(/\d+/)?.[0]) + 1));
}

function withStar(path: string): string {
  return path.replace(/\.\d+\./, '.*.').replace(/\.\d+$/, '.*');
}
