import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { listConvened } from '../mediation/list-convened.ts';
import { listSittings } from '../mediation/list-sittings.ts';
import { putOnAgenda } from '../mediation/put-on-agenda.ts';
import { scheduleSitting } from '../mediation/schedule-sitting.ts';
import { closed, day, id } from './shapes.ts';

/** The sittings of a committee and what each holds (web 22). */
export function sittingRoutes(app: App, core: Core): void {
  app.get(
    '/api/sittings',
    { config: policy('list-sittings'), schema: { summary: 'The sittings to come, with the cases of each within reach and how long there is to read' } },
    async (request) => ({ sittings: await listSittings(core, request.session) }),
  );

  app.post(
    '/api/sittings',
    { config: policy('schedule-sitting'), schema: { summary: 'Say on which day the committee of an office sits', body: closed({ office: id(), heldOn: day() }) } },
    async (request, reply) => reply.code(201).send(await scheduleSitting(core, request.session, request.body)),
  );

  app.get(
    '/api/offices/:office/convened-cases',
    { config: policy('list-sittings'), schema: { summary: 'The convened cases that whoever calls the committee together may put on an agenda', params: closed({ office: id() }) } },
    async (request) => ({ cases: await listConvened(core, request.session, request.params.office) }),
  );

  app.post(
    '/api/cases/:case/sitting',
    { config: policy('put-on-agenda'), schema: { summary: 'Put a convened case on the agenda of a sitting', params: closed({ case: id() }), body: closed({ sitting: id() }) } },
    async (request, reply) => reply.code(201).send(await putOnAgenda(core, request.session, request.params.case, request.body.sitting)),
  );
}

function policy(act: string) {
  return { policy: { act, who: 'session' } } as const;
}
