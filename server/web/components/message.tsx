type MessageProps = { id: string; author: string; on: string; at: string; text: string };

/** One message of an exchange: who wrote it and when, as its heading, then its text. `at` is the instant, for machines. */
export function Message({ id, author, on, at, text }: MessageProps): JSX.Element {
  return (
    <article class="entente-message" aria-labelledby={id}>
      <h3 class="govuk-heading-s entente-message__heading" id={id}>
        <span safe>{author}</span>{' '}
        <time class="entente-message__time" datetime={at} safe>
          {on}
        </time>
      </h3>
      <p class="govuk-body entente-as-typed" safe>
        {text}
      </p>
    </article>
  );
}
