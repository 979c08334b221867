import type { PropsWithChildren } from '@kitajs/html';
import { fr } from '../words/fr.ts';

export type AlertKind = 'success' | 'information' | 'warning' | 'error';
export type AlertContent = { kind: AlertKind; text: string };

/** What just happened, at the top of the page; its kind is said in words. No role: it is there from the start. */
export function Alert({ kind, text }: AlertContent): JSX.Element {
  return (
    <div class={['govuk-notification-banner', 'entente-alert', `entente-alert--${kind}`]}>
      <div class="govuk-notification-banner__header">
        <p class="govuk-notification-banner__title" safe>
          {fr.components.alertKinds[kind]}
        </p>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading" safe>
          {text}
        </p>
      </div>
    </div>
  );
}

/** A framed remark that belongs to the page rather than to an event. */
export function Notice({ children }: PropsWithChildren): JSX.Element {
  return <div class="entente-notice">{children}</div>;
}

/** A passage set apart. */
export function Inset({ text }: { text: string }): JSX.Element {
  return (
    <div class="govuk-inset-text" safe>
      {text}
    </div>
  );
}

/** What must not be missed. */
export function Warning({ text }: { text: string }): JSX.Element {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden" safe>
          {fr.components.warning}
        </span>
        <span safe>{text}</span>
      </strong>
    </div>
  );
}

/** An explanation one may open. */
export function Details({ summary, children }: PropsWithChildren<{ summary: string }>): JSX.Element {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text" safe>
          {summary}
        </span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
