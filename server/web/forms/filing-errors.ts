import type { FieldError } from '../components/field.tsx';
import { fr } from '../words/fr.ts';

/**
 * The French errors of the filing form from the places (JSON pointers such as `/others/1/name`) where its body is wrong:
 * one per field, in the order of the page. A place no field answers for is shown at the first question.
 */
export function explainFilingErrors(pointers: readonly string[]): readonly FieldError[] {
  const fields = [...new Set(pointers.map(fieldAt))];

  return fields.sort(inPageOrder).map((field) => ({ field: field === unknownField ? firstField : field, message: messageFor(field) }));
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
