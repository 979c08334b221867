import type { Core } from '../../core.ts';
import { countAttempt } from '../../people/attempts.ts';
import { Problem } from '../../problems.ts';
import { draftKeys } from '../../vault/draft.ts';
import { parseRecoveryCode } from '../../vault/recovery-code.ts';
import { findDraft, type Draft } from './draft.ts';

/** The draft a browser already holds the code of, or null when it is gone. */
export async function readDraft(core: Core, code: Uint8Array): Promise<Draft | null> {
  return core.database.withActor({ kind: 'visitor' }, (tx) => findDraft(tx, core, code));
}

/**
 * Finds a draft by the code somebody typed. A code that cannot be one, and one without a draft, are answered alike.
 * @param ip counted against the limits and kept nowhere
 * @throws Problem `not-found`, `too-many`
 */
export async function resumeDraft(core: Core, typed: string, ip: string): Promise<Draft & { code: Uint8Array }> {
  const code = parseRecoveryCode(typed);
  const account = code ? Buffer.from(draftKeys(code).idHash).toString('hex') : 'unreadable';
  await core.database.withActor({ kind: 'visitor' }, (tx) => countAttempt(tx, core, 'resume', account, ip));
  const found = code ? await readDraft(core, code) : null;
  if (!code || !found) throw new Problem('not-found');

  return { ...found, code };
}
