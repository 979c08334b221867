import type { FastifyRequest } from 'fastify';
import { largestScan, scanOf, scanTypes, type Scan } from '../mediation/scan.ts';
import { arrivingFile } from '../plugins/upload.ts';
import { Problem } from '../problems.ts';
import { fr } from './words/fr.ts';

export { scanTypes };

/**
 * The scan that came with a form, as base64; empty when none was chosen. Of one that is too large, no more is read than what
 * shows it. It is kept in memory alone.
 * @throws Problem `upload-broken` when it did not arrive whole
 */
export async function scanIn(request: FastifyRequest): Promise<string> {
  if (!request.arriving) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of arrivingFile(request).content) {
      pieces.push(piece);
      size += piece.length;
      if (size > largestScan) break;
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('upload-broken');
  }

  return Buffer.concat(pieces).toString('base64');
}

/** A scan as it may be sealed, or what is wrong with it. */
export function readScan(base64: string): { value: Scan } | { error: string } {
  const words = fr.paper.scan;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0) return { error: words.missing };
  if (bytes.length > largestScan) return { error: words.tooLarge };
  const scan = scanOf(bytes);

  return scan ? { value: scan } : { error: words.unreadable };
}
