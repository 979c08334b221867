import t from 'tap';
import { parse } from 'node-html-parser';
import { columnsHolding, holds } from '../story/search.ts';
import { openPost, type Post } from '../server/post/post.ts';
import { sendMail } from '../server/post/send-mail.ts';
import type { Client } from './client.ts';
import { addressesOf } from './crawl/addresses.ts';
import { entitledTo } from './crawl/planted.ts';
import { openStage } from './crawl/stage.ts';
import { walk, type Seen } from './crawl/walk.ts';
import { mailConfig, mailSink } from './mail-sink.ts';
import { flawsOf } from './sound-page.ts';

/** Where somebody who leaves in a hurry is sent: it shows nothing of the service. */
const blank = '/pause';
const sink = await mailSink(t);
const post = openPost(mailConfig(`smtp://127.0.0.1:${sink.port}`)) as Post;
t.teardown(() => post.smtp.close());

const { house, cast, phrases, links, cases } = await openStage(t, (core) => ({ ...core, post }));
const walks = new Map<string, Seen[]>();
const people = Object.entries(cast);
await Promise.all([0, 1, 2, 3, 4, 5].map(async () => {
  for (let one = people.shift(); one; one = people.shift()) await follow(...one);
}));

t.test('Every address answers somebody with what it is or what it lacks, with a way to sign in, or as if there were nothing', (t) => {
  for (const [who, seen] of walks) {
    const odd = seen.filter(({ status }) => ![200, 303, 401, 404, 409, 422].includes(status)).map(({ url, status }) => `${status} ${url}`);
    t.strictSame(odd, [], `${who}: ${seen.length} addresses, ${seen.filter(({ status }) => status === 200).length} shown`);
  }
  t.end();
});

t.test('Every page is sound', (t) => {
  for (const [who, seen] of walks) {
    const flaws = pagesOf(seen).filter(({ url }) => url !== blank).flatMap(({ url, body }) => flawsOf(body).map((flaw) => `${url} ${flaw}`));
    t.strictSame(flaws, [], who);
  }
  t.end();
});

t.test('No two pages that somebody may open have the same title', (t) => {
  for (const [who, seen] of walks) {
    const paths = new Map<string, Set<string>>();
    for (const { url, body, status } of pagesOf(seen)) {
      const title = parse(body).querySelector('title')?.textContent ?? '';
      if (status === 200) paths.set(title, (paths.get(title) ?? new Set()).add(url.split('?')[0] ?? ''));
    }
    t.notOk(paths.has(''), `${who}: none without a title`);
    t.strictSame([...paths].filter(([, where]) => where.size > 1).map(([title, where]) => [title, ...where]), [], who);
  }
  t.end();
});

t.test('A page says how much one may write, and the API takes as much', (t) => {
  const said = [...walks.values()].flat().filter(({ status }) => status === 200).flatMap(({ body }) => limitsIn(body));
  const compared = new Map(said.flatMap(({ action, name, limit }) => takenBy(action, name).map((taken) => [`${action.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${name}`, [limit, taken]] as const)));
  t.ok(compared.size > 8, [...compared.keys()].join(', '));
  for (const [where, [limit, taken]] of compared) t.equal(limit, taken, where);
  t.end();
});

t.test('A planted sentence is met by exactly those whom the policy lets read it', async (t) => {
  t.ok(phrases.length > 20, `${phrases.length} sentences`);
  for (const planted of phrases) {
    const entitled = await entitledTo(house, planted);
    const readers = Object.entries(cast).filter(([, { person }]) => entitled.has(person)).map(([who]) => who);
    const met = Object.keys(cast).filter((who) => walks.get(who)?.some(({ body }) => body.includes(planted.phrase)));
    t.strictSame(met, readers, `${planted.where}: ${readers.join(', ')}`);
  }
});

t.test('and neither by the tables, nor by the log, nor by what leaves by mail', async (t) => {
  const words = phrases.map(({ phrase }) => phrase);
  t.strictSame(await columnsHolding(house.database.url('super'), words), []);
  t.ok(house.log.length > 1_000, `${house.log.length} lines of log`);
  t.notOk(words.some((word) => holds(Buffer.from(house.log.join('\n')), word)));
  t.ok((await sendMail(house.core, post)) > 5, 'mails were waiting');
  const mails = Buffer.from(sink.take().map(({ raw }) => raw).join('\n'));
  t.notOk(words.some((word) => holds(mails, word)));
});

type Schema = { properties?: Record<string, { maxLength?: number }>; anyOf?: Schema[] };

function limitsIn(html: string): { action: string; name: string; limit: number }[] {
  return html.includes('data-limit') ? parse(html).querySelectorAll('form').flatMap((form) =>
    form.querySelectorAll('textarea[data-limit]').map((text) => ({ action: form.getAttribute('action') ?? '', name: text.getAttribute('name') ?? '', limit: Number(text.getAttribute('data-limit')) }))) : [];
}

/** What the routes of the API for the same act take under the same name. */
function takenBy(action: string, name: string): number[] {
  const posts = house.app.routed.filter(({ method }) => method === 'POST');
  const act = posts.find(({ url }) => new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`).test(action))?.policy.act;
  const bodies = posts.filter(({ url, policy }) => url.startsWith('/api/') && policy.act === act).flatMap(({ schema }) => [schema.body as Schema | undefined].flatMap((body) => body?.anyOf ?? body ?? []));

  return bodies.flatMap(({ properties }) => properties?.[name]?.maxLength ?? []);
}

async function follow(name: string, who: Client): Promise<void> {
  const addresses = await addressesOf(house, who.person, { links, always: cases['talking'] ?? '' });
  walks.set(name, await walk(house, who, ['/', '/dossiers', ...addresses]));
}

/** One page of each problem is enough. */
function pagesOf(seen: readonly Seen[]): Seen[] {
  const problems = new Set<string>();

  return seen.filter(({ isPage, status, body }) => {
    if (!isPage) return false;
    const title = /<title>(.*?)<\/title>/.exec(body)?.[1] ?? '';
    const isFirst = status === 200 || !problems.has(`${status} ${title}`);
    problems.add(`${status} ${title}`);

    return isFirst;
  });
}
