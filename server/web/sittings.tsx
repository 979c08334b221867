import type { FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { listConvened } from '../mediation/list-convened.ts';
import { listSittings, type Sitting } from '../mediation/list-sittings.ts';
import { putOnAgenda } from '../mediation/put-on-agenda.ts';
import { scheduleSitting, schedulers } from '../mediation/schedule-sitting.ts';
import { Problem } from '../problems.ts';
import { choice, localDay } from './asks.tsx';
import type { Visit } from './components/page.tsx';
import { formPage, formRoutes, type Filling } from './form-page.tsx';
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
  url: '/seances/nouvelle',
  act: 'schedule-sitting',
  current: 'sittings',
  words: words.forms.schedule,
  said: 'seance-fixee',
  back: () => ({ href: '/seances', text: words.back }),
  asks: async ({ visit }) => {
    const offices = committeesOf(visit);
    if (offices.length === 0) throw new Problem('not-found');
    const options = offices.map((office) => ({ value: office, label: words.offices[visit.roles?.find((held) => held.office === office)?.tier ?? ''] ?? '' }));

    return { ...(offices.length > 1 && { office: choice({ ...words.asks.office, options }) }), heldOn: localDay(words.asks.heldOn) };
  },
  perform: ({ core, session, visit }, { office, heldOn }) => scheduleSitting(core, session, { office: office ?? committeesOf(visit)[0] ?? '', heldOn }),
});

const putPage = formPage({
  url: '/seances/:sitting/inscription',
  act: 'put-on-agenda',
  current: 'sittings',
  words: words.forms.put,
  said: 'dossier-inscrit',
  back: backToSitting,
  asks: async (filling) => {
    const sitting = await sittingNamed(filling);
    if (!committeesOf(filling.visit).includes(sitting.office)) throw new Problem('not-found');
    const convened = await listConvened(filling.core, filling.session, sitting.office);
    const left = convened.filter((one) => !sitting.cases.some((there) => there.case === one.case));

    return { case: choice({ ...words.asks.case, options: left.map((one) => ({ value: one.case, label: one.reference })) }) };
  },
  perform: ({ core, session, params }, answers) => putOnAgenda(core, session, answers.case, params['sitting'] ?? ''),
});

function backToSitting({ params }: Pick<Filling, 'params'>): { href: string; text: string } {
  return { href: `/seances/${params['sitting']}`, text: words.backToSitting };
}

/** @throws Problem `not-found` for a sitting of another office, and for one that is over */
async function sittingNamed({ core, session, params }: Pick<Filling, 'core' | 'session' | 'params'>): Promise<Sitting> {
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
