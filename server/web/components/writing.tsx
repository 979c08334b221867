import type { PropsWithChildren } from '@kitajs/html';
import { Heading } from './text.tsx';

type WritingProps = PropsWithChildren<{ heading: string; level?: 2 | 3; audience?: string | undefined; text: string }>;

/** Something somebody wrote, as they wrote it: who and when, for whom, the text; then what one may do with it. */
export function Writing({ heading, level = 3, audience, text, children }: WritingProps): JSX.Element {
  return (
    <article class="entente-writing">
      <Heading level={level} text={heading} />
      {audience ? (
        <p class="govuk-body-s entente-writing__audience" safe>
          {audience}
        </p>
      ) : null}
      <p class="govuk-body entente-as-typed" safe>
        {text}
      </p>
      {children}
    </article>
  );
}

/** A letter as it is printed: to whom, then word for word. */
export function Letter({ to, on, text }: { to?: readonly string[] | undefined; on?: string | undefined; text: string }): JSX.Element {
  return (
    <div class="entente-letter">
      {to ? (
        <p class="govuk-body entente-as-typed entente-letter__to" safe>
          {to.filter((line) => line !== '').join('\n')}
        </p>
      ) : null}
      {on ? (
        <p class="govuk-body" safe>
          {on}
        </p>
      ) : null}
      <p class="govuk-body entente-as-typed" safe>
        {text}
      </p>
    </div>
  );
}
