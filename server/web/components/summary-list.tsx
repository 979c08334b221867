/** Facts as name and value. */
export function SummaryList({ rows }: { rows: readonly { key: string; value: string }[] }): JSX.Element {
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
