import { Type, type TProperties } from 'typebox';

/** An object that refuses unknown members: the only kind a route may take. */
export function closed<T extends TProperties>(properties: T) {
  return Type.Object(properties, { additionalProperties: false });
}

/** Text a person must fill in, bounded in characters. */
export const text = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength });

/** A UUID in lower case: ids are compared as text, so there is one way to write each. */
export const id = () => Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', maxLength: 36 });

/** A calendar day, AAAA-MM-JJ, of a year that the database knows too: there is no year zero. */
export const day = (options: { description?: string } = {}) => Type.String({ format: 'date', pattern: '^[12]', maxLength: 10, ...options });

/** An instant, RFC 3339. */
export const moment = () => Type.String({ format: 'date-time' });

/** A word of a closed list. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
}

/** What every refusal looks like (RFC 9457). */
export const Refusal = closed({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  instance: Type.String(),
  missing: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(closed({ field: Type.String(), message: Type.String() }))),
});

/** A deed that needs no words: no body, or an empty object. */
export const nothing = Type.Union([closed({}), Type.Null()]);
