import t from 'tap';
import { testCore } from './core.ts';
import { openTerritory, requestBody } from './territory.ts';

t.test('A nurse files at 3 a.m. from nothing; her mediator takes charge and reads; the secretary never reads the account', async (t) => {
  const house = await testCore(t);
  const territory = await openTerritory(house);
  const amina = house.visitor();

  const filed = await amina.post('/api/requests', { ...requestBody(), credentials: { address: 'amina@exemple.fr', passphrase: 'dix-sept infusions de nuit', shared: false } });
  t.equal(filed.statusCode, 201);
  t.match(filed.json(), { tier: 'regional', reference: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/ });
  const id = filed.json<{ case: string }>().case;

  const { claire, omar } = territory;
  t.equal((await omar.post(`/api/cases/${id}/acknowledgement`)).statusCode, 200);
  t.equal((await omar.post(`/api/cases/${id}/acknowledgement`)).statusCode, 409, 'once');
  t.equal((await claire.post(`/api/cases/${id}/charge`)).statusCode, 200);
  const texts = async (who: typeof claire, kind: string) => (await who.get(`/api/cases/${id}/texts?kind=${kind}`)).json<{ texts: { compartment: string; text: string }[] }>().texts;
  t.match(await texts(claire, 'account'), [{ compartment: 'account', text: /les plannings/ }]);
  t.strictSame(await texts(omar, 'account'), []);
  t.equal((await texts(omar, 'identity')).length, 3);

  const stranger = await house.person('Quelqu’un');
  t.equal((await stranger.get(`/api/cases/${id}`)).statusCode, 404);
});
