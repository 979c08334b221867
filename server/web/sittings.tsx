import type { FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { listConvened } from '../mediation/list-convened.ts';
import { listSittings, type Sitting } from '../mediation/list-sittings.ts';
import { putOnAgenda } from '../mediation/put-on-agenda.ts';
import { scheduleSitting, schedulers } from '../mediation/schedule-sitting.ts';
import { Problem } from '../problems.ts';
import { choice, localDay } from './asks.tsx';
import type { Visit } from './components/page.tsx';
import { formPage, formRoutes, type Asking } from './form-page.tsx';
import { SittingPage, SittingsPage } from './pages/sittings/sittings.tsx';
import { declarationsPage } from './sitting-declarations.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

const words = fr.sittings;

/** « Séances »: when a committee sits, and on what; for its members, and for those who call it together. */
export function sittings(app: App, site: Site): void {
  const options = { config: { policy: { act: 'list-sittings', who: 'session' } }, schema: { hide: true } } as const;
  app.get('/seances', options, async (request, reply) => {
    const visit = await site.desk(request, reply);
    if (!sits(visit) && committeesOf(visit).length === 0) throw new Problem('not-found');

    return show(reply, await (<SittingsPage visit={visit} sittings={await listSittings(site.core, request.session)} schedules={committeesOf(visit).length > 0} />));
  });

  app.get('/seances/:sitting', options, async (request: FastifyRequest, reply) => {
    const visit = await site.desk(request, reply);
    const sitting = await sittingNamed({ core: site.core, session: request.session, params: request.params as Record<string, string> });

    return show(reply, await (<SittingPage visit={visit} sitting={sitting} schedules={committeesOf(visit).includes(sitting.office)} />));
  });

  formRoutes(app, site, [schedulePage, putPage, declarationsPage]);
}

const schedulePage = formPage({
  name: 'seance-fixee',
  url: '/seances/nouvelle',
  act: 'schedule-sitting',
  current: 'sittings',
  back: () => '/seances',
  load: async ({ visit }: Asking) => {
    const offices = committeesOf(visit);
    if (offices.length === 0) throw new Problem('not-found');

    return offices.map((office) => ({ value: office, label: words.offices[visit.roles?.find((held) => held.office === office)?.tier ?? ''] ?? '' }));
  },
  asks: (options) => ({ ...(options.length > 1 && { office: choice({ ...words.asks.office, options }) }), heldOn: localDay(words.asks.heldOn) }),
  perform: ({ core, session }, [only], { office = only?.value ?? '', heldOn }) => scheduleSitting(core, session, { office, heldOn }),
});

const putPage = formPage({
  name: 'dossier-inscrit',
  url: '/seances/:sitting/inscription',
  act: 'put-on-agenda',
  current: 'sittings',
  back: ({ sitting }) => `/seances/${sitting}`,
  load: async (asking: Asking) => {
    const { sitting, office, cases } = await sittingNamed(asking);
    if (!committeesOf(asking.visit).includes(office)) throw new Problem('not-found');
    const convened = await listConvened(asking.core, asking.session, office);

    return { sitting, left: convened.filter((one) => !cases.some((there) => there.case === one.case)) };
  },
  asks: ({ left }) => ({ case: choice({ ...words.asks.case, options: left.map((one) => ({ value: one.case, label: one.reference })) }) }),
  perform: ({ core, session }, { sitting }, answers) => putOnAgenda(core, session, answers.case, sitting),
});

/** @throws Problem `not-found` for a sitting of another office, and for one that is over */
async function sittingNamed({ core, session, params }: Omit<Asking, 'visit'>): Promise<Sitting> {
  const found = (await listSittings(core, session)).find(({ sitting }) => sitting === params['sitting']);
  if (!found) throw new Problem('not-found');

  return found;
}

function sits({ roles = [] }: Visit): boolean {
  return roles.some(({ tier, role }) => tier !== 'local' && (role === 'member' || role === 'deputy'));
}

/** The offices whose committee whoever looks calls together. */
function committeesOf({ roles = [] }: Visit): string[] {
  const held = roles.filter(({ tier, role }) => (tier === 'regional' || tier === 'national') && schedulers.includes(role));

  return [...new Set(held.map(({ office }) => office))];
}
