import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const iterations = 4096;

/**
 * The form in which Postgres stores a password (RFC 5802, RFC 7677). Given in this form it never reaches the server,
 * nor its log. Contains no character that SQL would need quoted.
 * @param password printable ASCII, so that SASLprep leaves it as it is
 */
export function scramVerifier(password: string, salt: Uint8Array = randomBytes(16)): string {
  if (!/^[\x20-\x7e]+$/.test(password)) throw new Error('The password of a database login must be printable ASCII and not empty.');

  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64');
  const serverKey = hmac(salted, 'Server Key').toString('base64');

  return `SCRAM-SHA-256$${iterations}:${Buffer.from(salt).toString('base64')}$${storedKey}:${serverKey}`;
}

function hmac(key: Uint8Array, message: string): Buffer {
  return createHmac('sha256', key).update(message).digest();
}
