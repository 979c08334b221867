import type { Role } from '../../../policies/vocabulary.ts';
import type { OwnRole } from '../../people/own-roles.ts';
import { fr } from '../words/fr.ts';
import { QuickLeave } from './quick-leave.tsx';

export type MainPage = 'home' | 'file' | 'sign-in' | 'cases' | 'week' | 'sittings' | 'referrals' | 'institution' | 'search' | 'administration' | 'account';

type NavigationItem = { page: MainPage | 'sign-out'; href: string; text: string };

/** Links for the keyboard, before anything else. */
export function SkipLinks(): JSX.Element {
  const { layout } = fr;
  const targets = [
    { href: '#contenu', text: layout.toContent },
    { href: '#navigation', text: layout.toNavigation },
    { href: '#pied', text: layout.toFooter },
  ];

  return (
    <nav aria-label={layout.skipLinks}>
      {targets.map(({ href, text }) => (
        <a class="govuk-skip-link" href={href} safe>
          {text}
        </a>
      ))}
    </nav>
  );
}

type HeaderProps = { signedIn: boolean; roles?: readonly OwnRole[] | undefined; current?: MainPage | undefined; formToken: string };

export function Header({ signedIn, roles = [], current, formToken }: HeaderProps): JSX.Element {
  const { layout } = fr;

  return (
    <header class="entente-header">
      <div class="govuk-width-container entente-header__inner">
        <p class="entente-header__name">
          <a class="entente-header__home" href="/" safe>
            {layout.service}
          </a>
          <span class="entente-header__tagline" safe>
            {layout.tagline}
          </span>
        </p>
        <QuickLeave token={formToken} />
        <nav id="navigation" tabindex="-1" aria-label={layout.navigation}>
          <ul class="entente-header__list">
            {navigation(signedIn, roles).map(({ page, href, text }) => (
              <li>
                <a class="entente-header__link" href={href} aria-current={page === current ? 'page' : undefined} safe>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** The way to the emergency numbers, on every page. */
export function UrgencyBanner(): JSX.Element {
  const { layout } = fr;

  return (
    <aside class="entente-urgency" aria-label={layout.urgency}>
      <p class="govuk-width-container entente-urgency__text">
        <strong safe>{layout.urgency}</strong> <span safe>{layout.urgencyText}</span>{' '}
        <a class="govuk-link govuk-link--text-colour" href="/urgence" safe>
          {layout.urgencyLink}
        </a>
      </p>
    </aside>
  );
}

/** On every page of a demonstration. */
export function DemonstrationBanner(): JSX.Element {
  const { layout } = fr;

  return (
    <aside class="entente-demonstration" aria-label={layout.demonstration}>
      <p class="govuk-width-container entente-demonstration__text" safe>
        {layout.demonstrationText}
      </p>
    </aside>
  );
}

function navigation(signedIn: boolean, roles: readonly OwnRole[]): readonly NavigationItem[] {
  const { layout } = fr;
  const home: NavigationItem = { page: 'home', href: '/', text: layout.home };
  const file: NavigationItem = { page: 'file', href: '/demande', text: layout.file };
  if (!signedIn) return [home, file, { page: 'sign-in', href: '/connexion', text: layout.signIn }];

  const has = (...wanted: readonly Role[]) => roles.some(({ role }) => wanted.includes(role));
  const presidesNationally = roles.some(({ tier, role }) => tier === 'national' && (role === 'mediator' || role === 'deputy'));
  const presidesRegionally = roles.some(({ tier, role }) => tier === 'regional' && (role === 'mediator' || role === 'deputy'));

  return [
    { page: 'cases', href: '/dossiers', text: layout.myCases },
    ...item(has('mediator', 'deputy', 'member', 'secretary'), { page: 'week', href: '/semaine', text: layout.week }),
    ...item(has('member', 'mediator', 'deputy', 'secretary') && roles.some(({ tier }) => tier === 'regional' || tier === 'national'), { page: 'sittings', href: '/seances', text: layout.sittings }),
    ...item(presidesNationally || presidesRegionally, { page: 'referrals', href: '/saisines', text: layout.referrals }),
    ...item(has('referrer'), { page: 'institution', href: '/saisines-institutionnelles', text: layout.institution }),
    ...item(has('mediator', 'deputy', 'secretary', 'conciliator'), { page: 'search', href: '/recherche', text: layout.search }),
    ...item(has('administrator', 'registrar', 'secretary', 'mediator'), { page: 'administration', href: '/administration', text: layout.administration }),
    ...item(roles.length === 0, file),
    { page: 'account', href: '/compte', text: layout.account },
    { page: 'sign-out', href: '/deconnexion', text: layout.signOut },
  ];
}

function item(isOffered: boolean, one: NavigationItem): NavigationItem[] {
  return isOffered ? [one] : [];
}
