import type { Core, Session } from '../core.ts';

/** Does what waited for this person to come: keys due to others are sealed. A failure there is an alarm and shuts nobody out. */
export async function afterSignIn(core: Core, session: Session): Promise<void> {
  try {
    await core.afterSignIn?.(session);
  } catch {
    await core.database.withActor({ kind: 'visitor' }, (tx) =>
      core.journal.append(tx, { event: 'alarm', act: 'after-sign-in', actor: { kind: 'system' }, subject: { person: session.person } }),
    );
  }
}
