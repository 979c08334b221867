import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { casePeople, type CasePeople } from '../mediation/case-people.ts';
import { reveal } from '../mediation/reveal.ts';
import { writeText } from '../mediation/write-text.ts';
import { problems } from '../problem-codes.ts';
import { Problem } from '../problems.ts';
import { aboutCase, caseHref, isOneOf } from './about.ts';
import { readAnswers, valuesOf } from './asks.tsx';
import type { FieldError, Values } from './components/field.tsx';
import { ownParties, partyIn, readParties } from './deeds/own-party.ts';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { messageAsks, PartyExchanges, type Exchange } from './pages/party/exchanges.tsx';
import { partyPlaces } from './pages/party/tabs.ts';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

type CaseRequest = FastifyRequest<{ Params: { case: string } }>;
type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number };

/** Who has left is told no more who is who. */
const nobody: CasePeople = { officials: [], parties: [] };

const said: Record<Exchange, string> = { private: 'message-prive', shared: 'message-commun' };

/** A party's two exchanges, on two pages: what is written on one never goes to the readers of the other (web 5). */
export function exchanges(app: App, site: Site): void {
  for (const [exchange, below] of [['private', partyPlaces.exchanges], ['shared', partyPlaces.shared]] as const) {
    const options = { config: { policy: { act: 'write', who: 'session', reads: exchange === 'private' ? ['caucus', 'letters'] : ['room'] } }, schema: { hide: true } } as const;
    app.get<{ Params: { case: string } }>(caseHref(':case', below), options, async (request, reply) => showExchange(site, exchange, request, reply));
    app.post<{ Params: { case: string }; Body: FormBody }>(caseHref(':case', below), options, async (request, reply) => send(site, exchange, request, reply));
  }
}

/** @throws Problem `not-found` for whoever is no party, and for an exchange that is not open */
async function aboutExchange(site: Site, exchange: Exchange, request: CaseRequest) {
  const about = await aboutCase(site.core, request.session, request.params.case);
  const isOpen = exchange === 'private' || about.facts.readable.some(({ kind }) => kind === 'room');
  // Who has left reads their private exchange again, and writes no more.
  const isTheirs = isOneOf(about, 'party') || (exchange === 'private' && isOneOf(about, 'former-party'));
  if (!isTheirs || !isOpen) throw new Problem('not-found');

  return about;
}

async function showExchange(site: Site, exchange: Exchange, request: CaseRequest, reply: FastifyReply, { values = {}, errors = [], refused, status = 200 }: Shown = {}) {
  const about = await aboutExchange(site, exchange, request);
  const { core, session, caseId } = about;
  const places = exchange === 'shared' ? [{ kind: 'room' as const }] : readParties(about).flatMap((subject) => [{ kind: 'caucus' as const, subject }, { kind: 'letters' as const, subject }]);
  const [texts, people, visit] = await Promise.all([reveal(core, session, caseId, places), isOneOf(about, 'party') ? casePeople(core, session, caseId) : nobody, site.desk(request, reply)]);
  const told = refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit;

  return show(reply, await (<PartyExchanges visit={told} about={about} exchange={exchange} texts={texts} people={people} values={values} errors={errors} />), status);
}

async function send(site: Site, exchange: Exchange, request: FastifyRequest<{ Params: { case: string }; Body: FormBody }>, reply: FastifyReply) {
  const values = valuesOf(request.body);
  if (!site.isFresh(request, request.body)) return showExchange(site, exchange, request, reply, { values, refused: fr.deeds.expired, status: 422 });
  const about = await aboutExchange(site, exchange, request);
  const { answers, errors } = readAnswers(messageAsks(about, exchange), values);
  if (errors.length > 0) return showExchange(site, exchange, request, reply, { values, errors, status: 422 });

  try {
    await site.useOnce(request.body);
    const subject = exchange === 'shared' ? null : (partyIn(answers).party ?? ownParties(about)[0] ?? null);
    await writeText(about.core, about.session, about.caseId, { kind: exchange === 'shared' ? 'room' : 'caucus', subject, as: 'message', text: answers.text });
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status >= 500 || error.code === 'signed-out') throw error;
    const { title, detail } = problems[error.code];

    return showExchange(site, exchange, request, reply, { values, refused: `${title}. ${detail}`, status: error.status });
  }
  leaveFlash(reply, site.config, { said: said[exchange], at: site.core.clock() });

  return reply.redirect(caseHref(about.caseId, exchange === 'shared' ? partyPlaces.shared : partyPlaces.exchanges), 303);
}
