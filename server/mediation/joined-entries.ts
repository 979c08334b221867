import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import type { JoinedParty } from './joined-parties.ts';
import { reveal } from './reveal.ts';
import { sourceDigests } from './source-digest.ts';

/** What a party says of itself in the second case, to be sealed again in the first. */
export type EntryCopy = { here: string; text: string; digest: Uint8Array };

/** Opens the entries that the first case lacks: of new parties, and of those nobody stood for there. @throws Problem `key-missing` */
export async function copyEntries(core: Core, session: Session, caseId: string, parties: readonly JoinedParty[]): Promise<EntryCopy[]> {
  const wanted = parties.filter(({ isNew, comes }) => isNew || comes.length > 0);
  const entries = new Map((await reveal(core, session, caseId, [{ kind: 'identity' }])).filter(({ kind }) => kind === 'entry').map((text) => [text.subject, text]));
  const digests = await sourceDigests(core, session, caseId, [...entries.values()].map(({ id }) => id));

  return wanted.map(({ theirs, here }) => {
    const entry = entries.get(theirs);
    const digest = entry && digests.get(entry.id);
    if (!entry || !digest) throw new Problem('key-missing');

    return { here, text: entry.text, digest };
  });
}
