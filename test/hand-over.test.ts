import t from 'tap';
import type { Client } from './client.ts';
import { answered, consentedCases, created, keysOf, later, notifiedCases, opened, scene, type Scene } from './mediation-cast.ts';
import { comeBack, requestBody } from './territory.ts';

const kinds = async (who: Client, id: string) => [...new Set((await opened(who, id))?.map(({ compartment }) => compartment))].sort();

/** Living holders of every open epoch that may not be one person's. */
async function fewestHolders({ house }: Scene, id: string): Promise<number> {
  const [row] = await house.superuser<[{ fewest: number }]>`
    select min((select count(distinct holder) from (select recipient_id as holder from key_grant g where g.epoch_id = e.id union select person_id from ring_key r where r.epoch_id = e.id) h))::int as fewest
    from epoch e join compartment k on k.id = e.compartment_id where e.case_id = ${id} and e.closed_at is null and k.kind not in ('notes', 'workspace')`;

  return row.fewest;
}

t.test('Claire hands cases over to her deputy', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town, amina, roussel } = now;
  const { claire, deputy: bruno, omar, nadia, yves, localDeputy, committee, offices } = town;
  now.everybody.push(yves, localDeputy, town.administrator, town.registrar);
  const path = (id: string, rest = '') => `/api/cases/${id}/hand-over${rest}`;
  const offer = (who: Client, id: string, to: Client = bruno) => who.post(path(id), { to: to.person });
  const inCharge = async (id: string) => (await omar.get(`/api/cases/${id}`)).json<{ inCharge: string }>().inCharge;
  const [main, declined, raced, lapsed] = (await notifiedCases(now, 4)) as [string, string, string, string];
  for (const kind of ['notes', 'workspace']) await created(claire.post(`/api/cases/${main}/texts`, { kind, text: `De Claire, en ${kind}.` }));
  house.clock.pass(1);

  await t.test('who may offer, and to whom', async (t) => {
    for (const one of [bruno, omar, amina, nadia, yves, ...committee]) t.match(await answered(offer(one, main)), { status: 404 });
    for (const to of [omar, amina, nadia, claire, ...committee]) t.match(await answered(offer(claire, main, to)), { status: 422, code: 'undertaking-missing' });
    t.match(await answered(bruno.post(path(main, '/acceptance'), {})), { status: 404 }, 'nothing was offered');
  });

  await t.test('until it is accepted the case stays Claire’s, and Bruno reads what she reads', async (t) => {
    t.strictSame(await kinds(bruno, main), []);
    t.equal(await keysOf(house, main, bruno.person), 0);
    await created(offer(claire, main));
    t.match(await answered(offer(claire, main)), { status: 409, code: 'acted-first' });
    t.equal(await inCharge(main), claire.person);
    t.strictSame(await kinds(bruno, main), (await kinds(claire, main)).filter((kind) => kind !== 'notes'));
    t.ok((await kinds(bruno, main)).includes('workspace'));
    t.match(await answered(bruno.post(`/api/cases/${main}/texts`, { kind: 'workspace', text: 'Trop tôt.' })), { status: 404 }, 'and does nothing in it');
    t.match((await bruno.get('/api/hand-overs')).json(), { handOvers: [{ case: main, from: claire.person, to: bruno.person }] });
    t.match((await claire.get(`/api/cases/${main}`)).json(), { handOver: { to: bruno.person }, standIn: null });
    t.match((await amina.get(`/api/cases/${main}`)).json(), { handOver: null });
    for (const one of [claire, omar, amina, yves, ...committee]) t.match(await answered(one.post(path(main, '/acceptance'), {})), { status: 404 });
  });

  await t.test('accepted: Bruno’s session opens the next epochs, Claire keeps her notes alone', async (t) => {
    t.ok((await fewestHolders(now, main)) >= 2);
    house.clock.pass(1);
    t.match(await created(bruno.post(path(main, '/acceptance'), {})), { inCharge: bruno.person });
    t.equal(await inCharge(main), bruno.person);
    t.ok((await fewestHolders(now, main)) >= 2, 'two living holders still');
    const [row] = await house.superuser`select count(*) filter (where closed_at is not null)::int as closed, count(*) filter (where closed_at is null)::int as open from epoch where case_id = ${main}`;
    t.ok(row?.closed > 0 && row?.open > 0);
    t.strictSame(await kinds(claire, main), ['notes']);
    t.strictSame(await kinds(bruno, main), ['account', 'dispatch', 'identity', 'object', 'workspace'], 'with what was written before');
    t.ok((await opened(bruno, main, 'workspace'))?.some(({ text }) => text.includes('De Claire')));
    await created(bruno.post(`/api/cases/${main}/texts`, { kind: 'workspace', text: 'De Bruno.' }));
    t.notOk((await opened(claire, main))?.some(({ text }) => text.includes('De Bruno')));
    t.match(await answered(claire.post(`/api/cases/${main}/texts`, { kind: 'workspace', text: 'Encore.' })), { status: 404 });
    t.match(await answered(bruno.post(path(main, '/acceptance'), {})), { status: 404 });
    t.match(await answered(offer(claire, main, bruno)), { status: 404 }, 'what is not hers is not hers to give');
  });

  await t.test('a row that gives it back to Claire gives her no key', async (t) => {
    await house.superuser`update case_file set in_charge = ${claire.person}, keys_due = true where id = ${main}`;
    await comeBack(house, omar);
    await comeBack(house, amina);
    t.strictSame((await kinds(claire, main)).filter((kind) => kind !== 'notes'), []);
    await house.superuser`update case_file set in_charge = ${bruno.person} where id = ${main}`;
  });

  await t.test('thirty days later, her notes are shut too', async (t) => {
    await later(now, 31);
    t.strictSame(await kinds(claire, main), []);
  });

  await t.test('declined, withdrawn or lapsed, nothing remains of it', async (t) => {
    await created(offer(claire, declined));
    t.ok((await kinds(bruno, declined)).length > 0);
    await created(bruno.post(path(declined, '/refusal'), {}));
    t.strictSame(await kinds(bruno, declined), []);
    t.equal(await keysOf(house, declined, bruno.person), 0);
    t.match(await answered(claire.post(path(declined, '/withdrawal'), {})), { status: 409, code: 'acted-first' });
    await created(offer(claire, declined));
    await created(claire.post(path(declined, '/withdrawal'), {}));
    t.equal(await keysOf(house, declined, bruno.person), 0);
    t.ok((await kinds(claire, declined)).includes('account'));

    await created(offer(claire, lapsed));
    await later(now, 8);
    t.strictSame(await kinds(bruno, lapsed), []);
    t.match(await answered(bruno.post(path(lapsed, '/acceptance'), {})), { status: 404 });
    await created(offer(claire, lapsed));
  });

  await t.test('Bruno accepts while Claire withdraws: one of them does', async (t) => {
    await created(offer(claire, raced));
    const both = await Promise.all([answered(bruno.post(path(raced, '/acceptance'), {})), answered(claire.post(path(raced, '/withdrawal'), {}))]);
    t.equal(both.filter(({ status }) => status === 201).length, 1);
    t.comment(JSON.stringify(both));
    t.ok(both.every(({ status }) => [201, 404, 409].includes(status)));
  });

  await t.test('an open invitation goes on with the case', async (t) => {
    const [given] = (await notifiedCases(now, 1)) as [string];
    await house.superuser`update case_file set state = 'consent_requested' where id = ${given}`;
    const { parties } = (await claire.get(`/api/cases/${given}`)).json<{ parties: { party: string }[] }>();
    const { link, code } = await created(claire.post(`/api/cases/${given}/invitations`, { party: parties[1]?.party, letter: 'Vous êtes invitée.' }));
    await created(offer(claire, given));
    house.clock.pass(1);
    await created(bruno.post(path(given, '/acceptance'), {}));
    await created(bruno.post(`/api/cases/${given}/texts`, { kind: 'letters', subject: parties[1]?.party, text: 'Bruno reprend ce dossier.' }));
    await created(roussel.post('/api/invitations/acceptance', { link, code }));
    t.ok((await opened(roussel, given, 'letters'))?.some(({ text }) => text.includes('Bruno reprend')));
  });

  await t.test('of a mediation under way, the new mediator has no caucus of the delegates', async (t) => {
    const [{ id, parties }] = (await consentedCases(now, 1)) as [Awaited<ReturnType<typeof consentedCases>>[number]];
    const [first] = committee as [Client];
    await created(claire.post(`/api/cases/${id}/designations`, { delegates: [first.person] }));
    await created(first.post(`/api/cases/${id}/texts`, { kind: 'caucus', subject: parties[0], text: 'Depuis la désignation, entre nous.' }));
    house.clock.pass(1);
    await created(offer(claire, id));
    await created(bruno.post(path(id, '/acceptance'), {}));
    t.notOk((await opened(bruno, id, 'caucus'))?.some(({ text }) => text.includes('entre nous')));
    t.ok((await opened(first, id, 'caucus'))?.some(({ text }) => text.includes('entre nous')));
  });

  await t.test('what a relieving would leave is counted before, and mandates that end soon are listed', async (t) => {
    const { administrator, registrar } = town;
    await later(now, 0);
    const [row] = await house.superuser<[{ id: string }]>`select id from mandate where person_id = ${claire.person} and role = 'mediator'`;
    const counts = (await administrator.get(`/api/appointments/${row.id}/relief`)).json<{ inCharge: number; leftToOne: number }>();
    t.ok(counts.inCharge > 0);
    t.strictSame((await registrar.get(`/api/appointments/${row.id}/relief`)).json(), counts);
    for (const one of [claire, bruno, omar, amina]) t.match(await answered(one.get(`/api/appointments/${row.id}/relief`)), { status: 404 });
    const ending = (who: Client) => who.get(`/api/offices/${offices.regional}/ending-mandates`);
    t.strictSame((await ending(bruno)).json(), { mandates: [] });
    await house.superuser`update mandate set valid_to = ${new Date(house.clock.now().getTime() + 20 * 86_400_000)} where id = ${row.id}`;
    t.match((await ending(bruno)).json(), { mandates: [{ person: claire.person, role: 'mediator', casesInCharge: counts.inCharge }] });
    for (const one of [omar, amina, nadia, yves]) t.match(await answered(ending(one)), { status: 404 });
  });

  await t.test('at the local tier, the conciliator and the deputy change places', async (t) => {
    const { case: id } = await created(amina.post('/api/requests', { ...requestBody(), tier: 'local' }));
    for (const one of [yves, localDeputy]) await comeBack(house, one);
    await yves.post(`/api/cases/${id as string}/charge`, {});
    house.clock.pass(1);
    await created(offer(yves, id as string, localDeputy));
    await created(localDeputy.post(path(id as string, '/acceptance'), {}));
    t.ok((await kinds(localDeputy, id as string)).includes('account'));
    t.strictSame(await kinds(yves, id as string), ['identity'], 'the second holder now');
  });
});
