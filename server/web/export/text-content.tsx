import { fr } from '../words/fr.ts';

const words = fr.ownFile;

/** Establishments, by id. */
type Places = ReadonlyMap<string, string>;

/** A text as it was written; one that is kept as a form, field by field. */
export function TextContent({ text, places }: { text: string; places: Places }): JSX.Element {
  const form = formOf(text);
  if (!form) return <p class="text" safe>{text}</p>;

  return (
    <dl>
      {fieldsOf(form, places).map(([name, value]) => (
        <>
          <dt safe>{name}</dt>
          <dd safe>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** Undefined for prose, which somebody may begin with a brace. */
function formOf(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Nothing is left out: a field without a French word keeps its own. */
function fieldsOf(form: Record<string, unknown>, places: Places, above = ''): [string, string][] {
  return Object.entries(form).flatMap(([key, value]): [string, string][] => {
    const name = above + (words.fields[key] ?? key);
    if (value === null || value === '' || value === undefined) return [];
    if (Array.isArray(value)) return value.length > 0 ? [[name, value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : wordOf(String(one), places))).join(', ')]] : [];
    if (typeof value === 'object') return fieldsOf(value as Record<string, unknown>, places, `${name}, `);
    if (typeof value === 'boolean') return [[name, value ? words.yes : words.no]];

    return [[name, wordOf(String(value), places)]];
  });
}

/** A code in the words of the form it came from, a place by its name; anything else as it was typed. */
function wordOf(value: string, places: Places): string {
  return codes.get(value) ?? places.get(value) ?? value;
}

const { professions, relations, priorSteps, outcomes, purposes, channels } = fr.choices;
const codes = new Map(
  [professions, relations, priorSteps, outcomes, purposes, channels].flatMap((list) => Object.entries(list).map(([code, word]) => [code, typeof word === 'string' ? word : (word as { label: string }).label] as const)),
);
