import { Link } from './text.tsx';

/** A file to download: its name with its format and size (RGAA 13.3), what is said of it, and what else may be done. */
export type Download = { href: string; text: string; facts: readonly string[]; more?: { href: string; text: string } | undefined };

export function DownloadList({ items }: { items: readonly Download[] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {items.map(({ href, text, facts, more }) => (
        <li>
          <Link href={href} text={text} />
          {facts.map((fact) => (
            <span class="govuk-hint entente-download__fact" safe>
              {fact}
            </span>
          ))}
          {more ? <Link {...more} /> : null}
        </li>
      ))}
    </ul>
  );
}
