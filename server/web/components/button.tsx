import type { PropsWithChildren } from '@kitajs/html';

type ButtonProps = { text: string; kind?: 'primary' | 'secondary' | 'warning'; name?: string; value?: string; target?: string };

const looks = { primary: '', secondary: 'govuk-button--secondary', warning: 'govuk-button--warning' } as const;

/** A submit button. `target` sends the form elsewhere than its own action, for instance back to a place in the page. */
export function Button({ text, kind = 'primary', name, value, target }: ButtonProps): JSX.Element {
  return (
    <button type="submit" class={['govuk-button', looks[kind]]} name={name} value={value} formaction={target} safe>
      {text}
    </button>
  );
}

/** A link that starts something, with the weight of a button. */
export function LinkButton({ href, text }: { href: string; text: string }): JSX.Element {
  return (
    <a class="govuk-button govuk-button--secondary" href={href} safe>
      {text}
    </a>
  );
}

/** Buttons of one form side by side, the main one first. */
export function ButtonGroup({ children }: PropsWithChildren): JSX.Element {
  return <div class="govuk-button-group">{children}</div>;
}

/** A link that is what most readers of the page have come for. */
export function MainLink({ href, text }: { href: string; text: string }): JSX.Element {
  return (
    <a class="govuk-button" href={href} safe>
      {text}
    </a>
  );
}
