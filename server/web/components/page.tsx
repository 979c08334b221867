import type { PropsWithChildren } from '@kitajs/html';
import type { OwnRole } from '../../people/own-roles.ts';
import { assetPath, type AssetName } from '../assets.ts';
import { fr } from '../words/fr.ts';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldError } from './field.tsx';
import { Footer } from './footer.tsx';
import { DemonstrationBanner, Header, type MainPage, SkipLinks, UrgencyBanner } from './header.tsx';
import { Alert, type AlertContent } from './messages.tsx';

/** What every page is told of the one who looks at it. */
export type Visit = { signedIn: boolean; formToken: string; alert?: AlertContent; roles?: readonly OwnRole[]; telephone?: string | null; isDemonstration?: boolean };

type PageProps = PropsWithChildren<{
  title: string;
  visit: Visit;
  current?: MainPage;
  errors?: readonly FieldError[];
  width?: 'reading' | 'full';
  /** Scripts the page is better with; each has a way without. */
  scripts?: readonly Extract<AssetName, `${string}.js`>[];
}>;

/** A whole document: head, skip links, header, emergency banner, main, footer. */
export function Page({ title, visit, current, errors = [], width = 'reading', scripts = [], children }: PageProps): JSX.Element {
  return (
    <>
      {'<!doctype html>'}
      <html lang="fr" class="govuk-template">
        <Head title={errors.length > 0 ? fr.layout.titleInError(title) : fr.layout.title(title)} scripts={['quick-leave.js', 'count.js', ...scripts]} />
        <body class="govuk-template__body">
          <SkipLinks />
          <Header signedIn={visit.signedIn} roles={visit.roles} current={current} formToken={visit.formToken} />
          <UrgencyBanner />
          {visit.isDemonstration ? <DemonstrationBanner /> : null}
          <main class="govuk-width-container govuk-main-wrapper" id="contenu" tabindex="-1">
            <div class="govuk-grid-row">
              <div class={width === 'reading' ? 'govuk-grid-column-two-thirds' : 'govuk-grid-column-full'}>
                {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
                {visit.alert ? <Alert {...visit.alert} /> : null}
                {children}
              </div>
            </div>
          </main>
          <Footer telephone={visit.telephone ?? null} />
        </body>
      </html>
    </>
  );
}

function Head({ title, scripts }: { title: string; scripts: readonly AssetName[] }): JSX.Element {
  return (
    <head>
      <meta charset="utf-8" />
      <title safe>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" type="image/svg+xml" href={assetPath('entente.svg')} />
      <link rel="stylesheet" href={assetPath('patterns.css')} />
      <link rel="stylesheet" href={assetPath('entente.css')} />
      {scripts.map((name) => (
        <script type="module" src={assetPath(name)} />
      ))}
    </head>
  );
}

/** A document that bears no sign of the service. */
export function BarePage({ title, children }: PropsWithChildren<{ title: string }>): JSX.Element {
  return (
    <>
      {'<!doctype html>'}
      <html lang="fr" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title safe>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={assetPath('patterns.css')} />
          <link rel="stylesheet" href={assetPath('entente.css')} />
        </head>
        <body class="govuk-template__body">
          <main class="govuk-width-container govuk-main-wrapper">{children}</main>
        </body>
      </html>
    </>
  );
}
