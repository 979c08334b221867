import { Html, type PropsWithChildren } from '@kitajs/html';

type HeadingProps = { level: 1 | 2 | 3; text: string; id?: string | undefined };

const sizes = { 1: 'govuk-heading-l', 2: 'govuk-heading-m', 3: 'govuk-heading-s' } as const;

export function Heading({ level, text, id }: HeadingProps): JSX.Element {
  return (
    <tag of={`h${level}`} class={sizes[level]} id={id} safe>
      {text}
    </tag>
  );
}

/** A paragraph of text, followed by its children when it ends with a link. */
export function Paragraph({ text, children }: PropsWithChildren<{ text: string }>): JSX.Element {
  return (
    <p class="govuk-body">
      {Html.escapeHtml(text)} {children}
    </p>
  );
}

export function Hint({ id, text }: { id?: string | undefined; text: string }): JSX.Element {
  return (
    <div class="govuk-hint" id={id} safe>
      {text}
    </div>
  );
}

export function Link({ href, text }: { href: string; text: string }): JSX.Element {
  return (
    <a class="govuk-link" href={href} safe>
      {text}
    </a>
  );
}

export function BulletList({ items }: { items: readonly string[] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li safe>{item}</li>
      ))}
    </ul>
  );
}

/** A part of a page, named by its heading. */
export function Section({ id, heading, children }: PropsWithChildren<{ id: string; heading: string }>): JSX.Element {
  return (
    <section class="entente-section" aria-labelledby={id}>
      <Heading level={2} text={heading} id={id} />
      {children}
    </section>
  );
}

/** The title of a step, with where one is among them. */
export function StepHeading({ caption, text }: { caption: string; text: string }): JSX.Element {
  return (
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l" safe>
        {caption}
      </span>{' '}
      <span safe>{text}</span>
    </h1>
  );
}

export function BackLink({ href, text }: { href: string; text: string }): JSX.Element {
  return (
    <a class="govuk-back-link" href={href} safe>
      {text}
    </a>
  );
}

/** A letter, word for word, as its reader will hold it. */
export function Letter({ text }: { text: string }): JSX.Element {
  return (
    <blockquote class="entente-letter" safe>
      {text}
    </blockquote>
  );
}
