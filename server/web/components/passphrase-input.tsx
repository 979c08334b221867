import { describedBy, type Field, LabelledField } from './field.tsx';

type PassphraseInputProps = { field: Omit<Field, 'value'>; label: string; hint?: string; use: 'current' | 'new' };

/** A secret. It is never written back into a page, whatever the field holds. */
export function PassphraseInput({ field, label, hint, use }: PassphraseInputProps): JSX.Element {
  const empty = { ...field, value: '' };

  return (
    <LabelledField field={empty} label={label} hint={hint}>
      <input
        class={['govuk-input', field.error !== undefined && 'govuk-input--error']}
        id={field.name}
        name={field.name}
        type="password"
        autocomplete={`${use}-password`}
        autocapitalize="none"
        spellcheck="false"
        aria-describedby={describedBy(empty, { hint })}
      />
    </LabelledField>
  );
}
