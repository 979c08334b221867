import { Type, type Static } from 'typebox';
import { Problem } from '../problems.ts';

/** Two mebibytes, as base64. */
const longest = 4 * Math.ceil((2 * 1024 * 1024) / 3);

/** A paper as it was scanned: sealed as a text, opened by those who read its compartment. */
export const Scan = Type.Object(
  {
    type: Type.Unsafe<'application/pdf' | 'image/jpeg' | 'image/png'>({ type: 'string', enum: ['application/pdf', 'image/jpeg', 'image/png'] }),
    base64: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', minLength: 4, maxLength: longest }),
  },
  { additionalProperties: false },
);
export type Scan = Static<typeof Scan>;

const beginnings: Readonly<Record<Scan['type'], readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
};

/**
 * The text under which a scan is sealed.
 * @throws Problem `invalid-body` when its bytes do not begin as its type says
 */
export function scanText({ type, base64 }: Scan): string {
  const bytes = Buffer.from(base64, 'base64');
  if (beginnings[type].some((byte, place) => bytes[place] !== byte)) throw new Problem('invalid-body', { errors: [{ field: 'scan', message: 'Joignez un fichier PDF, JPEG ou PNG lisible.' }] });

  return JSON.stringify({ type, base64 });
}
