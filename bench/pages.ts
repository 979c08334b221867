import { load, send, type Call } from './load.ts';

type Ends = { url: string; floorUrl: string; caseId: string; readers: Readonly<Record<string, Record<string, string>>> };

/** Every page of a case that its tabs and links lead to, for each reader: the heaviest and the slowest, beside a bare reading. */
export async function comparePages({ url, floorUrl, caseId, readers }: Ends): Promise<string[][]> {
  const low = await load(1, () => ({ method: 'GET', url: `${floorUrl}/open` }), { seconds: 2 });
  const measured: { name: string; median: number; bytes: number }[] = [];
  for (const [who, headers] of Object.entries(readers)) {
    const call = (path: string): Call => ({ method: 'GET', url: `${url}${path}`, headers: { cookie: `entente=${headers['entente-session'] ?? ''}` } });
    for (const [path, bytes] of await pagesFrom(`/dossiers/${caseId}`, call)) {
      const { median } = await load(1, () => call(path), { seconds: 2, most: 10 });
      measured.push({ name: `${who}, ${path.replace(`/dossiers/${caseId}`, '') || 'first page'}`, median, bytes });
    }
  }
  const line = (what: string, { name, median, bytes }: (typeof measured)[number]) => [`${what} of ${measured.length} pages (${name})`, median.toFixed(1), low.median.toFixed(1), (median / low.median).toFixed(1), (bytes / 1_000).toFixed(0)];
  const most = (by: 'median' | 'bytes') => measured.reduce((one, other) => (other[by] > one[by] ? other : one));

  return [['page', 'median ms', 'floor ms', 'ratio', 'kB'], line('heaviest', most('bytes')), line('slowest', most('median'))];
}

/** Follows links under a case from its first page: each page found, with its weight. */
async function pagesFrom(first: string, call: (path: string) => Call): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const left = [first];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (found.has(path)) continue;
    const { status, text } = await send(call(path));
    if (status !== 200) throw new Error(`${path.replace(first, '')} answered ${status}`);
    found.set(path, Buffer.byteLength(text));
    left.push(...[...text.matchAll(/href="(\/dossiers\/[^"#?]+)/g)].map(([, href = '']) => href).filter((href) => href.startsWith(first)));
  }

  return found;
}
