import { fr } from '../words/fr.ts';
import { countInWords } from '../words/moments.ts';
import { describedBy, type Field, LabelledField } from './field.tsx';
import { Hint } from './text.tsx';

type TextareaProps = { field: Field; label: string; hint?: string; limit: number; rows?: number };

/** A long text. What remains of `limit` (characters) is said in words: by `count.js` while it is written, else when the page comes back. */
export function Textarea({ field, label, hint, limit, rows = 6 }: TextareaProps): JSX.Element {
  const countId = `${field.name}-count`;

  return (
    <LabelledField field={field} label={label} hint={hint}>
      <textarea
        class={['govuk-textarea', field.error !== undefined && 'govuk-textarea--error']}
        id={field.name}
        name={field.name}
        rows={String(rows)}
        {...{ autocomplete: 'off', ...counted(limit) }}
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
  const count = Math.abs(left);

  return (left < 0 ? fr.components.tooMany : fr.components.remaining)(countInWords(count), count < 2);
}

/** What the script says, in the same words. */
function counted(limit: number) {
  const { roomFor, remaining, tooMany } = fr.components;
  const count = '{count}';

  return {
    'data-limit': String(limit), 'data-room': roomFor(countInWords(limit)),
    'data-left': remaining(count, false), 'data-left-one': remaining(count, true), 'data-over': tooMany(count, false), 'data-over-one': tooMany(count, true),
  };
}

/** HTML drops a line break that opens a textarea; one more keeps the writer's own. */
function keepFirstLineBreak(value: string): string {
  return /^\r?\n/.test(value) ? `\n${value}` : value;
}
