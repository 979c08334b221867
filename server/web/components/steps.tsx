/** What comes in which order; `current` (from 0) marks where one is. */
export function Steps({ steps, current }: { steps: readonly string[]; current?: number }): JSX.Element {
  return (
    <ol class="entente-steps">
      {steps.map((step, index) => (
        <li class="entente-steps__step" aria-current={index === current ? 'step' : undefined} safe>
          {step}
        </li>
      ))}
    </ol>
  );
}

/** Links to the parts of a long page. */
export function Contents({ label, parts }: { label: string; parts: readonly { id: string; text: string }[] }): JSX.Element {
  return (
    <nav class="entente-contents" aria-label={label}>
      <p class="govuk-heading-s" safe>
        {label}
      </p>
      <ol class="govuk-list govuk-list--number">
        {parts.map(({ id, text }) => (
          <li>
            <a class="govuk-link" href={`#${id}`} safe>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
