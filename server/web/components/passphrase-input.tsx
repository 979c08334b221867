import { describedBy, type Field, LabelledField } from './field.tsx';

type PassphraseInputProps = { field: Omit<Field, 'value'>; label: string; hint?: string; use: 'current' | 'new' };

const secretFields = ['passphrase', 'confirmation', 'current', 'renewal', 'code'];

/** Whether a field of this name holds a secret, wherever it stands: `credentials.passphrase`. */
export function isSecretField(name: string): boolean {
  return secretFields.includes(name.split('.').at(-1) ?? '');
}

/** A secret. It is never written back into a page, whatever the field holds. */
export function PassphraseInput({ field, label, hint, use }: PassphraseInputProps): JSX.Element {
  if (!isSecretField(field.name)) throw new Error(`${field.name} is no name of a secret: a page in error would show what it holds`);
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
