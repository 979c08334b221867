import { urgencyCheckedOn, urgencyNumbers } from '../../policies/charter/urgency.ts';
import type { App } from '../instance.ts';
import { serveAssets } from './assets.ts';
import { heldDraft } from './filing/draft-cookie.ts';
import { AccessibilityPage } from './pages/accessibility.tsx';
import { listSettings } from '../people/settings.ts';
import { HelpPage, LegalNoticePage, PrivacyPage, SiteMapPage } from './pages/legal.tsx';
import { HomePage } from './pages/home.tsx';
import { TalkPage } from './pages/talk.tsx';
import { UrgencePage } from './pages/urgence.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

/** Pages without a deed, and the assets of all pages. */
export function publicPages(app: App, site: Site): void {
  const page = { config: { policy: { act: 'look', who: 'anyone' } }, schema: { hide: true } } as const;
  const numbers = urgencyNumbers.map(({ number, purpose, hours }) => ({ number, purpose: fr.urgence.purposes[purpose], hours: fr.urgence.hours[hours] }));

  serveAssets(app, { policy: { act: 'asset', who: 'anyone', cacheable: true } });
  app.get('/', page, async (request, reply) => {
    const [session, draft] = await Promise.all([site.visitor(request), heldDraft(site.core, site.config, request)]);

    return show(reply, await (<HomePage visit={await site.visit(request, reply, session)} savedAt={draft?.savedAt} />));
  });
  app.get('/parler', page, async (request, reply) => show(reply, await (<TalkPage visit={await site.visit(request, reply, await site.visitor(request))} teams={[]} />)));
  app.get('/accessibilite', page, async (request, reply) => show(reply, await (<AccessibilityPage visit={await site.visit(request, reply, await site.visitor(request))} />)));
  app.get('/mentions-legales', page, async (request, reply) => show(reply, await (<LegalNoticePage visit={await site.visit(request, reply, await site.visitor(request))} />)));
  app.get('/donnees-personnelles', page, async (request, reply) => show(reply, await (<PrivacyPage visit={await site.visit(request, reply, await site.visitor(request))} settings={await listSettings(site.core)} />)));
  app.get('/aide', page, async (request, reply) => show(reply, await (<HelpPage visit={await site.visit(request, reply, await site.visitor(request))} />)));
  app.get('/plan-du-site', page, async (request, reply) => show(reply, await (<SiteMapPage visit={await site.visit(request, reply, await site.visitor(request))} />)));
  app.get('/urgence', page, async (request, reply) =>
    show(reply, await (
      <UrgencePage visit={await site.visit(request, reply, await site.visitor(request))} numbers={numbers} checkedOn={new Date(`${urgencyCheckedOn}T12:00:00Z`)} zone="Europe/Paris" />
    )));
}
