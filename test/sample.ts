import { randomUUID } from 'node:crypto';

export type Schema = { type?: string; const?: unknown; enum?: unknown[]; anyOf?: Schema[]; properties?: Record<string, Schema>; required?: string[]; items?: Schema; minItems?: number; format?: string; pattern?: string; minLength?: number; minimum?: number };

const byPattern: Record<string, string> = { '^[1-9][0-9]{0,4}$': '1' };

/** The smallest value a schema accepts: enough to reach the deed behind it. */
export function sample(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0] as Schema);
  if (schema.type === 'object') return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] as Schema)]));
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items as Schema));
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  if (schema.format === 'uuid') return randomUUID();
  if (schema.format === 'date') return '2026-03-02';
  if (schema.format === 'email') return 'quelqu.un@exemple.fr';
  if (schema.pattern) return byPattern[schema.pattern] ?? candidates.find((text) => new RegExp(schema.pattern as string).test(text));

  return 'x'.repeat(Math.max(1, schema.minLength ?? 1));
}

const candidates = ['12345678', '1', 'a', 'regional', '0', 'A'.repeat(32), 'a'.repeat(27), '2026-03', 'fr', randomUUID()];
