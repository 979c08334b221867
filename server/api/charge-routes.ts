import { Type } from 'typebox';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { acceptHandOver } from '../mediation/accept-hand-over.ts';
import { declineHandOver, withdrawHandOver } from '../mediation/answer-hand-over.ts';
import { declareAbsence } from '../mediation/declare-absence.ts';
import { endAbsence } from '../mediation/end-absence.ts';
import { joinCases } from '../mediation/join-cases.ts';
import { listAbsences } from '../mediation/list-absences.ts';
import { listHandOvers } from '../mediation/list-hand-overs.ts';
import { listOfficePeople } from '../mediation/list-office-people.ts';
import { offerHandOver } from '../mediation/offer-hand-over.ts';
import { recordSuddenAbsence } from '../mediation/record-sudden-absence.ts';
import { searchCases } from '../mediation/search-cases.ts';
import { closed, day, id, nothing, text } from './shapes.ts';

const params = closed({ case: id() });
const office = closed({ office: id() });

/** Who has a case in charge: handing it over, joining, searching, and standing in for whoever is away. */
export function chargeRoutes(app: App, core: Core): void {
  app.get(
    '/api/hand-overs',
    { config: policy('list'), schema: { summary: 'The hand-overs you offered or were offered, still unanswered' } },
    async (request) => ({ handOvers: await listHandOvers(core, request.session) }),
  );

  app.post(
    '/api/cases/:case/hand-over',
    { config: policy('offer-hand-over'), schema: { summary: 'Offer a case to a colleague who may run it; it stays yours until they accept', params, body: closed({ to: id() }) } },
    (request, reply) => offerHandOver(core, request.session, request.params.case, request.body.to).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/hand-over/acceptance',
    { config: policy('accept-hand-over'), schema: { summary: 'Take over the case you were offered', params, body: nothing } },
    (request, reply) => acceptHandOver(core, request.session, request.params.case).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/hand-over/refusal',
    { config: policy('decline-hand-over'), schema: { summary: 'Decline the case you were offered', params, body: nothing } },
    (request, reply) => declineHandOver(core, request.session, request.params.case).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/hand-over/withdrawal',
    { config: policy('withdraw-hand-over'), schema: { summary: 'Take your offer back before it is answered', params, body: nothing } },
    (request, reply) => withdrawHandOver(core, request.session, request.params.case).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/joinings',
    {
      config: policy('join'),
      schema: { summary: 'Join another request on the same dispute to this one', params, body: closed({ other: id(), same: Type.Optional(Type.Array(closed({ theirs: id(), here: id() }), { maxItems: 20 })) }) },
    },
    (request, reply) => joinCases(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/searches',
    { config: policy('search'), schema: { summary: 'Search your own cases by reference, day of receipt or name; the words are kept nowhere', body: closed({ words: text(80) }) } },
    (request) => searchCases(core, request.session, request.body.words),
  );

  app.get(
    '/api/offices/:office/people',
    { config: policy('list'), schema: { summary: 'Who is in an office of yours, by name', params: office } },
    async (request) => ({ people: await listOfficePeople(core, request.session, request.params.office) }),
  );

  app.get(
    '/api/offices/:office/absences',
    { config: policy('list'), schema: { summary: 'Who is or will be away from an office of yours, and who stands in', params: office } },
    async (request) => ({ absences: await listAbsences(core, request.session, request.params.office) }),
  );

  app.post(
    '/api/offices/:office/absences',
    { config: policy('declare-absence'), schema: { summary: 'Say that you will be away, and who stands in from the first day to the last', params: office, body: closed({ deputy: id(), firstDay: day(), lastDay: day() }) } },
    (request, reply) => declareAbsence(core, request.session, request.params.office, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/offices/:office/sudden-absences',
    { config: policy('record-sudden-absence'), schema: { summary: 'Record that somebody is suddenly away, and who stands in until the last day', params: office, body: closed({ person: id(), deputy: id(), lastDay: day() }) } },
    (request, reply) => recordSuddenAbsence(core, request.session, request.params.office, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/absences/:absence/end',
    { config: policy('end-absence'), schema: { summary: 'End an absence before its last day', params: closed({ absence: id() }), body: nothing } },
    (request) => endAbsence(core, request.session, request.params.absence),
  );
}

function policy(act: string) {
  return { policy: { act, who: 'session' } } as const;
}
