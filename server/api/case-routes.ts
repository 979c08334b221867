import { Type } from 'typebox';
import { docketSize, docketSorts, docketTabs } from '../../policies/docket.ts';
import { compartmentKinds, type CompartmentKind } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import type { Authenticate } from '../plugins/guard.ts';
import { acknowledge } from '../mediation/acknowledge.ts';
import { caseFacts } from '../mediation/case-facts.ts';
import { casePeople } from '../mediation/case-people.ts';
import { caseTimeline } from '../mediation/case-timeline.ts';
import { docketTitles } from '../mediation/docket-titles.ts';
import { fileRequest, type Filed } from '../mediation/file-request.ts';
import { listCases } from '../mediation/list-cases.ts';
import { possibleActs } from '../mediation/possible-acts.ts';
import { RequestBody } from '../mediation/request-body.ts';
import { reveal } from '../mediation/reveal.ts';
import { takeCharge } from '../mediation/take-charge.ts';
import { textUses, writeText } from '../mediation/write-text.ts';
import { enrolled, prepareEnrolment } from '../people/enrol.ts';
import { asRows, withTitles } from './listing-rows.ts';
import { closed, id, nothing, oneOf, text } from './shapes.ts';

const CaseParams = closed({ case: id() });
const Kind = Type.Union(compartmentKinds.map((kind) => Type.Literal(kind)));

const number = (most: number) => Type.Optional(Type.String({ pattern: `^[1-9][0-9]{0,${most - 1}}$`, maxLength: most }));
const Listing = closed({
  page: number(5), size: number(4), tab: Type.Optional(oneOf(docketTabs)), state: Type.Optional(text(40)), due: Type.Optional(oneOf(['soon', 'late'])),
  inCharge: Type.Optional(Type.Union([id(), Type.Literal('nobody')])), sort: Type.Optional(oneOf(docketSorts)), order: Type.Optional(oneOf(['ascending', 'descending'])),
  as: Type.Optional(oneOf(['objects', 'rows'])), titles: Type.Optional(oneOf(['yes'])),
});

/** Filing, reading and writing: what every case has, at every tier. */
export function caseRoutes(app: App, core: Core, authenticate: Authenticate): void {
  app.post(
    '/api/requests',
    { config: { policy: { act: 'file', who: 'anyone' } }, schema: { summary: 'File a request, or signal a situation to the local scheme; with credentials, the account is made with it', body: RequestBody } },
    async (request, reply) => {
      const { credentials, ...body } = request.body;
      reply.code(201);
      if (!credentials) {
        await authenticate(request);

        return withoutText(await fileRequest(core, { session: request.session }, body));
      }

      const enrolment = await prepareEnrolment(core, { name: body.author.name, address: credentials.address, passphrase: credentials.passphrase, isShared: credentials.shared, ip: request.ip });
      const filed = await fileRequest(core, { enrolment }, body);

      const { person, recoveryCode, token, expiresAt } = enrolled(enrolment);

      return { ...withoutText(filed), account: { person, recoveryCode, token, expiresAt: expiresAt.toISOString() } };
    },
  );

  app.get(
    '/api/cases',
    { config: { policy: { act: 'list', who: 'session' } }, schema: { summary: 'The cases that exist for you, next deadline first; `as=rows` gives each line as an array, for long lists; `titles=yes` adds what you may open of the object and the initials of the parties, 25 at most', querystring: Listing } },
    async ({ session, query: { page, size, order, as = 'objects', titles, ...query } }) => {
      const most = titles ? docketSize.usual : docketSize.most;
      const listing = await listCases(core, session, { ...query, page: Number(page ?? 1), size: Math.min(Number(size ?? docketSize.usual), most), isDescending: order === 'descending' });
      if (titles) return withTitles(listing, await docketTitles(core, session, listing.cases.map((one) => one.case)));

      return as === 'rows' ? asRows(listing) : listing;
    },
  );

  app.get(
    '/api/cases/:case',
    { config: { policy: { act: 'look', who: 'session' } }, schema: { summary: 'The facts of a case, without content', params: CaseParams } },
    (request) => caseFacts(core, request.session, request.params.case),
  );

  app.get(
    '/api/cases/:case/acts',
    { config: { policy: { act: 'look', who: 'session' } }, schema: { summary: 'What you may do in a case now, and the fact missing for the rest', params: CaseParams } },
    async (request) => ({ acts: await possibleActs(core, request.session, request.params.case) }),
  );

  app.get(
    '/api/cases/:case/timeline',
    { config: { policy: { act: 'look', who: 'session' } }, schema: { summary: 'The course of a case as far as you may know it, newest first, with its clocks and their starts', params: CaseParams } },
    (request) => caseTimeline(core, request.session, request.params.case),
  );

  app.get(
    '/api/cases/:case/people',
    { config: { policy: { act: 'look', who: 'session' } }, schema: { summary: 'The mediators of a case by name, and its parties by rank', params: CaseParams } },
    (request) => casePeople(core, request.session, request.params.case),
  );

  app.get(
    '/api/cases/:case/texts',
    { config: { policy: { act: 'read', who: 'session', reads: compartmentKinds } }, schema: { summary: 'What you may read of a case; each reading is journaled', params: CaseParams, querystring: closed({ kind: Type.Optional(Kind), subject: Type.Optional(id()) }) } },
    async (request) => ({ texts: await reveal(core, request.session, request.params.case, places(request.query)) }),
  );

  app.post(
    '/api/cases/:case/texts',
    { config: { policy: { act: 'write', who: 'session' } }, schema: { summary: 'Write into a caucus, the room, the workspace or your notes', params: CaseParams, body: closed({ kind: Kind, subject: Type.Optional(id()), as: Type.Optional(oneOf(textUses)), text: text(20_000) }) } },
    async (request, reply) => {
      const { kind, subject = null, as = 'message', text } = request.body;
      reply.code(201);

      return writeText(core, request.session, request.params.case, { kind, subject, as, text });
    },
  );

  app.post(
    '/api/cases/:case/acknowledgement',
    { config: { policy: { act: 'acknowledge', who: 'session' } }, schema: { summary: 'Acknowledge a request (8 days, D art. 6)', params: CaseParams, body: nothing } },
    (request) => acknowledge(core, request.session, request.params.case),
  );

  app.post(
    '/api/cases/:case/charge',
    { config: { policy: { act: 'take-charge', who: 'session' } }, schema: { summary: 'Take charge of a case', params: CaseParams, body: nothing } },
    (request) => takeCharge(core, request.session, request.params.case),
  );
}

function places({ kind, subject }: { kind?: CompartmentKind; subject?: string }) {
  return kind ? [{ kind, subject }] : undefined;
}

/** Whoever filed has the text: the digest is enough to know it by. */
function withoutText({ filed: _, ...told }: Filed): Omit<Filed, 'filed'> {
  return told;
}
