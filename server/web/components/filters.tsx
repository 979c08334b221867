import type { PropsWithChildren } from '@kitajs/html';
import { fr } from '../words/fr.ts';
import { HiddenField } from './form.tsx';

type FiltersProps = PropsWithChildren<{
  action: string;
  /** What stays as it is: the tab one is on, the order. */
  kept: Readonly<Record<string, string>>;
  /** What is asked now, each with the address that no longer asks it. */
  applied: readonly { text: string; href: string }[];
}>;

/** A GET form above a list, and what it asks now as links that take it away. */
export function Filters({ action, kept, applied, children }: FiltersProps): JSX.Element {
  const words = fr.components.filters;

  return (
    <>
      <form class="entente-filters" method="get" action={action}>
        {Object.entries(kept).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        {children}
        <button type="submit" class="govuk-button govuk-button--secondary" safe>
          {words.apply}
        </button>
      </form>
      {applied.length > 0 ? (
        <ul class="entente-applied" aria-label={words.applied}>
          {applied.map(({ text, href }) => (
            <li>
              <a class="govuk-link" href={href} safe>
                {words.remove(text)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
