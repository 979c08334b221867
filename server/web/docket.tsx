import type { FastifyReply, FastifyRequest } from 'fastify';
import { localDate } from '../../policies/charter/calendar.ts';
import { docketSorts, docketTabs } from '../../policies/docket.ts';
import { roles, states, type Role } from '../../policies/vocabulary.ts';
import { docketTitles } from '../mediation/docket-titles.ts';
import { listCases } from '../mediation/list-cases.ts';
import { listHandOvers } from '../mediation/list-hand-overs.ts';
import type { OwnRole } from '../people/own-roles.ts';
import { DocketPage, type DocketQuery } from './pages/office/docket.tsx';
import { show, zone, type Site } from './site.ts';

/** Whose list of cases is a docket. */
const keepers = ['mediator', 'deputy', 'secretary', 'conciliator'] as const satisfies readonly Role[];

export function keepsDocket(held: readonly OwnRole[]): boolean {
  return held.some(({ role }) => roles.includes(role) && (keepers as readonly Role[]).includes(role));
}

/** The docket of whoever runs cases: what exists for them, by what it waits for. Unknown words of the address ask nothing. */
export async function showDocket(site: Site, request: FastifyRequest, reply: FastifyReply) {
  const { core } = site;
  const query = readQuery(request.query as Record<string, unknown>);
  const listing = await listCases(core, request.session, {
    page: query.page, tab: query.onglet, state: query.etat, due: query.echeance, sort: query.tri,
    inCharge: query.suivi === 'moi' ? request.session.person : query.suivi, isDescending: query.sens === 'descending',
  });
  const titles = await docketTitles(core, request.session, listing.cases.map((one) => one.case));
  const offered = (await listHandOvers(core, request.session)).filter(({ to }) => to === request.session.person);
  const visit = await site.desk(request, reply);

  return show(reply, await (<DocketPage visit={visit} query={query} listing={listing} titles={titles} offered={offered} me={request.session.person} today={localDate(core.clock(), zone)} />));
}

function readQuery(given: Record<string, unknown>): DocketQuery {
  const oneOf = <const Words extends readonly string[]>(name: string, words: Words): Words[number] | undefined => words.find((word) => word === given[name]);
  const page = Number(given['page']);
  const person = String(given['suivi'] ?? '');

  return {
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    onglet: oneOf('onglet', docketTabs),
    etat: oneOf('etat', states),
    echeance: oneOf('echeance', ['soon', 'late']),
    suivi: /^(moi|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(person) ? person : undefined,
    tri: oneOf('tri', docketSorts),
    sens: oneOf('sens', ['descending']),
  };
}
