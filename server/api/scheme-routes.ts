import { Type } from 'typebox';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { listSchemes } from '../people/list-schemes.ts';
import { registerScheme, registrableBy } from '../people/register-scheme.ts';
import { closed, day, id, oneOf, Refusal, text } from './shapes.ts';

const Form = oneOf(['own', 'shared', 'none']);
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Listed = closed({
  establishment: id(), name: Type.String(), department: Type.String(), form: Form, sharedWith: orNull(closed({ establishment: id(), name: Type.String() })), contact: orNull(Type.String()),
  later: Type.Array(closed({ validFrom: day(), form: Form })),
});
const Contact = closed({ function: text(200), telephone: orNull(Type.String({ pattern: '^[+0-9][0-9 .()-]{2,29}$', maxLength: 30 })), email: orNull(Type.String({ format: 'email', maxLength: 254 })) });
const Scheme = closed({ form: Form, sharedWith: orNull(id()), contact: orNull(Contact), validFrom: day() });

const tags = ['annuaire'];
const answers = { '4xx': Refusal, '5xx': Refusal };

/** The register of local schemes: public, and kept by the administration and the territories' secretaries. */
export function schemeRoutes(app: App, core: Core): void {
  app.get('/api/directory/schemes', {
    config: { policy: { act: 'read-directory', who: 'anyone' } },
    schema: { tags, summary: 'Registre des dispositifs locaux de conciliation', response: { 200: closed({ schemes: Type.Array(Listed) }), ...answers } },
  }, async () => ({ schemes: await listSchemes(core) }));

  app.get('/api/me/schemes', {
    config: { policy: { act: 'register-scheme', who: 'session' } },
    schema: { tags, summary: 'Les établissements dont on peut inscrire le dispositif', response: { 200: closed({ establishments: Type.Array(id()) }), ...answers } },
  }, async (request) => ({ establishments: [...(await registrableBy(core, request.session))] }));

  app.post('/api/establishments/:establishment/schemes', {
    config: { policy: { act: 'register-scheme', who: 'session' } },
    schema: { tags, summary: 'Inscrire le dispositif d’un établissement à partir d’un jour', params: closed({ establishment: id() }), body: Scheme, response: { 201: closed({ establishment: id(), ...Scheme.properties }), ...answers } },
  }, async (request, reply) => reply.code(201).send(await registerScheme(core, request.session, { ...request.params, ...request.body })));
}
