import { Type, type Static } from 'typebox';
import { Problem } from '../problems.ts';

/** Bytes: two mebibytes. */
export const largestScan = 2 * 1024 * 1024;

/** The same as base64. */
const longest = 4 * Math.ceil(largestScan / 3);

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** A paper as it was scanned: sealed as a text, opened by those who read its compartment. */
export const Scan = Type.Object(
  {
    type: Type.Unsafe<(typeof scanTypes)[number]>({ type: 'string', enum: [...scanTypes] }),
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
  if (!beginsAs(type, bytes)) throw new Problem('invalid-body', { errors: [{ field: 'scan', message: 'Joignez un fichier PDF, JPEG ou PNG lisible.' }] });

  return JSON.stringify({ type, base64 });
}

/** A scan whose type its first bytes tell; nothing for any other file. */
export function scanOf(bytes: Buffer): Scan | undefined {
  const type = scanTypes.find((one) => beginsAs(one, bytes));

  return type && { type, base64: bytes.toString('base64') };
}

function beginsAs(type: Scan['type'], bytes: Buffer): boolean {
  return beginnings[type].every((byte, place) => bytes[place] === byte);
}
