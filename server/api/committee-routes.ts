import { Type } from 'typebox';
import { notOpenedReasons } from '../../policies/charter/reasons.ts';
import { advices } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { committeeProgress } from '../mediation/committee-progress.ts';
import { convene } from '../mediation/convene.ts';
import { decideNotToOpen } from '../mediation/decide-not-to-open.ts';
import { decideToOpen } from '../mediation/decide-to-open.ts';
import { declareInterests } from '../mediation/declare-interests.ts';
import { giveAdvice } from '../mediation/give-advice.ts';
import { seatMembers } from '../mediation/seat.ts';
import { writeSummary } from '../mediation/write-summary.ts';
import { closed, id, oneOf, text } from './shapes.ts';

const params = closed({ case: id() });
const Members = Type.Array(id(), { minItems: 1, maxItems: 30, uniqueItems: true });
const Decision = { letter: text(8_000), followsAdvice: Type.Boolean(), reasons: text(6_000) };

/** The peer committee: it declares, reads a summary, advises; the mediator decides (design 6). */
export function committeeRoutes(app: App, core: Core): void {
  app.post(
    '/api/cases/:case/convocation',
    { config: policy('convene'), schema: { summary: 'Convene members by name; who works where a party works is set aside', params, body: closed({ members: Members, text: text(6_000), names: Type.Optional(text(2_000)) }) } },
    (request, reply) => convene(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/declaration',
    { config: policy('declare-interests'), schema: { summary: 'Declare no link, a link, or your recusal', params, body: closed({ answer: oneOf(['none', 'recused', 'link']), text: Type.Optional(text(4_000)) }) } },
    (request, reply) => declareInterests(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/seats',
    { config: policy('seat'), schema: { summary: 'Seat members who have declared', params, body: closed({ members: Members, acceptsLinks: Type.Boolean() }) } },
    (request, reply) => seatMembers(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/summary',
    { config: policy('write-summary'), schema: { summary: 'Write the anonymised summary', params, body: closed({ text: text(20_000) }) } },
    (request, reply) => writeSummary(core, request.session, request.params.case, request.body.text).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/advice',
    { config: policy('give-advice'), schema: { summary: 'Give your advice, or replace it until the decision', params, body: closed({ advice: oneOf(advices), reasons: text(6_000) }) } },
    (request, reply) => giveAdvice(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.get(
    '/api/cases/:case/examination',
    { config: policy('look'), schema: { summary: 'How many members sit, have advised, and must; no name, no advice', params } },
    (request) => committeeProgress(core, request.session, request.params.case),
  );

  app.post(
    '/api/cases/:case/opening',
    { config: policy('decide-to-open'), schema: { summary: 'Decide to open a mediation', params, body: closed(Decision) } },
    (request, reply) => decideToOpen(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/non-opening',
    { config: policy('decide-not-to-open'), schema: { summary: 'Decide that no mediation opens', params, body: closed({ ...Decision, reason: oneOf(notOpenedReasons) }) } },
    (request, reply) => decideNotToOpen(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );
}

function policy(act: string) {
  return { policy: { act, who: 'session' } } as const;
}
