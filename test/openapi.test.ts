import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { projectRoot } from '../db/project-root.ts';
import { describeApi } from '../server/openapi-document.ts';

t.test('the committed description of the API is that of its routes', async (t) => {
  const committed = readFileSync(join(projectRoot, 'openapi.json'), 'utf8');
  t.equal(await describeApi(), committed, 'after a change of routes: node dist/server/api/write-openapi.js');
  t.match(JSON.parse(committed), { openapi: '3.1.0', info: { title: 'Entente' } });
});
