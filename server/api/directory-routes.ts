import { Type } from 'typebox';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { listDepartments, listEstablishments, listTerritories } from '../people/directory.ts';
import { closed, day, id, Refusal } from './shapes.ts';

const EstablishmentsReply = closed({
  establishments: Type.Array(closed({ id: id(), name: Type.String(), type: Type.String(), department: Type.String(), region: Type.String(), localScheme: Type.String(), sharedWith: Type.Union([id(), Type.Null()]), schemeContact: Type.Union([Type.String(), Type.Null()]) })),
});
const DepartmentsReply = closed({ departments: Type.Array(closed({ code: Type.String(), name: Type.String() })) });
const TerritoriesReply = closed({
  territories: Type.Array(closed({ id: id(), code: Type.String(), name: Type.String(), opensOn: day(), regions: Type.Array(Type.String()) })),
});

const tags = ['annuaire'];
const open = { policy: { act: 'read-directory', who: 'anyone' } } as const;
const answers = { '4xx': Refusal, '5xx': Refusal };

/** Reference data that anyone needs to name a place; no name of a person is among them. */
export function directoryRoutes(app: App, core: Core): void {
  app.get('/api/directory/establishments', {
    config: open, schema: { tags, summary: 'Établissements, facultés et écoles', response: { 200: EstablishmentsReply, ...answers } },
  }, async () => ({ establishments: await listEstablishments(core) }));

  app.get('/api/directory/departments', {
    config: open, schema: { tags, summary: 'Départements', response: { 200: DepartmentsReply, ...answers } },
  }, async () => ({ departments: await listDepartments(core) }));

  app.get('/api/directory/territories', {
    config: open, schema: { tags, summary: 'Territoires de médiation et leurs régions', response: { 200: TerritoriesReply, ...answers } },
  }, async () => ({ territories: await listTerritories(core) }));
}
