import { callUpDeclineReasons, callUpReasons } from '../../policies/charter/reasons.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import { purposes, type Tier } from '../../policies/vocabulary.ts';
import type { App } from '../instance.ts';
import { callUp } from '../mediation/call-up.ts';
import { coordination } from '../mediation/coordination.ts';
import { declineCallUp } from '../mediation/decline-call-up.ts';
import { listCallUps } from '../mediation/list-call-ups.ts';
import { listPendingReferrals } from '../mediation/list-pending-referrals.ts';
import { regionalTerritories } from '../mediation/regional-territories.ts';
import { Problem } from '../problems.ts';
import { choice, line, optional } from './asks.tsx';
import type { Visit } from './components/page.tsx';
import { formPage, formRoutes, type Asking } from './form-page.tsx';
import { ReferralsPage } from './pages/national/referrals.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';
import { zone } from './zone.ts';

const words = fr.national;

/** « Saisines nationales », for those who preside: what comes up to the national mediator, and what they ask for. */
export function national(app: App, site: Site): void {
  app.get('/saisines', { config: { policy: { act: 'list-referrals', who: 'session' } }, schema: { hide: true } }, async (request, reply) => {
    const { core } = site;
    const visit = await site.desk(request, reply);
    const [above, below] = [officesOf(visit, 'national'), officesOf(visit, 'regional')];
    if (above.length + below.length === 0) throw new Problem('not-found');
    const callUps = await listCallUps(core, request.session);
    const nationally = above.length > 0 && {
      pending: await listPendingReferrals(core, request.session), made: callUps.filter(({ from }) => above.includes(from)), territories: await coordination(core, request.session),
    };

    return show(reply, await (
      <ReferralsPage
        visit={visit}
        today={localDate(core.clock(), zone)}
        national={nationally || undefined}
        regional={below.length > 0 ? { received: callUps.filter(({ to }) => below.includes(to)) } : undefined}
      />
    ));
  });

  formRoutes(app, site, [callUpPage, declinePage]);
}

const callUpPage = formPage({
  name: 'demande-transmise',
  url: '/saisines/demande',
  act: 'call-up',
  current: 'referrals',
  back: () => '/saisines',
  load: async ({ core, session, visit }: Asking) => {
    if (officesOf(visit, 'national').length === 0) throw new Problem('not-found');

    return regionalTerritories(core, session);
  },
  asks: (territories) => ({
    territory: choice({ ...words.asks.territory, options: territories.map(({ territory, name }) => ({ value: territory, label: name })) }),
    reason: choice({ ...words.asks.reason, options: callUpReasons.map((value) => ({ value, label: words.callUpReasons[value] })) }),
    reference: optional(line({ ...words.asks.reference, limit: 9 })),
    purpose: optional(choice({ ...words.asks.purpose, options: purposes.map((value) => ({ value, label: fr.choices.purposes[value].label })) })),
  }),
  perform: async ({ core, session }, _, { territory, reason, reference, purpose }) => {
    const given = reference?.toUpperCase();
    if (given !== undefined && !/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(given)) throw new Problem('invalid-body', { errors: [{ field: 'reference', message: words.asks.wrongReference }] });

    return callUp(core, session, { territory, reason, ...(given !== undefined && { reference: given }), ...(purpose !== undefined && { purpose }) });
  },
});

const declinePage = formPage({
  name: 'demande-refusee',
  url: '/saisines/demandes/:callUp',
  act: 'decline-call-up',
  current: 'referrals',
  back: () => '/saisines',
  load: async ({ core, session, visit, params }: Asking) => {
    const asked = (await listCallUps(core, session)).find(({ callUp: id, to }) => id === params['callUp'] && officesOf(visit, 'regional').includes(to));
    if (!asked || asked.answer !== null) throw new Problem('not-found');

    return asked.callUp;
  },
  asks: () => ({ reason: choice({ ...words.asks.declineReason, options: callUpDeclineReasons.map((value) => ({ value, label: words.declineReasons[value] })) }) }),
  perform: ({ core, session }, callUp, { reason }) => declineCallUp(core, session, callUp, reason),
});

/** The offices of a tier where whoever looks presides. */
function officesOf({ roles = [] }: Visit, tier: Tier): string[] {
  return roles.filter((held) => held.tier === tier && (held.role === 'mediator' || held.role === 'deputy')).map(({ office }) => office);
}
