import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { projectRoot } from '../../db/project-root.ts';

export type AssetName = 'patterns.css' | 'entente.css' | 'entente.svg' | 'autosave.js' | 'count.js' | 'quick-leave.js';

type Asset = { type: string; identity: Buffer; br: Buffer; gzip: Buffer };

const aYear = 31_536_000;
const assets: ReadonlyMap<string, Asset> = new Map<AssetName, Asset>([
  ['patterns.css', asset('text/css; charset=utf-8', withoutBorrowedIdentity(read('node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css')))],
  ['entente.css', asset('text/css; charset=utf-8', read('server/web/assets/entente.css'))],
  ['entente.svg', asset('image/svg+xml', read('server/web/assets/entente.svg'))],
  ['autosave.js', asset('text/javascript; charset=utf-8', read('server/web/assets/autosave.js'))],
  ['count.js', asset('text/javascript; charset=utf-8', read('server/web/assets/count.js'))],
  ['quick-leave.js', asset('text/javascript; charset=utf-8', read('server/web/assets/quick-leave.js'))],
]);
const version = versionOf([...assets.values()]);

/** The address of an asset; it changes whenever any asset does. */
export function assetPath(name: AssetName): string {
  return `/assets/${version}/${name}`;
}

/**
 * Serves the assets of the list above and nothing else, compressed beforehand. During a rolling update a page of the other
 * version may ask for its own: it gets ours, uncached. `config` carries the route's policy.
 */
export function serveAssets(app: FastifyInstance, config: FastifyContextConfig = {}): void {
  app.get<{ Params: { version: string; name: string } }>('/assets/:version/:name', { config }, (request, reply) => {
    const found = assets.get(request.params.name);
    if (!found) return reply.callNotFound();

    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const isCurrent = request.params.version === version;
    if (encoding !== 'identity') reply.header('content-encoding', encoding);

    return reply
      .header('content-type', found.type)
      .header('vary', 'accept-encoding')
      .header('cache-control', isCurrent ? `public, max-age=${aYear}, immutable` : 'no-cache')
      .send(found[encoding]);
  });
}

/** The patterns without what is reserved to another State's site: its typeface and its crest. */
function withoutBorrowedIdentity(css: string): string {
  return css
    .replaceAll(/\/\*![^]*?\*\//g, '')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'var(--entente-font)')
    .replaceAll(/url\(\/assets\/[^)]*\)/g, 'none');
}

function asset(type: string, text: string): Asset {
  const identity = Buffer.from(text);

  return { type, identity, br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }), gzip: gzipSync(identity) };
}

function versionOf(all: readonly Asset[]): string {
  const hash = createHash('sha256');
  for (const { identity } of all) hash.update(identity);

  return hash.digest('hex').slice(0, 12);
}

function chooseEncoding(accepted: string | undefined): 'br' | 'gzip' | 'identity' {
  if (accepted === undefined) return 'identity';
  if (/\bbr\b/.test(accepted)) return 'br';

  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
