import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { searchCases } from '../mediation/search-cases.ts';
import { Problem } from '../problems.ts';
import { line, readAnswers, valuesOf } from './asks.tsx';
import type { Visit } from './components/page.tsx';
import { keepsDocket } from './docket.tsx';
import type { FormBody } from './forms/form-body.ts';
import { SearchPage } from './pages/office/search.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

/** What is asked of whoever searches. */
const asks = { mots: line({ label: fr.turns.search.words, limit: 80 }) };

/** « Recherche », among the cases one reaches. The words travel in a form: an address would stay in a history. */
export function search(app: App, site: Site): void {
  const options = { config: { policy: { act: 'search', who: 'session' } }, schema: { hide: true } } as const;

  app.get('/recherche', options, async (request, reply) => show(reply, await (<SearchPage visit={await keeperAt(site, request, reply)} asks={asks} values={{}} errors={[]} />)));

  app.post<{ Body: FormBody }>('/recherche', options, async (request, reply) => {
    const visit = await keeperAt(site, request, reply);
    const values = valuesOf(request.body);
    if (!site.isFresh(request, request.body)) return show(reply, await (<SearchPage visit={{ ...visit, alert: { kind: 'error', text: fr.deeds.expired } }} asks={asks} values={values} errors={[]} />), 422);
    const { answers: { mots }, errors } = readAnswers(asks, values);
    if (errors.length > 0) return show(reply, await (<SearchPage visit={visit} asks={asks} values={values} errors={errors} />), 422);

    return show(reply, await (<SearchPage visit={visit} asks={asks} values={values} errors={[]} result={await searchCases(site.core, request.session, mots)} />));
  });
}

/** @throws Problem `not-found` for whoever keeps no docket */
async function keeperAt(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const visit = await site.desk(request, reply);
  if (!keepsDocket(visit.roles ?? [])) throw new Problem('not-found');

  return visit;
}
