import { fr } from '../words/fr.ts';

export function Footer(): JSX.Element {
  const { layout } = fr;
  const links = [
    { href: '/urgence', text: layout.urgency },
    { href: '/parler', text: fr.talk.title },
    { href: '/accessibilite', text: layout.accessibility },
  ];

  return (
    <footer class="entente-footer" id="pied" tabindex="-1">
      <div class="govuk-width-container">
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
