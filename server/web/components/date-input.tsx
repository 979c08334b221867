import { fr } from '../words/fr.ts';
import type { Field } from './field.tsx';
import { Question } from './fieldset.tsx';

type DateParts = { day: Field; month: Field; year: Field };

/** A date in three boxes. The day bears the field's id, so that an error can lead to it. */
export function DateInput({ field, parts, legend, hint }: { field: Field; parts: DateParts; legend: string; hint?: string }): JSX.Element {
  const failed = field.error !== undefined;

  return (
    <Question field={field} legend={legend} hint={hint}>
      <div class="govuk-date-input">
        <DatePart part={parts.day} id={field.name} label={fr.components.day} width="2" failed={failed} />
        <DatePart part={parts.month} id={parts.month.name} label={fr.components.month} width="2" failed={failed} />
        <DatePart part={parts.year} id={parts.year.name} label={fr.components.year} width="4" failed={failed} />
      </div>
    </Question>
  );
}

type DatePartProps = { part: Field; id: string; label: string; width: '2' | '4'; failed: boolean };

function DatePart({ part, id, label, width, failed }: DatePartProps): JSX.Element {
  return (
    <div class="govuk-date-input__item">
      <label class="govuk-label govuk-date-input__label" for={id} safe>
        {label}
      </label>
      <input
        class={['govuk-input', 'govuk-date-input__input', `govuk-input--width-${width}`, failed && 'govuk-input--error']}
        id={id}
        name={part.name}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        value={part.value}
      />
    </div>
  );
}
