import { fr } from '../words/fr.ts';
import { describedBy, type Field, LabelledField } from './field.tsx';

export type SelectOption = { value: string; label: string };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

type SelectProps = {
  field: Field;
  label: string;
  hint?: string;
  groups: readonly SelectGroup[];
  /** What the unanswered choice says. */
  unanswered?: string;
};

/** One choice in a long list, by groups. */
export function Select({ field, label, hint, groups, unanswered = fr.components.choose }: SelectProps): JSX.Element {
  return (
    <LabelledField field={field} label={label} hint={hint}>
      <select
        class={['govuk-select', 'entente-select', field.error !== undefined && 'govuk-select--error']}
        id={field.name}
        name={field.name}
        aria-describedby={describedBy(field, { hint })}
      >
        <option value="" safe>
          {unanswered}
        </option>
        {groups.map((group) => (
          <optgroup label={group.label}>
            {group.options.map((option) => (
              <option value={option.value} selected={option.value === field.value} safe>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </LabelledField>
  );
}
