import { Type } from 'typebox';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { setSetting } from '../people/set-setting.ts';
import { listSettings } from '../people/settings.ts';
import { closed, day, Refusal, text } from './shapes.ts';

const Listed = closed({
  key: Type.String(), value: Type.Integer(), unit: Type.String(), mark: Type.String(), source: Type.String(), isDecided: Type.Boolean(),
  validFrom: Type.Union([day(), Type.Null()]), later: Type.Array(closed({ validFrom: day(), value: Type.Integer() })),
});
const Decided = closed({ key: text(40), value: Type.Integer({ minimum: 0, maximum: 10_000 }), validFrom: day() });

const tags = ['annuaire'];
const answers = { '4xx': Refusal, '5xx': Refusal };

/** Lengths and quorums that no text settles: public, and decided by the administrator for a day to come. */
export function settingRoutes(app: App, core: Core): void {
  app.get('/api/settings', {
    config: { policy: { act: 'read-directory', who: 'anyone' } },
    schema: { tags, summary: 'Réglages du service, avec leur marque et leur source', response: { 200: closed({ settings: Type.Array(Listed) }), ...answers } },
  }, async () => ({ settings: await listSettings(core) }));

  app.post('/api/settings', {
    config: { policy: { act: 'set-setting', who: 'session' } },
    schema: { tags, summary: 'Décider un réglage à partir d’un jour', body: Decided, response: { 201: Decided, ...answers } },
  }, async (request, reply) => reply.code(201).send(await setSetting(core, request.session, request.body)));
}
