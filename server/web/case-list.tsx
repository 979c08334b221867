import type { App } from '../instance.ts';
import type { OwnRole } from '../people/own-roles.ts';
import { keepsDocket, showDocket } from './docket.tsx';
import { partyCaseList } from './pages/party/case-list.tsx';
import { show, type Site } from './site.ts';

/** « Mes dossiers »: one address for everybody who signs in. */
export function caseList(app: App, site: Site): void {
  app.get<{ Querystring: { etat?: string } }>('/dossiers', { config: { policy: { act: 'list', who: 'session' } }, schema: { hide: true } }, async (request, reply) => {
    const visit = await site.desk(request, reply);
    if (keepsDocket(visit.roles ?? [])) return showDocket(site, request, reply);

    if (isOnlyAppointing(visit.roles ?? [])) return reply.redirect('/administration', 303);

    return show(reply, await partyCaseList(site.core, request.session, visit, { isOverShown: request.query.etat === 'termines' }));
  });
}

/** Administrators and registrars have no case: what is theirs stands elsewhere. */
function isOnlyAppointing(held: readonly OwnRole[]): boolean {
  return held.length > 0 && held.every(({ role }) => role === 'administrator' || role === 'registrar');
}
