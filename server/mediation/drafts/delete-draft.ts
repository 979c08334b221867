import type { Core } from '../../core.ts';
import { removeDraft } from './draft.ts';

/** Deletes a draft at once. Nothing happens when there is none: its author cannot tell, and wanted it gone. */
export async function deleteDraft(core: Core, code: Uint8Array): Promise<void> {
  await core.database.withActor({ kind: 'visitor' }, (tx) => removeDraft(tx, code));
}
