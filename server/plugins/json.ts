import type { FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';
import { refuseUnreadable } from './text.ts';

/** 256 KiB: the longest account a person may write, many times over. */
export const bodyLimit = 256 * 1024;

const depthLimit = 16;

/** Reads JSON bodies strictly; no other type is accepted unless a route's own scope adds it. */
export function strictJson(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, async (request: FastifyRequest, body: Buffer) => {
    refuseOtherCharset(request.headers['content-type'] ?? '');

    return parseJson(body);
  });
}

/**
 * RFC 8259 JSON in UTF-8, narrowed as I-JSON (RFC 7493) asks: no duplicate member, no lone surrogate;
 * and no NUL, no member that touches a prototype, no nesting beyond 16.
 * @throws Problem `malformed-json` or `duplicate-key`.
 */
export function parseJson(body: Uint8Array): unknown {
  const text = decode(body);
  const value = parse(text);
  inspect(text);

  return value;
}

function refuseOtherCharset(contentType: string): void {
  const parameters = contentType.split(';').slice(1).map((part) => part.trim().toLowerCase());
  if (parameters.some((part) => part !== '' && !/^charset="?utf-8"?$/.test(part))) throw new Problem('unsupported-type');
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new Problem('malformed-json');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed-json');
  }
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/** Walks the tokens of a text already known to be JSON; `JSON.parse` alone keeps the last of two members and says nothing. */
function inspect(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let last: string | undefined;

  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : undefined);
      if (open.length > depthLimit) throw new Problem('malformed-json');
    } else if (found === '}' || found === ']') open.pop();
    else if (found === ':') remember(open.at(-1), last);
    else if (found !== ',') last = content(found);
  }
}

function remember(members: Set<string> | undefined, name: string | undefined): void {
  if (!members || name === undefined || poisonous.has(name)) throw new Problem('malformed-json');
  if (members.has(name)) throw new Problem('duplicate-key');
  members.add(name);
}

function content(quoted: string): string {
  const text = quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
  refuseUnreadable(text);

  return text;
}
