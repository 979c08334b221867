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
    if (Array.isArray(value)) return value.length > 0 ? [[name, value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(', ')]] : [];
    if (typeof value === 'object') return fieldsOf(value as Record<string, unknown>, places, `${name}, `);
    if (typeof value === 'boolean') return [[name, value ? words.yes : words.no]];

    return [[name, wordOf(key, String(value), places)]];
  });
}

/** A code in the words of the form it came from, a place by its name; what somebody typed stays as they typed it. */
function wordOf(field: string, value: string, places: Places): string {
  const word = codes[field]?.[value] ?? (placeFields.includes(field) ? places.get(value) : undefined) ?? value;

  return typeof word === 'string' ? word : word.label;
}

const { professions, relations, priorSteps, outcomes, channels } = fr.choices;
const codes: Readonly<Record<string, Readonly<Record<string, string | { label: string }>>>> = { profession: professions, relation: relations, form: priorSteps, outcome: outcomes, channel: channels };
const placeFields: readonly string[] = ['establishment', 'placement'];
