import type { Values } from '../components/field.tsx';

/** What the urlencoded parser gives: each name with one text, or several when a name is repeated. */
export type FormBody = Readonly<Record<string, string | readonly string[]>>;

/** The text under a name, the first one when repeated, with line breaks as `\n`; empty when absent. */
export function textOf(body: FormBody, name: string): string {
  const given = Object.hasOwn(body, name) ? body[name] : undefined;
  const text = typeof given === 'string' ? given : (given?.[0] ?? '');

  return text.replaceAll('\r\n', '\n');
}

export const dateParts = ['day', 'month', 'year'] as const;

/** A date typed in three boxes `<name>.day`, `.month`, `.year`: YYYY-MM-DD, `null` when all are empty, `undefined` when there is no such day, or none the database knows. */
export function dateOf(values: Values, name: string): string | null | undefined {
  const [day = '', month = '', year = ''] = dateParts.map((part) => (values[`${name}.${part}`] ?? '').trim());
  if (day === '' && month === '' && year === '') return null;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^[12]\d{3}$/.test(year)) return undefined;

  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00Z`);

  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : undefined;
}

/** The answer to a yes-or-no question, `undefined` when there is none. */
export function yesOrNo(answer: string): boolean | undefined {
  if (answer === 'yes') return true;

  return answer === 'no' ? false : undefined;
}
