import type { FastifySchema } from 'fastify';

/** A house rule a schema breaks, and where. */
export type Breach = Readonly<{ where: string; rule: 'closed-object' | 'bounded-string' | 'bounded-array' | 'body-schema' }>;

type Routed = Readonly<{ method: string | readonly string[]; url: string; schema?: FastifySchema | undefined }>;
type Node = Readonly<Record<string, unknown>>;

/**
 * Holds every route to the house rules: an object refuses unknown members, a string and a list are bounded,
 * and what takes a body describes it. Answers are held to the first only.
 */
export function walkSchemas(routes: readonly Routed[]): Breach[] {
  return routes.flatMap(({ method, url, schema = {} }) => {
    const methods = [method].flat();
    const at = `${methods.join(',')} ${url}`;
    const bodiless = methods.some((m) => ['POST', 'PUT', 'PATCH'].includes(m)) && schema.body === undefined;

    return [
      ...(bodiless ? [{ where: at, rule: 'body-schema' as const }] : []),
      ...walk(schema.body, `${at} body`, true),
      ...walk(schema.params, `${at} params`, true),
      ...walk(schema.querystring, `${at} querystring`, true),
      ...Object.entries(node(schema.response)).flatMap(([status, answer]) => walk(answer, `${at} ${status}`, false)),
    ];
  });
}

function walk(schema: unknown, where: string, isInput: boolean): Breach[] {
  const here = node(schema);
  const breaches: Breach[] = [];

  if (here['type'] === 'object' && here['additionalProperties'] !== false && !here['patternProperties'])
    breaches.push({ where, rule: 'closed-object' });
  if (isInput && here['type'] === 'string' && !isBounded(here)) breaches.push({ where, rule: 'bounded-string' });
  if (isInput && here['type'] === 'array' && here['maxItems'] === undefined) breaches.push({ where, rule: 'bounded-array' });

  return [...breaches, ...children(here).flatMap(([name, child]) => walk(child, `${where}.${name}`, isInput))];
}

function children(schema: Node): [string, unknown][] {
  const alternatives = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => Object.entries(node(schema[key])));
  const members = ['properties', 'patternProperties'].flatMap((key) => Object.entries(node(schema[key])));
  const items = [schema['items']].flat().flatMap((item): [string, unknown][] => (item === undefined ? [] : [['items', item]]));

  return [...members, ...alternatives, ...items];
}

function isBounded(text: Node): boolean {
  return text['maxLength'] !== undefined || text['const'] !== undefined || text['enum'] !== undefined || ['uuid', 'date'].includes(String(text['format']));
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
