import type { App } from '../instance.ts';
import { aboutCase, caseHref, isOneOf } from './about.ts';
import { deedPages } from './deeds/all.ts';
import { deedRoutes } from './deed-page.tsx';
import { CaseFrame } from './pages/case/frame.tsx';
import { Deeds } from './pages/case/deeds.tsx';
import { partyOverview } from './pages/party/overview.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

/** A case for whoever it exists: its first page, and the page of each deed. */
export function casePages(app: App, site: Site): void {
  deedRoutes(app, site, deedPages);

  app.get<{ Params: { case: string } }>(caseHref(':case'), { config: { policy: { act: 'look', who: 'session' } }, schema: { hide: true } }, async (request, reply) => {
    const about = await aboutCase(site.core, request.session, request.params.case);
    const visit = await site.desk(request, reply);
    if (isOneOf(about, 'party', 'requester')) return show(reply, await partyOverview(about, visit, deedPages));

    return show(reply, await (
      <CaseFrame visit={visit} about={about} tabs={[{ below: '', text: fr.casePage.overview }]} current="">
        <Deeds about={about} pages={deedPages} />
      </CaseFrame>
    ));
  });
}
