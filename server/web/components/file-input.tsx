import { describedBy, type Field, LabelledField } from './field.tsx';

type FileInputProps = { field: Field; label: string; hint: string; accept?: string | undefined };

/** One file to choose. The hint says, before anything is chosen, which formats and sizes are taken (RGAA 11.10). It comes last in its form. */
export function FileInput({ field, label, hint, accept }: FileInputProps): JSX.Element {
  return (
    <LabelledField field={field} label={label} hint={hint}>
      <input
        class={['govuk-file-upload', field.error !== undefined && 'govuk-file-upload--error']}
        id={field.name}
        name={field.name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(field, { hint })}
      />
    </LabelledField>
  );
}
