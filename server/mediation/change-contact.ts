import type { Core, Session } from '../core.ts';
import { me } from '../people/me.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { ownParty } from './own-party.ts';
import type { Contact, PersonEntry } from './request-body.ts';
import { reveal } from './reveal.ts';

/**
 * A party says anew how, when and how discreetly to reach them: their entry is written again with it, for those who run the
 * case, and the former one stays below. By e-mail, an address left empty is that of their account.
 * @throws Problem `not-found`, `key-missing`, `invalid-body` for a telephone or an address that is not given
 */
export async function changeContact(core: Core, session: Session, caseId: string, { party, contact }: { party?: string; contact: Contact }): Promise<{ at: string }> {
  const value = contact.value.trim() || (contact.channel === 'email' ? (await me(core, session)).address : '');
  if (value === '') throw new Problem('invalid-body', { errors: [{ field: 'value', message: 'Indiquez où vous joindre.' }] });
  const entries = (await reveal(core, session, caseId, [{ kind: 'identity' }])).filter(({ kind }) => kind === 'entry');

  return performDeed(core, session, caseId, {
    act: 'write',
    writesOnly: true,
    change: async ({ view, write, now }) => {
      const own = ownParty(view, session.person, party);
      const before = entries.findLast(({ subject }) => subject === own);
      if (!before) throw new Problem('key-missing');
      const entry: PersonEntry = { ...(JSON.parse(before.text) as PersonEntry), contact: { ...contact, value } };
      await write({ kind: 'identity', subject: own }, 'entry', JSON.stringify(entry));

      return { at: now.toISOString() };
    },
  });
}
