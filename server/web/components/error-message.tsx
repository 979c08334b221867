import { fr } from '../words/fr.ts';

/** The error of one field, beside it; screen readers hear that it is an error. */
export function ErrorMessage({ id, text }: { id: string; text: string }): JSX.Element {
  return (
    <p class="govuk-error-message" id={id}>
      <span class="govuk-visually-hidden" safe>
        {fr.components.error}
      </span>
      <span safe>{text}</span>
    </p>
  );
}
