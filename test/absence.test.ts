import t from 'tap';
import { sweepGrants } from '../server/mediation/keys/sweep.ts';
import { absenceRefusal } from '../policies/absence.ts';
import type { Client } from './client.ts';
import { answered, created, keysOf, later, notifiedCases, opened, scene } from './mediation-cast.ts';
import { comeBack, requestBody } from './territory.ts';

type StandIn = { standIn: { person: string; since: string; until: string } | null };
const kinds = async (who: Client, id: string) => [...new Set((await opened(who, id))?.map(({ compartment }) => compartment))].sort();

t.test('While Claire is away, Bruno stands in for her', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town, amina } = now;
  const { claire, deputy: bruno, omar, nadia, yves, committee, offices } = town;
  now.everybody.push(yves);
  const day = (offset: number) => new Date(house.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const declare = (who: Client, given: Record<string, unknown> = {}) => who.post(`/api/offices/${offices.regional}/absences`, { deputy: bruno.person, firstDay: day(0), lastDay: day(10), ...given });
  const record = (who: Client, given: Record<string, unknown> = {}) => who.post(`/api/offices/${offices.regional}/sudden-absences`, { person: claire.person, deputy: bruno.person, lastDay: day(10), ...given });
  const end = (who: Client, absence: unknown) => who.post(`/api/absences/${absence as string}/end`, {});
  const standIn = async (who: Client, id: string) => (await who.get(`/api/cases/${id}`)).json<StandIn>().standIn;
  const [main, brunos] = (await notifiedCases(now, 2)) as [string, string];
  await created(claire.post(`/api/cases/${main}/texts`, { kind: 'workspace', text: 'Avant de partir.' }));
  await created(claire.post(`/api/cases/${main}/texts`, { kind: 'notes', text: 'Pour moi seule.' }));

  await t.test('who may say it, of whom, and for which days', async (t) => {
    for (const one of [omar, amina, nadia, yves, ...committee]) t.match(await answered(declare(one)), { status: 404 });
    for (const deputy of [omar, amina, nadia, claire]) t.match(await answered(declare(claire, { deputy: deputy.person })), { status: 422, code: 'mandate-missing' });
    t.match(await answered(declare(claire, { lastDay: day(-1) })), { status: 400, code: 'invalid-body' });
    t.match(await answered(declare(claire, { lastDay: day(200) })), { status: 400, code: 'invalid-body' });
    for (const one of [claire, amina, nadia, yves, ...committee]) t.match(await answered(record(one)), { status: 404 });
    t.match(await answered(record(bruno)), { status: 422, code: 'own-stand-in' }, 'nobody names themselves while the secretary could');
    t.equal(absenceRefusal('sudden', { actor: 'b', absent: 'a', deputy: 'b', members: [{ person: 'a', role: 'conciliator' }, { person: 'b', role: 'deputy' }] }), undefined, 'unless nobody else is there');
    t.match(await answered(bruno.get(`/api/offices/${offices.regional}/absences`)), { status: 200 });
    t.match(await answered(yves.get(`/api/offices/${offices.regional}/absences`)), { status: 404 });
    t.equal(await keysOf(house, main, bruno.person), 0);
  });

  const { absence } = await created(declare(claire));

  await t.test('from the first day he reads and does what she would, and the parties see it', async (t) => {
    t.strictSame(await kinds(bruno, main), (await kinds(claire, main)).filter((kind) => kind !== 'notes'));
    t.ok((await kinds(bruno, main)).includes('workspace'), 'her session handed the keys on');
    await created(bruno.post(`/api/cases/${main}/texts`, { kind: 'workspace', text: 'De Bruno, à sa place.' }));
    await created(bruno.post(`/api/cases/${main}/object`, { text: 'L’objet, revu par Bruno.' }));
    t.ok((await opened(claire, main, 'workspace'))?.some(({ text }) => text.includes('à sa place')), 'it stays hers');
    for (const who of [amina, claire, bruno, omar]) t.match(await standIn(who, main), { person: bruno.person, until: /T2[23]:00:00/ });
    const readings = await house.superuser<{ role: string }[]>`select distinct role from reading where case_id = ${main} and person = ${bruno.person}`;
    t.strictSame(readings.map(({ role }) => role).sort(), ['stand-in'], 'readings say in which place');
    const { lines } = (await claire.get(`/api/cases/${main}/history?what=reading&person=${bruno.person}`)).json<{ lines: { role: string }[] }>();
    t.match(lines[0], { role: 'stand-in' }, 'and she sees them');
    const notices = async (who: Client) => (await who.get(`/api/cases/${main}/notices`)).json<{ notices: unknown[] }>().notices;
    t.strictSame(await notices(bruno), await notices(claire), 'what left, and what is held');
    t.match(await answered(bruno.get(`/api/cases/${main}/paper-entries`)), { status: 200 });
    t.equal((await opened(committee[0] as Client, main)), undefined);
  });

  await t.test('what is in person stays Claire’s, and she takes nothing more meanwhile', async (t) => {
    t.match(await answered(bruno.post(`/api/cases/${main}/hand-over`, { to: bruno.person })), { status: 404 });
    t.match(await answered(declare(claire)), { status: 409, code: 'acted-first' });
    const fresh = (await created(amina.post('/api/requests', requestBody()))).case as string;
    t.match(await answered(claire.post(`/api/cases/${fresh}/charge`, {})), { status: 422, code: 'absence-running' });
    t.match(await answered(bruno.post(`/api/cases/${fresh}/charge`, {})), { status: 200 });
  });

  await t.test('at the end of the last day he reads nothing; the sweep takes the keys, and Claire opens the next', async (t) => {
    await later(now, 9);
    t.ok((await kinds(bruno, main)).length > 0, 'the last days');
    await later(now, 2);
    t.strictSame(await kinds(bruno, main), []);
    t.equal(await standIn(amina, main), null);
    await sweepGrants(house.core);
    t.equal(await keysOf(house, main, bruno.person), 0);
    await comeBack(house, claire);
    await created(claire.post(`/api/cases/${main}/texts`, { kind: 'workspace', text: 'Claire est revenue.' }));
    t.match(await answered(bruno.post(`/api/cases/${main}/texts`, { kind: 'workspace', text: 'Encore.' })), { status: 404 });
    t.match(await answered(end(claire, absence)), { status: 409, code: 'acted-first' });
  });

  await t.test('a row that prolongs it gives him no key', async (t) => {
    await house.superuser`update absence set until_at = until_at + interval '60 days', swept_at = null`;
    for (const one of [claire, amina, omar]) await comeBack(house, one);
    t.strictSame(await kinds(bruno, main), []);
    t.equal(await keysOf(house, main, bruno.person), 0);
    await house.superuser`update absence set until_at = until_at - interval '60 days'`;
  });

  await t.test('one that begins later gives nothing before its first day; then whoever holds a key hands it on', async (t) => {
    const made = await created(declare(claire, { firstDay: day(3), lastDay: day(20) }));
    t.strictSame(await kinds(bruno, main), []);
    t.equal(await keysOf(house, main, bruno.person), 0);
    house.clock.pass(4 * 24 * 60);
    await bruno.signIn();
    t.strictSame(await kinds(bruno, main), [], 'keys wait for a holder');
    await comeBack(house, omar);
    t.strictSame(await kinds(bruno, main), ['dispatch', 'identity']);
    await comeBack(house, amina);
    t.ok((await kinds(bruno, main)).includes('account'));
    await claire.signIn();
    await Promise.all([end(claire, made.absence), end(bruno, made.absence)]).then((both) => t.strictSame(both.map(({ statusCode }) => statusCode).sort(), [200, 409], 'both end it at once'));
    t.strictSame(await kinds(bruno, main), []);
    t.equal(await keysOf(house, main, bruno.person), 0);
  });

  await t.test('a sudden absence, recorded by the secretary; not for a case he is to sit on', async (t) => {
    await later(now, 1);
    await house.superuser`insert into seat (id, case_id, person_id, act_id, convened_at) values (gen_random_uuid(), ${brunos}, ${bruno.person}, gen_random_uuid(), ${house.clock.now()})`;
    const made = await created(record(omar));
    t.match(made, { cases: 2 });
    t.strictSame(await kinds(bruno, main), ['dispatch', 'identity'], 'what the secretary holds');
    for (const one of [claire, amina]) await comeBack(house, one);
    t.ok((await kinds(bruno, main)).includes('workspace'));
    t.strictSame(await kinds(bruno, brunos), []);
    t.match((await omar.get(`/api/offices/${offices.regional}/absences`)).json(), { absences: [{ person: claire.person, standIn: bruno.person, kind: 'sudden' }] });
    for (const one of [amina, nadia, yves]) t.match(await answered(end(one, made.absence)), { status: 404 });
    t.match(await answered(end(claire, made.absence)), { status: 200 });
    t.strictSame(await kinds(bruno, main), []);
    t.ok((await kinds(claire, main)).includes('workspace'));
  });
});
