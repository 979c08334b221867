import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { projectRoot } from '../db/project-root.ts';
import { testCore, type House } from './core.ts';
import { openTerritory, valmont } from './territory.ts';

type Example = { request: string; status: number; answer: string };

/** The values that answers gave, by the words in braces that stand for them. */
type Known = Map<string, string>;

t.test('docs/api.md: every example does what it says', async (t) => {
  const house = await testCore(t);
  const { claire } = await openTerritory(house, { members: 0, nationalMembers: 0 });
  const known: Known = new Map([['valmont', valmont.id], ['claire’s address', claire.account.address], ['claire’s passphrase', claire.account.passphrase]]);
  const examples = examplesIn(readFileSync(join(projectRoot, 'docs/api.md'), 'utf8'));
  t.ok(examples.length > 15, `${examples.length} examples`);

  const filings: string[] = [];
  for (const { request, status, answer } of examples) {
    const asked = filledIn(request, known);
    const given = await send(house, asked);
    const name = asked.split('\n')[0] ?? '';
    t.equal(given.statusCode, status, `${name} ${given.statusCode === status ? '' : given.body}`);
    if (answer !== '') compare(t, name, given.json(), JSON.parse(answer), known);
    if (!asked.includes('Idempotency-Key')) continue;
    filings.push(given.body, (await send(house, asked)).body);
  }
  t.equal(filings[0], filings[1], 'the same key, the same answer');
  t.equal(filings.length, 2);
});

/** Each request of the page with the answer written below it. */
function examplesIn(page: string): Example[] {
  return [...page.matchAll(/^```http\n([^]*?)^```\s+```json (\d{3})\n([^]*?)^```/gm)].map(([, request = '', status, answer = '']) => ({ request: request.trimEnd(), status: Number(status), answer: answer.trim() }));
}

function filledIn(text: string, known: Known): string {
  return text.replaceAll(/\{([a-z][a-z’ ]*)\}/g, (whole, word: string) => known.get(word) ?? whole);
}

async function send({ app }: House, request: string) {
  const [head = '', ...body] = request.split('\n\n');
  const [line = '', ...headers] = head.split('\n');
  const [method, url] = line.split(' ');
  const isForm = head.includes('multipart/');
  const text = body.join('\n\n');

  return app.inject({
    method: method as 'GET', url: url ?? '', headers: Object.fromEntries(headers.map((header) => [header.slice(0, header.indexOf(':')).toLowerCase(), header.slice(header.indexOf(':') + 1).trim()])),
    ...(text !== '' && { payload: isForm ? `${text.replaceAll('\n', '\r\n')}\r\n` : text }),
  });
}

/** The same members and types; a word of a closed list is the same word, a list is like its first example. */
function compare(t: Test, name: string, given: unknown, written: unknown, known: Known): void {
  if (typeof written === 'string') {
    t.type(given, 'string', name);
    const [, word] = /^\{(.+)\}$/.exec(written) ?? [];
    if (word !== undefined && !known.has(word)) known.set(word, String(given));
    if (word !== undefined) t.equal(given, known.get(word), `${name} is ${written}`);
    if (/^[a-z][a-z_-]+$/.test(written)) t.equal(given, written, name);

    return;
  }
  if (Array.isArray(written)) {
    t.ok(Array.isArray(given) && given.length > 0, `${name} is a list`);

    return compare(t, `${name}[0]`, Array.isArray(given) ? given[0] : undefined, written[0], known);
  }
  if (written === null || typeof written !== 'object') return void t.equal(typeof given, typeof written, name);

  const { '…': more, ...members } = written as Record<string, unknown>;
  const names = Object.keys((given ?? {}) as object);
  if (more === undefined) t.strictSame(names.sort(), Object.keys(members).sort(), `${name} has these members`);
  for (const [member, value] of Object.entries(members)) compare(t, `${name} ${member}`, (given as Record<string, unknown> | undefined)?.[member], value, known);
}
