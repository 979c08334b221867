import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { listPaperEntries } from './list-paper-entries.ts';
import { reveal } from './reveal.ts';
import type { Scan } from './scan.ts';

/**
 * The scan of an entry, for its party and those who run the case; who entered it does not open it again.
 * @throws Problem `not-found` for an entry that is not theirs, or has no scan; `key-missing`
 */
export async function openScan(core: Core, session: Session, caseId: string, entryId: string): Promise<{ type: Scan['type']; content: Buffer }> {
  const entry = (await listPaperEntries(core, session, caseId)).find((one) => one.entry === entryId);
  if (!entry?.scan) throw new Problem('not-found');
  const kind = entry.kind === 'request' ? 'account' as const : 'paper' as const;
  const [opened] = await reveal(core, session, caseId, [{ kind, subject: entry.party, item: entry.scan }]);
  if (!opened) throw new Problem('not-found');
  const { type, base64 } = JSON.parse(opened.text) as Scan;

  return { type, content: Buffer.from(base64, 'base64') };
}
