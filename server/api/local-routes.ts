import { Type } from 'typebox';
import { orientationReasons } from '../../policies/charter/reasons.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { attest } from '../mediation/attest.ts';
import { endWithoutResult } from '../mediation/end-without-result.ts';
import { meet } from '../mediation/meet.ts';
import { offerProposal } from '../mediation/offer-proposal.ts';
import { orient } from '../mediation/orient.ts';
import { proposeConciliation } from '../mediation/propose-conciliation.ts';
import { readAttestation } from '../mediation/read-attestation.ts';
import { settle } from '../mediation/settle.ts';
import { withdraw } from '../mediation/withdraw.ts';
import { Problem } from '../problems.ts';
import { closed, day, id, nothing, oneOf, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const tags = ['conciliation locale'];
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;

/** The local tier, in the order of a conciliation; agreeing and refusing are with the consents. */
export function localRoutes(app: App, core: Core): void {
  app.post(
    '/api/cases/:case/conciliation/orientation',
    { config: own('orient'), schema: { tags, summary: 'Orienter la personne vers une autre voie, avec une lettre', params: CaseParams, body: closed({ reason: oneOf(orientationReasons), letter: text(20_000) }) } },
    async (request, reply) => reply.code(201).send(await orient(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/conciliation',
    { config: own('propose-conciliation'), schema: { tags, summary: 'Proposer une conciliation, une fois l’objet convenu', params: CaseParams, body: nothing } },
    async (request, reply) => reply.code(201).send(await proposeConciliation(core, request.session, request.params.case)),
  );

  app.post(
    '/api/cases/:case/conciliation/meetings',
    { config: own('meet'), schema: { tags, summary: 'Rendre compte d’une rencontre, aux parties', params: CaseParams, body: closed({ heldOn: day(), minutes: text(20_000) }) } },
    async (request, reply) => reply.code(201).send(await meet(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/conciliation/proposals',
    { config: own('offer-proposal'), schema: { tags, summary: 'Proposer une solution, que les parties peuvent signer', params: CaseParams, body: closed({ text: text(20_000) }) } },
    async (request, reply) => reply.code(201).send(await offerProposal(core, request.session, request.params.case, request.body.text)),
  );

  app.post(
    '/api/cases/:case/conciliation/signatures',
    {
      config: own('settle'),
      schema: { tags, summary: 'Signer la dernière proposition, avec sa phrase secrète', params: CaseParams, body: closed({ item: id(), passphrase: text(1024), party: Type.Optional(id()) }) },
    },
    async (request, reply) => reply.code(201).send(await settle(core, request.session, request.params.case, request.body)),
  );

  app.post(
    '/api/cases/:case/conciliation/end',
    { config: own('end-without-result'), schema: { tags, summary: 'Mettre fin sans résultat', params: CaseParams, body: nothing } },
    async (request, reply) => reply.code(201).send(await endWithoutResult(core, request.session, request.params.case)),
  );

  app.post(
    '/api/cases/:case/conciliation/attestation',
    { config: own('attest'), schema: { tags, summary: 'Attester la tentative et son issue, sans rien de ce qui s’est dit', params: CaseParams, body: nothing } },
    async (request, reply) => reply.code(201).send(await attest(core, request.session, request.params.case)),
  );

  app.get(
    '/api/cases/:case/conciliation/attestation',
    { config: { policy: { act: 'read', who: 'session', reads: ['account'] } }, schema: { tags, summary: 'L’attestation donnée, pour qui conduit la conciliation', params: CaseParams } },
    async (request) => {
      const given = await readAttestation(core, request.session, request.params.case);
      if (!given) throw new Problem('not-found');

      return given;
    },
  );

  app.post(
    '/api/cases/:case/withdrawal',
    { config: own('withdraw'), schema: { tags, summary: 'Se retirer, sans raison à donner', params: CaseParams, body: Type.Union([closed({ party: Type.Optional(id()) }), Type.Null()]) } },
    async (request, reply) => reply.code(201).send(await withdraw(core, request.session, request.params.case, request.body ?? {})),
  );
}
