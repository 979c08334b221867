import { Type } from 'typebox';
import { endReasons, followUpOutcomes } from '../../policies/charter/reasons.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { begin } from '../mediation/begin.ts';
import { challenge } from '../mediation/challenge.ts';
import { close } from '../mediation/close.ts';
import { designate } from '../mediation/designate.ts';
import { endWithoutAgreement } from '../mediation/end-without-agreement.ts';
import { evaluate } from '../mediation/evaluate.ts';
import { listAgreements } from '../mediation/list-agreements.ts';
import { openRoom } from '../mediation/open-room.ts';
import { proposeAgreement } from '../mediation/propose-agreement.ts';
import { recordMeeting } from '../mediation/record-meeting.ts';
import { recuse } from '../mediation/recuse.ts';
import { signAgreement } from '../mediation/sign-agreement.ts';
import { versionToSign } from '../mediation/version-to-sign.ts';
import { waiveChallenge } from '../mediation/waive-challenge.ts';
import { closed, day, id, nothing, oneOf, text } from './shapes.ts';

const params = closed({ case: id() });
const OwnParty = Type.Optional(id());
const Companions = Type.Optional(Type.Array(id(), { maxItems: 10, uniqueItems: true }));

/** From the designation of delegates to the end of a case, and leaving it. */
export function mediationRoutes(app: App, core: Core): void {
  app.post(
    '/api/cases/:case/designations',
    { config: policy('designate'), schema: { summary: 'Designate one or two delegates, one of them certified', params, body: closed({ delegates: Type.Array(id(), { minItems: 1, maxItems: 2, uniqueItems: true }) }) } },
    (request, reply) => designate(core, request.session, request.params.case, request.body.delegates).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/challenge',
    { config: policy('challenge'), schema: { summary: 'Challenge one delegate, once, without giving a reason', params, body: closed({ delegate: id(), party: OwnParty }) } },
    (request, reply) => challenge(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/challenge-waiver',
    { config: policy('waive-challenge'), schema: { summary: 'Say that you will not challenge the delegates', params, body: closed({ party: OwnParty }) } },
    (request, reply) => waiveChallenge(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/beginning',
    { config: policy('begin'), schema: { summary: 'Begin the mediation once nobody can challenge any more', params, body: nothing } },
    (request, reply) => begin(core, request.session, request.params.case).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/room',
    { config: policy('open-room'), schema: { summary: 'Open the shared room', params, body: nothing } },
    (request, reply) => openRoom(core, request.session, request.params.case).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/meetings',
    {
      config: policy('record-meeting'),
      schema: {
        summary: 'Record an interview or a plenary', params,
        body: Type.Union([
          closed({ kind: Type.Literal('interview'), party: id(), heldOn: day(), text: text(12_000), companions: Companions }),
          closed({ kind: Type.Literal('plenary'), heldOn: day(), text: text(12_000), companions: Companions }),
        ]),
      },
    },
    (request, reply) => recordMeeting(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.get(
    '/api/cases/:case/agreements',
    { config: policy('list'), schema: { summary: 'The agreements proposed, and who has signed each', params } },
    async (request) => ({ agreements: await listAgreements(core, request.session, request.params.case) }),
  );

  app.get(
    '/api/cases/:case/agreements/latest',
    { config: policy('look'), schema: { summary: 'The version proposed last, without its text: what a copy signed on paper is entered for', params } },
    (request) => versionToSign(core, request.session, request.params.case),
  );

  app.post(
    '/api/cases/:case/agreements',
    { config: policy('propose-agreement'), schema: { summary: 'Propose the final agreement and the recommendations', params, body: closed({ text: text(20_000), recommendations: text(12_000), partial: Type.Optional(Type.Boolean()) }) } },
    (request, reply) => proposeAgreement(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/agreement-signature',
    { config: policy('sign-agreement'), schema: { summary: 'Sign the agreement you have read, with your passphrase', params, body: closed({ agreement: id(), passphrase: text(1_024), party: OwnParty }) } },
    (request, reply) => signAgreement(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/end',
    { config: policy('end-without-agreement'), schema: { summary: 'End the mediation without agreement', params, body: closed({ reason: oneOf(endReasons), letter: text(8_000) }) } },
    (request, reply) => endWithoutAgreement(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/evaluations',
    { config: policy('evaluate'), schema: { summary: 'Evaluate what became of the agreement', params, body: closed({ after: oneOf(['first', 'second', 'third']), outcome: oneOf(followUpOutcomes), text: Type.Optional(text(8_000)) }) } },
    (request, reply) => evaluate(core, request.session, request.params.case, request.body).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/closure',
    { config: policy('close'), schema: { summary: 'Close a case that was evaluated', params, body: nothing } },
    (request, reply) => close(core, request.session, request.params.case).then((made) => reply.code(201).send(made)),
  );

  app.post(
    '/api/cases/:case/recusal',
    { config: policy('recuse'), schema: { summary: 'Leave a case for good', params, body: nothing } },
    (request, reply) => recuse(core, request.session, request.params.case).then((made) => reply.code(201).send(made)),
  );
}

function policy(act: string) {
  return { policy: { act, who: 'session' } } as const;
}
