/** `at` is the instant or the day, for machines; `audience` says in words who else sees the line. */
export type TimelineLine = { at: string; on: string; text: string; audience: string };

/** What happened, newest first. */
export function Timeline({ lines }: { lines: readonly TimelineLine[] }): JSX.Element {
  return (
    <ol class="entente-timeline">
      {lines.map(({ at, on, text, audience }) => (
        <li class="entente-timeline__line">
          <time class="entente-timeline__time" datetime={at} safe>
            {on}
          </time>
          <p class="govuk-body entente-timeline__text" safe>
            {text}
          </p>
          <p class="entente-timeline__audience" safe>
            {audience}
          </p>
        </li>
      ))}
    </ol>
  );
}
