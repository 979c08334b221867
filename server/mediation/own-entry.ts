import type { Tx } from '../../db/client.ts';
import type { item } from '../../db/schema/index.ts';
import type { Core } from '../core.ts';
import { directoryFacts } from '../people/directory.ts';
import { Problem } from '../problems.ts';
import type { InvitedView } from './invitation-link.ts';
import { latestInvited, openInvitedItem } from './invited-item.ts';
import type { InvitedEntry, PersonEntry } from './request-body.ts';

/** What was said of a party before they accept, still sealed. */
export type EntryBefore = { party: string; sealed: typeof item.$inferSelect };

const places = ['establishment', 'placement', 'faculty', 'school'] as const;

/**
 * Reads what was said of a party who now speaks for themselves.
 * @throws Problem `invalid-body` for a place the directory has not, `key-missing` when nothing was said that the link reaches
 */
export async function entryBefore(core: Core, tx: Tx, invited: InvitedView, party: string, own: InvitedEntry): Promise<EntryBefore> {
  const { establishments } = await directoryFacts(tx, core.clock());
  const unknown = places.find((place) => own[place] !== undefined && !establishments.some(({ id }) => id === own[place]));
  if (unknown) throw new Problem('invalid-body', { errors: [{ field: `entry.${unknown}`, message: 'Choisissez un établissement de la liste.' }] });
  const sealed = await latestInvited(tx, invited, placeOf(party));
  if (!sealed) throw new Problem('key-missing');

  return { party, sealed };
}

/**
 * What was said of them, with what they say of themselves in its place. Another profession brings other places: those of the
 * former are not kept.
 * @throws Problem `key-missing`
 */
export async function completedEntry(core: Core, invited: InvitedView, { party, sealed }: EntryBefore, byEpoch: ReadonlyMap<string, Uint8Array>, own: InvitedEntry): Promise<PersonEntry> {
  const before = JSON.parse(await openInvitedItem(core, invited, sealed, placeOf(party), byEpoch)) as PersonEntry;
  if (own.profession === undefined || own.profession === before.profession) return { ...before, ...own };
  const { placement: _, faculty: __, school: ___, ...kept } = before;

  return { ...kept, ...own };
}

function placeOf(party: string) {
  return { kind: 'identity', subject: party, as: 'entry' } as const;
}
