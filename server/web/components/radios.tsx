import { fr } from '../words/fr.ts';
import type { Field } from './field.tsx';
import { Question } from './fieldset.tsx';

export type Option = { value: string; label: string; hint?: string | undefined };

type RadiosProps = { field: Field; legend: string; hint?: string | undefined; options: readonly Option[]; inline?: boolean };

/** One choice among a few. The first radio bears the field's id, so that an error can lead to it. */
export function Radios({ field, legend, hint, options, inline = false }: RadiosProps): JSX.Element {
  return (
    <Question field={field} legend={legend} hint={hint}>
      <div class={['govuk-radios', inline && 'govuk-radios--inline']}>
        {options.map((option, index) => (
          <Radio field={field} option={option} id={index === 0 ? field.name : `${field.name}-${index + 1}`} />
        ))}
      </div>
    </Question>
  );
}

/** A question answered by yes or no; the value is `yes` or `no`, or one of those `besides`. */
export function YesOrNo({ field, legend, hint, besides = [] }: Omit<RadiosProps, 'options' | 'inline'> & { besides?: readonly Option[] }): JSX.Element {
  const options = [
    { value: 'yes', label: fr.components.yes },
    { value: 'no', label: fr.components.no },
    ...besides,
  ];

  return <Radios field={field} legend={legend} hint={hint} options={options} inline={besides.length === 0} />;
}

function Radio({ field, option, id }: { field: Field; option: Option; id: string }): JSX.Element {
  const hintId = option.hint ? `${id}-item-hint` : undefined;

  return (
    <div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        id={id}
        name={field.name}
        type="radio"
        value={option.value}
        checked={field.value === option.value}
        aria-describedby={hintId}
      />
      <label class="govuk-label govuk-radios__label" for={id} safe>
        {option.label}
      </label>
      {option.hint ? (
        <span class="govuk-hint govuk-radios__hint" id={hintId} safe>
          {option.hint}
        </span>
      ) : null}
    </div>
  );
}
