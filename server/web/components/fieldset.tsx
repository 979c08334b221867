import type { PropsWithChildren } from '@kitajs/html';
import { ErrorMessage } from './error-message.tsx';
import { describedBy, errorId, type Field, FormGroup, hintId } from './field.tsx';
import { Hint } from './text.tsx';

/** Several controls under one heading, such as all that is asked of a person. */
export function Fieldset({ legend, id, children }: PropsWithChildren<{ legend: string; id?: string }>): JSX.Element {
  return (
    <fieldset class="govuk-fieldset entente-block" id={id}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m" safe>
        {legend}
      </legend>
      {children}
    </fieldset>
  );
}

type QuestionProps = PropsWithChildren<{ field: Field; legend: string; hint?: string | undefined }>;

/** One question answered by several controls: its legend, hint and error. */
export function Question({ field, legend, hint, children }: QuestionProps): JSX.Element {
  return (
    <FormGroup error={field.error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(field, { hint })}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s" safe>
          {legend}
        </legend>
        {hint ? <Hint id={hintId(field.name)} text={hint} /> : null}
        {field.error ? <ErrorMessage id={errorId(field.name)} text={field.error} /> : null}
        {children}
      </fieldset>
    </FormGroup>
  );
}
