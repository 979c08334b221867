import { randomUUID } from 'node:crypto';
import t from 'tap';
import type { Routed } from '../server/plugins/guard.ts';
import { walkSchemas } from '../server/plugins/schema-walk.ts';
import { testCore } from './core.ts';
import { sample, type Schema } from './sample.ts';
import { openTerritory, requestBody } from './territory.ts';

/** What someone without any standing may be answered with a success: their own things and the public directory. */
const theirOwn = /^\/api\/(me|me\/contact|me\/schemes|week|letters|call-ups\/territories|settings|sessions|session|session\/token|passphrase|keys|people|recoveries|requests|cases|offices|appointments|undertaking|office-keys\/pending|call-ups|sittings|hand-overs|searches|referral-proposals|referrals\/sent|directory\/\w+|drafts|orientation|consent-texts|openapi\.json)$/;

const isDeed = ({ method, url }: Routed) => url.startsWith('/api/') && method !== 'HEAD' && method !== 'OPTIONS';
const address = ({ url }: Routed, ids: Record<string, string>) => url.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID());

t.test('Every schema is closed and bounded', async (t) => {
  const { app } = await testCore(t);
  t.strictSame(walkSchemas(app.routed.filter(isDeed)), []);
});

t.test('Every route asks who is there, and none shows a stranger that a case exists', async (t) => {
  const house = await testCore(t);
  const { claire } = await openTerritory(house, { members: 1, nationalMembers: 0 });
  const amina = await house.person('Amina Benali');
  const filed = await amina.post('/api/requests', requestBody());
  t.equal(filed.statusCode, 201);
  const { case: real } = filed.json<{ case: string }>();
  const stranger = await house.person('Le directeur');
  const routes = house.app.routed.filter(isDeed);
  t.ok(routes.length > 50, `${routes.length} routes walked`);

  for (const route of routes) {
    const { method, policy, schema } = route;
    const name = `${method} ${route.url}`;
    const payload = schema.body ? (sample(schema.body as Schema) as Record<string, unknown>) : undefined;
    const call = (who: typeof stranger, url: string) => who.api(method as 'GET', url, payload);

    if (policy.who === 'session') t.equal((await call(house.visitor(), address(route, { case: real }))).statusCode, 401, `${name} without a session`);
    if (theirOwn.test(route.url)) continue;
    const toReal = await call(stranger, address(route, { case: real }));
    const toNothing = await call(stranger, address(route, {}));
    t.notMatch(String(toReal.statusCode), /^(2|403|5)/, `${name} gives a stranger nothing (${toReal.statusCode} ${toReal.body.slice(0, 80)})`);
    t.equal(toReal.statusCode, toNothing.statusCode, `${name} answers alike for a real case and for none`);
    t.equal(toReal.json<{ code: string }>().code, toNothing.json<{ code: string }>().code, `${name} says the same`);
  }

  t.equal((await claire.get(`/api/cases/${real}`)).statusCode, 200, 'the case was there all along');
});
