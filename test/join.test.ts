import t from 'tap';
import { establishments } from '../db/seed/directory.ts';
import { answered, created, keysOf, later, notifiedCases, opened, scene } from './mediation-cast.ts';
import { comeBack, requestBody } from './territory.ts';
import { tablesHolding } from './tiers.ts';

type Facts = { state: string; outcome: string | null; receivedAt: string; parties: { party: string; ordinal: number; isRepresented: boolean }[]; deadlines: { rule: string; dueOn: string }[]; joinings: { kept: string; joined: string; receivedAt: string }[] };

t.test('Amina asks about Mme Roussel, Mme Roussel about Amina: Claire joins the two requests', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town, amina, roussel } = now;
  const { claire, deputy, omar, nadia, yves, committee } = town;
  const elsewhere = establishments.find(({ name }) => name === 'CHU de Tolvenne')?.id ?? '';
  const lea = await town.appoint('Léa Chambon', town.offices.regional, 'member', { certified: true, establishment: elsewhere });
  now.everybody.push(yves, lea);
  const facts = async (id: string, who = claire) => (await who.get(`/api/cases/${id}`)).json<Facts>();
  const body = requestBody();
  const hers = {
    ...body, author: { ...body.author, name: 'Sylvie Roussel', function: 'Cadre de santé', profession: 'health-manager' },
    others: [{ name: 'Amina Benali', function: 'Infirmière de nuit', profession: 'nurse', establishment: body.author.establishment, relation: 'agent-hierarchy' }],
    account: { ...body.account, whatHappened: 'Les plannings sont refusés chaque semaine, pangolin lilas.' },
  };
  const second = (await created(roussel.post('/api/requests', hers))).case as string;
  const [first] = (await notifiedCases(now, 1)) as [string];
  await claire.post(`/api/cases/${second}/charge`, {});
  const [before, theirs] = [await facts(first), await facts(second)];
  const same = [{ theirs: theirs.parties[0]?.party, here: before.parties[1]?.party }, { theirs: theirs.parties[1]?.party, here: before.parties[0]?.party }];
  const join = (who = claire, given: Record<string, unknown> = { other: second, same }) => who.post(`/api/cases/${first}/joinings`, given);

  await t.test('who may not, and what is missing', async (t) => {
    for (const one of [amina, roussel, deputy, omar, nadia, yves, ...committee]) t.match(await answered(join(one)), { status: 404 });
    t.match(await answered(join()), { status: 422, code: 'notices-missing' }, 'one was notified, the other was not');
    await omar.post(`/api/cases/${second}/acknowledgement`, {});
    await omar.post(`/api/cases/${second}/notices`, { vacantSought: true });
    t.match(await answered(join(claire, { other: first })), { status: 400, code: 'invalid-body' });
    t.match(await answered(join(claire, { other: second, same: [{ theirs: theirs.parties[0]?.party, here: before.parties[0]?.party }] })), { status: 400, code: 'invalid-body' }, 'two people who each have an account are not one');
    t.equal((await facts(second)).state, 'notified');
  });

  const [{ sent }] = await house.superuser<[{ sent: number }]>`select count(*)::int as sent from notice`;
  const told = (await opened(roussel, second, 'account'))?.length ?? 0;
  t.equal(await opened(roussel, first), undefined);

  await created(join());

  await t.test('the second ends as joined; the first has its parties, its deadlines and nothing sent twice', async (t) => {
    const [one, other] = [await facts(first), await facts(second)];
    t.match(other, { state: 'redirected', outcome: 'joined' });
    t.match(one.joinings, [{ kept: first, joined: second, receivedAt: theirs.receivedAt }]);
    t.strictSame(one.deadlines, before.deadlines);
    t.equal(one.parties.length, before.parties.length, 'both were named already');
    t.match(one.parties, [{ isRepresented: true }, { isRepresented: true }, { isRepresented: false }]);
    const [row] = await house.superuser<[{ sent: number }]>`select count(*)::int as sent from notice`;
    t.equal(row.sent, sent);
    const { letters } = (await omar.get('/api/week')).json<{ letters: { case: string; dueOn: string | null }[] }>();
    t.match(letters.find((one) => one.case === second), { subject: 'request', dueOn: String }, 'what was drawn up for the second has still to leave');
  });

  await t.test('Mme Roussel is a party: her identity was copied, the object is hers to read, her account did not travel', async (t) => {
    const read = await opened(roussel, first);
    t.strictSame([...new Set(read?.map(({ compartment }) => compartment))].sort(), ['identity', 'object']);
    t.ok(read?.some(({ text }) => text.includes('Sylvie Roussel')));
    t.notOk((await opened(claire, first, 'account'))?.some(({ text }) => text.includes('pangolin')));
    t.notOk((await opened(amina, first))?.some(({ text }) => text.includes('pangolin')));
    t.ok((await opened(roussel, second, 'account'))?.some(({ text }) => text.includes('pangolin')), 'she still reads her own request');
    t.equal(await keysOf(house, second, amina.person), 0);
  });

  await t.test('she brings her account herself, once', async (t) => {
    t.ok(told > 0);
    const item = (await roussel.get(`/api/cases/${second}/texts?kind=account`)).json<{ texts: { id: string; text: string }[] }>().texts.find(({ text }) => text.includes('pangolin'))?.id;
    t.match(await answered(amina.post(`/api/cases/${first}/carried-texts`, { item })), { status: 404 }, 'nobody brings another’s');
    t.match((await roussel.get(`/api/cases/${first}/carriable-texts`)).json(), { texts: [{ item }] }, 'it is offered to her');
    t.match(await answered(amina.get(`/api/cases/${first}/carriable-texts`)), { status: 404 }, 'nothing of hers was joined');
    await created(roussel.post(`/api/cases/${first}/carried-texts`, { item }));
    t.match(await answered(roussel.post(`/api/cases/${first}/carried-texts`, { item })), { status: 409, code: 'acted-first' });
    t.ok((await opened(claire, first, 'account'))?.some(({ text }) => text.includes('pangolin')));
    t.notOk((await opened(amina, first))?.some(({ text }) => text.includes('pangolin')));
    t.strictSame(await tablesHolding(house, ['pangolin']), []);
  });

  await t.test('a party that was not named yet enters with nobody standing for it, and a joined case is joined no more', async (t) => {
    t.match(await answered(join()), { status: 409, code: 'wrong-state' });
    const third = (await created(amina.post('/api/requests', { ...body, others: [{ ...body.others[0], name: 'Jean Valade' }] }))).case as string;
    await later(now, 4);
    await claire.post(`/api/cases/${third}/charge`, {});
    await omar.post(`/api/cases/${third}/acknowledgement`, {});
    await omar.post(`/api/cases/${third}/notices`, { vacantSought: true });
    await created(join(claire, { other: third }));
    const { parties } = await facts(first);
    t.match(parties.at(-1), { ordinal: 4, isRepresented: false });
    await comeBack(house, omar);
    t.ok((await opened(omar, first, 'identity'))?.some(({ text }) => text.includes('Jean Valade')), 'the secretary holds it too');
  });

  await t.test('a case is not joined to one that a colleague of its party examines', async (t) => {
    const [examined] = (await notifiedCases(now, 1)) as [string];
    await created(claire.post(`/api/cases/${examined}/convocation`, { members: [...committee, lea].map(({ person }) => person), text: 'Un service de soins, deux métiers.' }));
    const [there, here] = [
      (await created(amina.post('/api/requests', { ...body, others: [{ ...body.others[0], name: 'Noé Sabatier', establishment: elsewhere }] }))).case as string,
      (await created(amina.post('/api/requests', { ...body, others: [{ ...body.others[0], name: 'Zoé Amblard' }] }))).case as string,
    ];
    await later(now, 4);
    for (const id of [there, here]) {
      await omar.post(`/api/cases/${id}/acknowledgement`, {});
      await claire.post(`/api/cases/${id}/charge`, {});
      await omar.post(`/api/cases/${id}/notices`, { vacantSought: true });
    }
    const joined = (other: string) => answered(claire.post(`/api/cases/${examined}/joinings`, { other }));
    t.match(await joined(there), { status: 422, code: 'conflict-declared' });
    t.match(await joined(here), { status: 201 });
  });

  await t.test('two requests, each joined to the other at once: one is done, the other is told', async (t) => {
    const [one, other] = [(await created(amina.post('/api/requests', body))).case as string, (await created(amina.post('/api/requests', body))).case as string];
    await comeBack(house, claire);
    for (const id of [one, other]) await claire.post(`/api/cases/${id}/charge`, {});
    const both = await Promise.all([answered(claire.post(`/api/cases/${one}/joinings`, { other })), answered(claire.post(`/api/cases/${other}/joinings`, { other: one }))]);
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
    t.strictSame([(await facts(one)).state, (await facts(other)).state].sort(), ['received', 'redirected']);
  });
});
