import { randomBytes, randomInt } from 'node:crypto';

/** Without i, l and o, which are misread on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz';

/** A passphrase of 24 random letters in groups of four: 108 bits, easy to copy by hand. */
export function randomPassphrase(): string {
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');

  return Array.from({ length: 6 }, group).join(' ');
}

/** A password for a database login: 192 bits that need no escaping in a URL. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}
