import type { Core } from '../../core.ts';
import { countAttempt } from '../../people/attempts.ts';
import { Problem } from '../../problems.ts';
import { draftKeys } from '../../vault/draft.ts';
import { newRecoveryCode } from '../../vault/recovery-code.ts';
import { findDraft, putDraft, type Answers, type Draft } from './draft.ts';

/** How what is sent joins what was there: a step replaces its own fields and leaves the others. */
export type Change = (before: Answers) => Answers;

/** The 20 bytes of the resume code: they go to the person and are kept nowhere. */
export type Begun = Draft & { code: Uint8Array };

/**
 * Begins a draft: no account, nobody told, and no line in the journal, where even the hour of writing would say something.
 * @param ip counted against the limits and kept nowhere
 * @throws Problem `invalid-body`, `too-large`, `too-many`
 */
export async function beginDraft(core: Core, answers: Answers, ip: string): Promise<Begun> {
  refuseSecrets(answers);
  const { bytes: code } = newRecoveryCode();
  await core.database.withActor({ kind: 'visitor' }, (tx) => countAttempt(tx, core, 'draft', Buffer.from(code).toString('hex'), ip));

  return { ...(await core.database.withActor({ kind: 'visitor' }, (tx) => putDraft(tx, core, code, answers))), code };
}

/**
 * Saves a draft, complete or not. Two windows on one draft wait for each other, so that neither undoes the other's step.
 * @param ip counted against the limits and kept nowhere
 * @throws Problem `not-found` when it was deleted, filed or erased; `invalid-body` for the fields of an account; `too-large`, `too-many`
 */
export async function saveDraft(core: Core, code: Uint8Array, change: Change, ip: string): Promise<Draft> {
  await core.database.withActor({ kind: 'visitor' }, (tx) => countAttempt(tx, core, 'save', Buffer.from(draftKeys(code).idHash).toString('hex'), ip));

  return core.database.withActor({ kind: 'visitor' }, async (tx) => {
    const before = await findDraft(tx, core, code, 'update');
    if (!before) throw new Problem('not-found');
    const answers = change(before.answers);
    refuseSecrets(answers);

    return putDraft(tx, core, code, answers);
  });
}

/** A passphrase lives as long as its request does. */
function refuseSecrets(answers: Answers): void {
  const secret = Object.keys(answers).find((name) => name.startsWith('credentials'));
  if (secret) throw new Problem('invalid-body', { errors: [{ field: 'credentials', message: 'Un brouillon ne garde pas les champs du compte : retirez-les.' }] });
}
