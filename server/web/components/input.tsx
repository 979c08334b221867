import { describedBy, type Field, LabelledField } from './field.tsx';

type TextInputProps = {
  field: Field;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'tel';
  autocomplete?: string;
  width?: 'full' | 'half';
};

/** One line of text. Autocomplete is off unless the field is about the reader. */
export function TextInput({ field, label, hint, type = 'text', autocomplete = 'off', width = 'full' }: TextInputProps): JSX.Element {
  return (
    <LabelledField field={field} label={label} hint={hint}>
      <input
        class={['govuk-input', width === 'half' && 'govuk-!-width-one-half', field.error !== undefined && 'govuk-input--error']}
        id={field.name}
        name={field.name}
        type={type}
        value={field.value}
        autocomplete={autocomplete}
        spellcheck={type === 'text' ? undefined : 'false'}
        aria-describedby={describedBy(field, { hint })}
      />
    </LabelledField>
  );
}
