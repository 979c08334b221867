import { ErrorMessage } from './error-message.tsx';
import { describedBy, errorId, type Field, FormGroup, hintId } from './field.tsx';
import { Hint } from './text.tsx';

type Item = { field: Field; label: string; hint?: string };

/** Boxes to tick under one legend, each a field of its own with the value `yes`. */
export function Checkboxes({ legend, hint, items }: { legend: string; hint?: string; items: readonly Item[] }): JSX.Element {
  return (
    <fieldset class="govuk-fieldset entente-checkboxes">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s" safe>
        {legend}
      </legend>
      {hint ? <Hint text={hint} /> : null}
      {items.map((item) => (
        <Checkbox {...item} />
      ))}
    </fieldset>
  );
}

function Checkbox({ field, label, hint }: Item): JSX.Element {
  return (
    <FormGroup error={field.error}>
      {field.error ? <ErrorMessage id={errorId(field.name)} text={field.error} /> : null}
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={field.name}
            name={field.name}
            type="checkbox"
            value="yes"
            checked={field.value === 'yes'}
            aria-describedby={describedBy(field, { hint })}
          />
          <label class="govuk-label govuk-checkboxes__label" for={field.name} safe>
            {label}
          </label>
          {hint ? (
            <span class="govuk-hint govuk-checkboxes__hint" id={hintId(field.name)} safe>
              {hint}
            </span>
          ) : null}
        </div>
      </div>
    </FormGroup>
  );
}
