import { sha256, utf8 } from '../vault/bytes.ts';
import type { Filing } from './file-request.ts';

/**
 * What a receipt proves: the exact text of what was filed, and its SHA-256 in hexadecimal. Whoever keeps the text can show
 * that nothing in it has changed; the digest alone stays in the case, within the author's account.
 */
export function filingReceipt(reference: string, receivedAt: Date, body: Filing): { filed: string; digest: string } {
  const filed = JSON.stringify({ reference, receivedAt: receivedAt.toISOString(), ...body }, null, 1).normalize('NFC');

  return { filed, digest: Buffer.from(sha256(utf8(filed))).toString('hex') };
}
