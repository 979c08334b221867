import { fr } from '../words/fr.ts';

const words = fr.ownFile;

/** A text as it was written; one that is kept as a form, field by field. */
export function TextContent({ text }: { text: string }): JSX.Element {
  const form = formOf(text);
  if (!form) return <p class="text" safe>{text}</p>;

  return (
    <dl>
      {fieldsOf(form).map(([name, value]) => (
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
function fieldsOf(form: Record<string, unknown>, above = ''): [string, string][] {
  return Object.entries(form).flatMap(([key, value]): [string, string][] => {
    const name = above + (words.fields[key] ?? key);
    if (value === null || value === '' || value === undefined) return [];
    if (Array.isArray(value)) return value.length > 0 ? [[name, value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(', ')]] : [];
    if (typeof value === 'object') return fieldsOf(value as Record<string, unknown>, `${name}, `);
    if (typeof value === 'boolean') return [[name, value ? words.yes : words.no]];

    return [[name, String(value)]];
  });
}
