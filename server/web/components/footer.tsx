import { urgencyNumbers } from '../../../policies/charter/urgency.ts';
import { fr } from '../words/fr.ts';

/** On every page: whom to call now, the service's own number, and the links the law asks for. */
export function Footer({ telephone }: { telephone: string | null }): JSX.Element {
  const { layout } = fr;
  const links = [
    { href: '/urgence', text: layout.urgency },
    { href: '/parler', text: fr.talk.title },
    { href: '/dispositifs', text: fr.schemes.title },
    { href: '/aide', text: fr.legal.help.title },
    { href: '/accessibilite', text: layout.accessibility },
    { href: '/mentions-legales', text: fr.legal.notice.title },
    { href: '/donnees-personnelles', text: fr.legal.privacy.title },
    { href: '/plan-du-site', text: fr.legal.map.title },
  ];

  return (
    <footer class="entente-footer" id="pied" tabindex="-1">
      <div class="govuk-width-container">
        <h2 class="govuk-heading-s" safe>
          {layout.callNow}
        </h2>
        <ul class="entente-footer__list entente-footer__numbers">
          {urgencyNumbers.map(({ number, purpose }) => (
            <li>
              <TelephoneLink number={number} /> <span safe>{fr.urgence.purposes[purpose]}</span>
            </li>
          ))}
        </ul>
        {telephone ? (
          <p class="govuk-body-s">
            <span safe>{layout.callUs}</span> <TelephoneLink number={telephone} />
          </p>
        ) : null}
        <p class="govuk-body-s" safe>
          {layout.promise}
        </p>
        <nav aria-label={layout.footer}>
          <ul class="entente-footer__list">
            {links.map(({ href, text }) => (
              <li>
                <a class="govuk-link govuk-link--text-colour" href={href} safe>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function TelephoneLink({ number }: { number: string }): JSX.Element {
  return (
    <a class="govuk-link govuk-link--text-colour entente-number" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`} safe>
      {number}
    </a>
  );
}
