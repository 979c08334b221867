import { parse } from 'node-html-parser';
import { browser } from '../browser.ts';
import type { Client } from '../client.ts';
import type { House } from '../core.ts';

/** `isPage`: a document of the service itself, not a file one takes away. */
export type Seen = { url: string; status: number; body: string; isPage: boolean };

/** A list has an address for each order and filter: so many of them say enough. */
const queriesOfOne = 4;
const atMost = 4_000;

/** Everything somebody is answered, from these addresses on, through every link of every page, breadth first. */
export async function walk(house: House, who: Client, from: readonly string[]): Promise<Seen[]> {
  const waiting = [...new Set(from)];
  const met = new Set(waiting);
  const queries = new Map<string, number>();
  const seen: Seen[] = [];
  const look = browser(house, who.token === '' ? undefined : who).look;

  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (seen.length >= atMost) throw new Error(`more than ${atMost} addresses, at ${url}`);
    const answer = url.startsWith('/api/') ? await who.get(url) : await look(url);
    const isPage = String(answer.headers['content-type']).startsWith('text/html') && answer.headers['content-disposition'] === undefined;
    seen.push({ url, status: answer.statusCode, body: answer.body, isPage });
    for (const next of [...(isPage ? linksOf(answer.body, url) : []), ...[answer.headers.location ?? []].flat()].map(String)) {
      const [path = '', query] = next.split('?');
      const known = queries.get(path) ?? 0;
      if (met.has(next) || (query !== undefined && known >= queriesOfOne)) continue;
      met.add(next);
      queries.set(path, known + 1);
      waiting.push(next);
    }
  }

  return seen;
}

/** The addresses of the same origin that a page leads to, styles and images among them. */
function linksOf(html: string, at: string): string[] {
  const elements = parse(html).querySelectorAll('a[href],link[href],img[src],iframe[src]');

  return elements.flatMap((element) => {
    const url = new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', new URL(at, 'http://here.local'));

    return url.host === 'here.local' ? [`${url.pathname}${url.search}`] : [];
  });
}
