import type { PropsWithChildren } from '@kitajs/html';
import { ErrorMessage } from './error-message.tsx';
import { Hint } from './text.tsx';

/**
 * A field in error and the sentence that says how to mend it. `field` is the name, and the id, of its first control;
 * `page` is where it stands, when it stands on another page.
 */
export type FieldError = { field: string; message: string; page?: string };

/** What was typed, by field name; what is absent was left empty. */
export type Values = Readonly<Record<string, string>>;

/** What every control is told of its field. */
export type Field = { name: string; value: string; error?: string | undefined };

/** The typed values and errors of a form, one field at a time. */
export function fieldsOf(values: Values, errors: readonly FieldError[]): (name: string) => Field {
  return (name) => ({ name, value: values[name] ?? '', error: errors.find((each) => each.field === name)?.message });
}

type LabelledFieldProps = PropsWithChildren<{ field: Field; label: string; hint?: string | undefined }>;

/** Label, hint, error, then the control: the frame of every control that has a single label. */
export function LabelledField({ field, label, hint, children }: LabelledFieldProps): JSX.Element {
  return (
    <FormGroup error={field.error}>
      <label class="govuk-label govuk-label--s" for={field.name} safe>
        {label}
      </label>
      {hint ? <Hint id={hintId(field.name)} text={hint} /> : null}
      {field.error ? <ErrorMessage id={errorId(field.name)} text={field.error} /> : null}
      {children}
    </FormGroup>
  );
}

export function FormGroup({ error, children }: PropsWithChildren<{ error?: string | undefined }>): JSX.Element {
  return <div class={['govuk-form-group', error !== undefined && 'govuk-form-group--error']}>{children}</div>;
}

/** The ids that describe a control, in reading order, or nothing. */
export function describedBy(field: Field, { hint, more }: { hint?: string | undefined; more?: string | undefined } = {}) {
  const ids = [hint ? hintId(field.name) : '', field.error ? errorId(field.name) : '', more ?? ''].filter((id) => id !== '');

  return ids.length > 0 ? ids.join(' ') : undefined;
}

export const hintId = (name: string): string => `${name}-hint`;
export const errorId = (name: string): string => `${name}-error`;
