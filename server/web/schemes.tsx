import type { App } from '../instance.ts';
import { listDepartments } from '../people/directory.ts';
import { listSchemes } from '../people/list-schemes.ts';
import { SchemesPage, type SchemeQuery } from './pages/schemes.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

/** The public register of local schemes. */
export function schemes(app: App, site: Site): void {
  app.get<{ Querystring: Record<string, unknown> }>('/dispositifs', { config: { policy: { act: 'read-directory', who: 'anyone' } }, schema: { hide: true } }, async (request, reply) => {
    const [listed, departments, session] = await Promise.all([listSchemes(site.core), listDepartments(site.core), site.visitor(request)]);

    return show(reply, await (
      <SchemesPage visit={await site.visit(request, reply, session)} title={fr.schemes.title} address="/dispositifs" query={schemeQuery(request.query)} departments={departments} schemes={listed} />
    ));
  });
}

/** What is not understood asks nothing. */
export function schemeQuery(given: Record<string, unknown>): SchemeQuery {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 100) : '');
  const page = Number(given['page']);

  return { departement: text('departement'), nom: text('nom'), page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1 };
}
