import type { Standing } from '../../policies/vocabulary.ts';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';
import { aboutCase, caseHref, isOneOf, type About } from './about.ts';
import type { Visit } from './components/page.tsx';
import { partyAgreement } from './pages/party/agreement.tsx';
import { partyMeetings } from './pages/party/meetings.tsx';
import { partyRequest } from './pages/party/request.tsx';
import { partyPlaces } from './pages/party/tabs.ts';
import { show, type Site } from './site.ts';

/** What a party reads of a case, one page each; their exchanges, where they also write, are apart. */
export function partyPages(app: App, site: Site): void {
  partyPage(app, site, partyPlaces.request, ['identity', 'account', 'object'], partyRequest, ['party', 'former-party']);
  partyPage(app, site, partyPlaces.meetings, ['conciliation'], partyMeetings);
  partyPage(app, site, partyPlaces.agreement, ['agreement'], partyAgreement);
}

/** A page of a case that exists for its parties alone, unless said otherwise. */
function partyPage(app: App, site: Site, below: string, reads: readonly string[], render: (about: About, visit: Visit) => Promise<string>, theirs: readonly Standing[] = ['party']): void {
  app.get<{ Params: { case: string } }>(caseHref(':case', below), { config: { policy: { act: 'read', who: 'session', reads } }, schema: { hide: true } }, async (request, reply) => {
    const about = await aboutCase(site.core, request.session, request.params.case);
    if (!isOneOf(about, ...theirs)) throw new Problem('not-found');

    return show(reply, await render(about, await site.desk(request, reply)));
  });
}
