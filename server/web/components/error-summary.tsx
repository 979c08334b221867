import { fr } from '../words/fr.ts';
import type { FieldError } from './field.tsx';

/** All errors of a form, each a link to its field. It takes the focus on load; without a role, since it is there from the start. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }): JSX.Element {
  return (
    <div class="govuk-error-summary">
      <h2 class="govuk-error-summary__title" tabindex="-1" id="erreurs" {...{ autofocus: true }} safe>
        {fr.components.errorSummary}
      </h2>
      <ul class="govuk-list govuk-error-summary__list">
        {errors.map(({ field, message, page = '' }) => (
          <li>
            <a href={`${page}#${field}`} safe>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
