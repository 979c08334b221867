import t from 'tap';
import { created, scene } from './mediation-cast.ts';
import type { Client } from './client.ts';
import { comeBack, requestBody } from './territory.ts';
import { tablesHolding } from './tiers.ts';

type Result = { found: { case: string; reference: string; state: string; role: string }[]; looked: number; isCapped: boolean };

t.test('A search finds what one may open already, and keeps no word', async (t) => {
  const { house, town: { claire, omar, nadia, yves, committee }, amina } = await scene(t, { members: 1 });
  const search = async (who: Client, words: string) => (await who.post('/api/searches', { words })).json<Result>();
  const body = requestBody();
  const rare = 'Zébulon Quartzfontaine';
  const filed = await created(amina.post('/api/requests', { ...body, others: [{ ...body.others[0], name: rare }] }));
  await created(amina.post('/api/requests', body));
  const [id, reference] = [filed.case as string, filed.reference as string];
  for (const one of [claire, omar]) await comeBack(house, one);

  await t.test('by reference, by day of receipt, by a name without its accents', async (t) => {
    t.match(await search(claire, reference.toLowerCase().replace('-', ' ')), { found: [{ case: id, reference, state: 'received', role: 'presiding' }], looked: 2, isCapped: false });
    t.equal((await search(claire, '2026-03-02')).found.length, 2);
    t.equal((await search(claire, '02/03/2026')).found.length, 2);
    t.equal((await search(claire, '2026-03-03')).found.length, 0);
    const { found } = await search(omar, 'quartzfontaine zebulon');
    t.match(found, [{ case: id, role: 'secretary' }]);
    t.equal(found.length, 1, 'not the case beside it');
    t.equal((await search(claire, 'Quartzfontaine Amina')).found.length, 0, 'all the words, of one person');
    t.equal((await search(claire, 'z')).found.length, 0, 'one letter is no name');
  });

  await t.test('in a list each case has its own title', async (t) => {
    const { cases } = (await claire.get('/api/cases?titles=yes')).json<{ cases: { case: string; title: { parties: string[] } }[] }>();
    t.strictSame(cases.map((one) => [one.case === id, one.title.parties.includes('Z.\u00a0Q.')]).sort(), [[false, false], [true, true]]);
  });

  await t.test('an old case by its reference and its day, a name in the latest cases only, which is said', async (t) => {
    await house.superuser`
      insert into case_file select (jsonb_populate_record(null::case_file, to_jsonb(c) || jsonb_build_object('id', gen_random_uuid(), 'received_at', c.received_at + interval '2 days',
        'reference', upper(substr(md5(n::text), 1, 4) || '-' || lpad(to_hex(n), 4, '0'))))).* from case_file c, generate_series(1, 200) n where c.id = ${id}`;
    t.match(await search(claire, reference), { found: [{ case: id }], looked: 202, isCapped: false });
    t.equal((await search(claire, '2026-03-02')).found.length, 2);
    t.match(await search(claire, rare), { found: [], looked: 200, isCapped: true });
    await house.superuser`delete from case_file where received_at > (select received_at + interval '1 day' from case_file where id = ${id})`;
  });

  await t.test('a party finds their own name, and nobody finds what is out of reach', async (t) => {
    t.match(await search(amina, 'Benali'), { found: [{ role: 'party' }, { role: 'party' }] });
    t.strictSame((await search(amina, rare)).found, [], 'who was named is not hers to open');
    for (const one of [nadia, yves, ...committee]) t.strictSame(await search(one, rare), { found: [], looked: 0, isCapped: false });
    t.strictSame((await search(nadia, reference)).found, []);
    t.equal((await house.visitor().post('/api/searches', { words: rare })).statusCode, 401);
    t.equal((await claire.post('/api/searches', { words: 'x'.repeat(81) })).statusCode, 400);
  });

  await t.test('a case whose row was tampered with has no name and no title, the others keep theirs, and it is journaled', async (t) => {
    const [broken] = await house.superuser<[{ id: string; case_id: string; sealed: Uint8Array }]>`select i.id, i.case_id, i.sealed from item i join compartment k on k.id = i.compartment_id where i.case_id <> ${id} and k.kind = 'identity' limit 1`;
    const alarms = async () => (await house.superuser<[{ count: number }]>`select count(*)::int from journal_entry where class = 4`)[0].count;
    const before = await alarms();
    await house.superuser`update item set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where id = ${broken.id}`;
    t.strictSame((await search(claire, 'Benali')).found.map((one) => one.case), [id]);
    const { cases } = (await claire.get('/api/cases?titles=yes')).json<{ cases: { case: string; title: { parties: string[] } }[] }>();
    t.strictSame(cases.find((one) => one.case === broken.case_id)?.title.parties, []);
    t.strictSame(cases.find((one) => one.case === id)?.title.parties, ['A.\u00a0B.', 'Z.\u00a0Q.']);
    t.equal((await alarms()) - before, 2);
    await house.superuser`update item set sealed = ${broken.sealed} where id = ${broken.id}`;
  });

  await t.test('one entry for a search, no reading of each file, and the words nowhere', async (t) => {
    const count = async () => (await house.superuser<[{ entries: number; readings: number }]>`select (select count(*) from journal_entry)::int as entries, (select count(*) from reading)::int as readings`)[0];
    const before = await count();
    t.match(await search(claire, 'Quartzfontaine'), { found: [{ case: id }] });
    const after = await count();
    t.equal(after.entries - before.entries, 1);
    t.equal(after.readings, before.readings);
    t.strictSame(await tablesHolding(house, ['uartzfontaine', 'uartzFontaine', 'Zébulon', 'zebulon']), []);
    t.notMatch(house.log.join('\n'), /quartzfontaine|z[ée]bulon/i);
  });
});
