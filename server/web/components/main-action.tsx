/** The one thing to do next, as a link with the weight of a primary button. */
export function MainAction({ href, text }: { href: string; text: string }): JSX.Element {
  return (
    <a class="govuk-button entente-main-action" href={href} safe>
      {text}
    </a>
  );
}
