import t from 'tap';
import { attemptLimits, type AttemptLimits } from '../server/people/attempts.ts';
import { browser } from './browser.ts';
import { generous, testCore } from './core.ts';
import { add, documentsOf } from './documents-cast.ts';
import { answered, created } from './mediation-cast.ts';
import { openTerritory, requestBody } from './territory.ts';

const few: AttemptLimits = { ...generous, save: { account: 3, network: 4, seconds: 900 }, file: { account: 2, seconds: 86_400 }, upload: { account: 2, seconds: 86_400 }, search: { account: 2, seconds: 900 }, export: { account: 2, seconds: 3600 } };
const tooMany = { status: 429, code: 'too-many' };
const step = (word: string) => ({ purpose: 'dispute', 'account.whatHappened': `Les plannings changent la veille : ${word}.` });

t.test('A draft holds no more than could be filed, however often it is saved', async (t) => {
  const house = await testCore(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const visitor = house.visitor();
  const long = 'x'.repeat(20_000);
  const pages = (first: number) => Object.fromEntries(Array.from({ length: 10 }, (_, rank) => [`account.p${first + rank}`, long]));
  const { code } = await created(visitor.post('/api/drafts', { answers: pages(0) }));
  t.match(await answered(visitor.post('/api/drafts/saving', { code, answers: pages(10) })), { status: 413, code: 'too-large' });
  t.equal((await visitor.post('/api/drafts/saving', { code, answers: pages(0) })).statusCode, 200, 'the same fields again take no more room');
  const [row] = await house.superuser`select octet_length(sealed) as size from draft`;
  t.ok(Number(row?.['size']) < 300_000);
});

t.test('Whoever has no account saves a draft so often and no more, on a page as elsewhere', async (t) => {
  const house = await testCore(t, { change: (core) => ({ ...core, attemptLimits: few }) });
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const script = browser(house);
  await script.submit('/demande/objet', step(''));
  const statuses: number[] = [];
  for (const word of ['un', 'deux', 'trois', 'quatre']) statuses.push((await script.submit('/demande/situation', step(word))).statusCode);
  t.strictSame(statuses, [303, 303, 303, 429]);
  house.clock.pass(15);
  t.equal((await script.submit('/demande/situation', step('cinq'))).statusCode, 303);
});

t.test('Somebody signed in files, sends documents, searches and takes files away so often and no more; others are not kept from it', async (t) => {
  const house = await testCore(t, { change: (core) => ({ ...core, attemptLimits: few }) });
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const [amina, roussel] = [await house.person('Amina Benali'), await house.person('Sylvie Roussel')];
  const { case: id } = await created(amina.post('/api/requests', requestBody()));
  const deeds = {
    filing: () => amina.post('/api/requests', requestBody()),
    document: () => add(house, amina, String(id), {}),
    search: () => amina.post('/api/searches', { words: 'Benali' }),
    export: () => amina.get(`/api/cases/${String(id)}/export?format=json`),
  };
  for (const [name, deed] of Object.entries(deeds)) {
    const statuses: number[] = [];
    for (let rank = name === 'filing' ? 1 : 0; rank < 2; rank++) statuses.push((await deed()).statusCode);
    t.ok(statuses.every((status) => status < 300), name);
    t.match(await answered(deed()), tooMany, name);
  }
  t.equal((await documentsOf(amina, String(id))).length, 2);
  t.equal((await roussel.post('/api/requests', requestBody())).statusCode, 201);

  house.clock.pass(24 * 60);
  await amina.signIn();
  t.equal((await deeds.filing()).statusCode, 201);
});

t.test('As deployed, an account sends a hundred documents a day, and an address begins two hundred drafts', (t) => {
  t.strictSame(attemptLimits.upload, { account: 100, seconds: 86_400 });
  t.equal(attemptLimits.draft.network, 200);
  t.equal(attemptLimits.draft.seconds, 86_400);
  t.end();
});
