type Row = { key: string; value: string };

/** Facts as name and value. */
export function SummaryList({ rows }: { rows: readonly Row[] }): JSX.Element {
  return (
    <dl class="govuk-summary-list">
      {rows.map(({ key, value }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key" safe>
            {key}
          </dt>
          <dd class="govuk-summary-list__value entente-as-typed" safe>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same under a heading, with a link that says what it changes. */
export function SummaryCard({ heading, change, rows }: { heading: string; change: { href: string; text: string; of: string }; rows: readonly Row[] }): JSX.Element {
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <h3 class="govuk-summary-card__title" safe>
          {heading}
        </h3>
        <p class="govuk-summary-card__actions">
          <a class="govuk-link" href={change.href}>
            <span safe>{change.text}</span>{' '}
            <span class="govuk-visually-hidden" safe>
              {change.of}
            </span>
          </a>
        </p>
      </div>
      <div class="govuk-summary-card__content">
        <SummaryList rows={rows} />
      </div>
    </div>
  );
}
