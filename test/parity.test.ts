import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import t from 'tap';
import { projectRoot } from '../db/project-root.ts';
import { redirectReasons } from '../policies/charter/reasons.ts';
import { testCore } from './core.ts';
import { consentedCases, later, notifiedCases, scene } from './mediation-cast.ts';
import { comeBack, valmont } from './territory.ts';

/** Acts of pages that have no route of their own in the API, and why. */
const withoutRoute: Readonly<Record<string, string>> = {
  health: 'for the machine that watches, not for a person',
  'enter-consent': 'one route for both answers on paper, `/paper-answers`',
  'enter-refusal': 'the same',
  agree: 'at the local tier, the same route and the same deed as `consent`',
};

/** What is no deed: looking, reading, a fixed asset. What pages look at is held by the functions they call. */
const noDeed = ['look', 'read', 'asset'];

/** Functions that pages call and the API does not, and why. */
const withoutCall: Readonly<Record<string, string>> = {
  answersLeft: 'follows from the answer already given, in `/people`; the API refuses the others',
  isPeer: 'follows from the roles in `/colleagues`',
  scanOf: 'recognises an uploaded file; the API is told its type',
  exportCase: 'the route sends the file that the page sends, by `sendExport`',
  readDraft: 'for a code that a browser holds; the API is given it as it is printed',
};

t.test('Whatever a page does, the API does under the same act', async (t) => {
  const { app } = await testCore(t);
  const acts = (isApi: boolean) => new Set(app.routed.filter(({ url }) => url.startsWith('/api/') === isApi).map(({ policy }) => policy.act));
  const [api, web] = [acts(true), [...acts(false)].filter((act) => !noDeed.includes(act))];
  t.ok(web.length > 30, `${web.length} acts of pages`);

  t.strictSame(web.filter((act) => !api.has(act) && !(act in withoutRoute)), [], 'every one is in the API');
  t.strictSame(Object.keys(withoutRoute).filter((act) => api.has(act) || !web.includes(act)), [], 'no exception is kept for nothing');
});

t.test('Whatever a page reads, the API gives by the same function', async (t) => {
  const [api, web] = await Promise.all(['server/api', 'server/web'].map(functionsCalledFrom)) as [Called, Called];
  t.ok(web.size > 100, `${web.size} functions called by pages`);
  const missing = [...web].filter(([called]) => !api.has(called));

  t.strictSame(missing.filter(([, name]) => !(name in withoutCall)).map(([called]) => called), [], 'every one is called by a route of the API');
  t.strictSame(Object.keys(withoutCall).filter((name) => !missing.some(([, lacking]) => lacking === name)), [], 'no exception is kept for nothing');
});

t.test('Those who run cases read from the API what their pages show', async (t) => {
  const now = await scene(t, { members: 3 });
  const { town: { claire, omar, nadia, administrator, offices, committee }, amina } = now;
  const [id = ''] = await notifiedCases(now, 1);
  const consented = (await consentedCases(now, 1))[0]?.id ?? '';
  const read = async (who: typeof claire, url: string) => (await who.get(url)).json<Read>();
  const status = async (who: typeof claire, url: string) => (await who.get(url)).statusCode;

  const week = await read(claire, '/api/week');
  t.match(week, { from: '2026-03-09', today: '2026-03-10' });
  t.match(week.waiting.find((one) => one.case === id), { state: 'notified', as: 'in-charge' });
  t.match(await read(claire, '/api/week?day=2026-03-08'), { from: '2026-03-02', today: '2026-03-10' }, 'the week of any day');
  t.strictSame((await read(amina, '/api/week')).waiting, [], 'nobody else’s cases');
  t.equal(await status(claire, '/api/week?day=hier'), 400);

  const course = await read(claire, `/api/cases/${consented}/course`);
  t.match(course, { isObjectAgreed: true, parties: [{ ordinal: 1, answer: { given: 'consent' } }, {}, {}], people: [{ name: 'Claire Morel' }] });
  t.equal(await status(amina, `/api/cases/${consented}/course`), 404, 'a party does not read how the others answered');
  t.match(await read(claire, `/api/cases/${id}/history?what=act&person=${claire.person}`), { page: 1, lines: [{ what: 'act', name: 'Claire Morel' }] });
  t.equal(await status(omar, `/api/cases/${id}/history`), 404);
  const { colleagues } = await read(claire, `/api/cases/${id}/colleagues`);
  t.match(committee.map(({ person }) => colleagues.find((one) => one.person === person)), committee.map(({ account }) => ({ name: account.name, roles: ['member'], running: 0 })));

  const { letters } = await read(omar, `/api/cases/${id}/notices-to-send`);
  t.ok(letters.length > 0 && letters.every(({ letter }) => letter.includes('demande')), 'the letters word for word');
  t.equal(await status(amina, `/api/cases/${id}/notices-to-send`), 404, 'for those who run the case alone');
  t.equal((await claire.get(`/api/cases/${id}/copies-to-send`)).json<{ code: string }>().code, 'signatures-missing');
  t.equal((await read(claire, '/api/letters')).redirections.length, redirectReasons.length);

  await later(now, 1);
  await claire.post(`/api/cases/${id}/convocation`, { members: committee.map(({ person }) => person), card: 'Un CHU.' });
  t.match(await read(omar, `/api/offices/${offices.regional}/convened-cases`), { cases: [] });
  t.equal(await status(nadia, `/api/offices/${offices.regional}/convened-cases`), 404, 'the office of others');

  await comeBack(now.house, administrator);
  t.equal((await administrator.post('/api/accounts/search', { address: amina.account.address })).json<{ person: string }>().person, amina.person);
  t.equal((await claire.post('/api/accounts/search', { address: amina.account.address })).statusCode, 404, 'only for whoever appoints');
  t.match(await read(claire, '/api/me'), { roles: [{ office: offices.regional, tier: 'regional', role: 'mediator' }] });
  t.match(await read(claire, '/api/offices'), { offices: [{ id: offices.regional, place: 'Auvergne-Rhône-Alpes' }] });
  t.ok((await read(omar, '/api/me/schemes')).establishments.includes(valmont.id));
  t.strictSame(await read(amina, '/api/me/schemes'), { establishments: [] });
  t.match(await read(nadia, '/api/call-ups/territories'), { territories: [{ name: 'Auvergne-Rhône-Alpes' }] });
  t.match(await read(claire, '/api/consent-texts'), { texts: [{ version: 'mediation-1', tiers: ['regional', 'national'] }, { version: 'conciliation-1', tiers: ['local'] }] });
});

type Read = { waiting: { case: string }[]; colleagues: { person: string }[]; letters: { letter: string }[]; redirections: unknown[]; establishments: string[] };

/** By file and name. */
type Called = ReadonlyMap<string, string>;

/** What a skin imports from below, types and closed lists aside: from every folder of the service but those of machinery. */
async function functionsCalledFrom(folder: string): Promise<Called> {
  const called = new Map<string, string>();
  for (const { target, name } of importedBy(folder)) {
    const module = (await import(`../${target.replace(/\.tsx?$/, '.js')}`)) as Record<string, unknown>;
    if (typeof module[name] === 'function') called.set(`${target} ${name}`, name);
  }

  return called;
}

function* importedBy(folder: string): Generator<{ target: string; name: string }> {
  for (const entry of readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    for (const [, names = '', from = ''] of readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/^import \{([^}]+)\} from '(\.[^']+)'/gm)) {
      const target = relative(projectRoot, join(entry.parentPath, from));
      if (!/^server\/(?!api|web|plugins|vault)[^/]+\//.test(target)) continue;
      for (const name of names.split(',').map((one) => one.trim().replace(/ as .*/, ''))) if (name !== '' && !name.startsWith('type ')) yield { target, name };
    }
  }
}
