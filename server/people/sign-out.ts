import { signerOf, type Core, type Session } from '../core.ts';
import { endOwn } from './sessions.ts';

/** Ends the session one is in. */
export async function signOut(core: Core, session: Session): Promise<void> {
  const { person } = session;

  await core.database.withActor({ kind: 'person', id: person }, async (tx) => {
    await endOwn(tx, core, session);
    await core.journal.append(tx, { event: 'signed-out', actor: { kind: 'person', person }, subject: { person, session: session.certificate }, signer: signerOf(session) });
  });
}
