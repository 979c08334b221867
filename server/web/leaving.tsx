import type { App } from '../instance.ts';
import { signOut } from '../people/sign-out.ts';
import { takeCookie } from '../plugins/session.ts';
import { takeDraftCookie } from './filing/draft-cookie.ts';
import { PausePage } from './pages/pause.tsx';
import { show, type Site } from './site.ts';

/**
 * « Quitter vite ». It asks for no form token: whoever is in a hurry may come from a page that is too old, and what another
 * page of ours could make it do is to sign someone out. A draft stays, and its resume code opens it.
 */
export function leaving(app: App, site: Site): void {
  const { core, config } = site;
  const anyone = { config: { policy: { act: 'sign-out', who: 'anyone' } }, schema: { hide: true } } as const;

  app.post('/quitter', anyone, async (request, reply) => {
    const session = await site.visitor(request);
    if (session) await signOut(core, session);
    takeCookie(reply, config);
    takeDraftCookie(reply, config);

    return reply.redirect('/pause', 303);
  });

  app.get('/pause', anyone, async (_request, reply) => show(reply, await (<PausePage />)));
}
