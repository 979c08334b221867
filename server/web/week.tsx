import { presidingRoles, type Role } from '../../policies/vocabulary.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { App } from '../instance.ts';
import { listEndingMandates } from '../mediation/list-ending-mandates.ts';
import { myWeek } from '../mediation/my-week.ts';
import { WeekPage } from './pages/office/week.tsx';
import { show, type Site } from './site.ts';

/** « Ma semaine », for whoever runs cases: this week, or the one the address names by any of its days. */
export function week(app: App, site: Site): void {
  app.get<{ Querystring: Record<string, unknown> }>('/semaine', { config: { policy: { act: 'list', who: 'session' } }, schema: { hide: true } }, async (request, reply) => {
    const found = await myWeek(site.core, request.session, dayIn(request.query['jour']));

    const visit = await site.desk(request, reply);
    const presided = new Set((visit.roles ?? []).filter(({ role }) => (presidingRoles as readonly Role[]).includes(role)).map(({ office }) => office));
    const ending = await Promise.all([...presided].map((office) => listEndingMandates(site.core, request.session, office)));

    return show(reply, await (<WeekPage visit={visit} week={found} ending={ending.flat()} />));
  });
}

function dayIn(given: unknown): LocalDate | undefined {
  if (typeof given !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(given)) return undefined;

  return Number.isNaN(Date.parse(given)) ? undefined : given;
}
