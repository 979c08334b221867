import { fr } from '../words/fr.ts';
import { countInWords } from '../words/moments.ts';
import { describedBy, type Field, LabelledField } from './field.tsx';
import { Hint } from './text.tsx';

type TextareaProps = { field: Field; label: string; hint?: string; limit: number; rows?: number };

/** A long text. What remains of `limit` (characters) is said in words, as of the last time the page was sent. */
export function Textarea({ field, label, hint, limit, rows = 6 }: TextareaProps): JSX.Element {
  const countId = `${field.name}-count`;

  return (
    <LabelledField field={field} label={label} hint={hint}>
      <textarea
        class={['govuk-textarea', field.error !== undefined && 'govuk-textarea--error']}
        id={field.name}
        name={field.name}
        rows={String(rows)}
        {...{ autocomplete: 'off' }}
        aria-describedby={describedBy(field, { hint, more: countId })}
        safe
      >
        {keepFirstLineBreak(field.value)}
      </textarea>
      <Hint id={countId} text={room(field.value, limit)} />
    </LabelledField>
  );
}

function room(value: string, limit: number): string {
  const left = limit - [...value].length;
  if (value === '') return fr.components.roomFor(countInWords(limit));
  if (left < 0) return fr.components.tooMany(countInWords(-left));

  return fr.components.remaining(countInWords(left));
}

/** HTML drops a line break that opens a textarea; one more keeps the writer's own. */
function keepFirstLineBreak(value: string): string {
  return /^\r?\n/.test(value) ? `\n${value}` : value;
}
