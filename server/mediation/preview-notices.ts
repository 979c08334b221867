import { randomUUID } from 'node:crypto';
import { localDate, type LocalDate } from '../../policies/charter/calendar.ts';
import { isSameName } from '../../policies/charter/names.ts';
import { noticeDays, type NoticeDays } from '../../policies/charter/notice-days.ts';
import type { RecipientCode, RecipientReason } from '../../policies/charter/recipients.ts';
import type { InstitutionalFunction } from '../../policies/charter/words.ts';
import { provenByMandate } from '../../policies/signers.ts';
import type { Role } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import { directoryFacts } from '../people/directory.ts';
import { partyOf, type CaseParties } from './case-parties.ts';
import { recipientsToday } from './dispatches.ts';
import { routeOf, type Filing } from './file-request.ts';
import { noticeLetter } from './letters/notice.ts';
import { officePeople, type OfficePerson } from './office-people.ts';

/** `party`: the rank of the party on whose account, 0 being the author. */
export type PreviewReason = { code: RecipientCode; party: number };

/** `held`: the recipient is a party; nothing leaves without the mediator. `establishment`: a name of the directory. */
export type NoticePreview = { function: InstitutionalFunction; establishment: string; state: 'due' | 'held'; because: readonly PreviewReason[]; letter: string };

/** Somebody in office who reads a request from the day it is filed. `party`: the rank of whoever was named with the same name, 0 being the author. */
export type Reader = { name: string; role: Role; party: number | null };

/** Days are null for a signal, of which nobody is told. */
export type Preview = { [Day in keyof NoticeDays]: LocalDate | null } & {
  /** Nobody knows who reads a mailbox; here it is said before anything is sent. */
  readers: readonly Reader[];
  notices: readonly NoticePreview[];
  /** Functions somebody should hold and nobody is known to: the secretariat will look for them. */
  vacant: readonly { function: InstitutionalFunction; establishment: string | null; because: PreviewReason }[];
};

/**
 * Who would read this if it were filed now, who would be told, why, when, and in which words (domain 9.5). Nothing is kept, and
 * of those who are told nobody is named: what is shown of the directory is the function and the place.
 * @param reference stands where the letter bears the reference, which exists once filed
 * @throws Problem `invalid-body` for an establishment the directory has not, `office-empty`
 */
export async function previewNotices(core: Core, { tier, author, others }: Pick<Filing, 'tier' | 'author' | 'others'>, reference: string): Promise<Preview> {
  const at = core.clock();
  // Offices show themselves to a person only: to whoever is about to become one, as when the account is made with the request.
  const { facts, route, people } = await core.database.withActor({ kind: 'person', id: randomUUID() }, async (tx) => {
    const facts = await directoryFacts(tx, at);
    const route = await routeOf(tx, facts, { tier, author }, at);

    return { facts, route, people: await officePeople(tx, core, route.office.id) };
  });
  const entries = [author, ...others];
  const readers = people.flatMap((one) => readerAmong(entries, one));
  if (route.tier === 'local') return { withdrawableUntil: null, leavesFrom: null, leavesBy: null, readers, notices: [], vacant: [] };

  const place: CaseParties = { parties: entries.map((entry, rank) => partyOf(String(rank), entry, [])), facts, zone: route.zone, names: new Map(entries.map(({ name }, rank) => [String(rank), name])), left: new Set() };
  const { recipients, vacant } = recipientsToday(core, place);
  const nameOf = (id: string | null) => facts.establishments.find((one) => one.id === id)?.name ?? null;
  const letterOf = (held: InstitutionalFunction) =>
    noticeLetter({ function: held, tier: route.tier === 'national' ? 'national' : 'regional', reference, receivedOn: localDate(at, route.zone) });

  return {
    ...noticeDays(at, place.zone, facts.settings),
    readers,
    notices: recipients.map((one) => ({ function: one.function, establishment: nameOf(one.establishmentId) ?? '', state: one.state, because: one.because.map(reasonOf), letter: letterOf(one.function) })),
    vacant: vacant.map((reason) => ({ function: reason.function, establishment: nameOf(reason.establishmentId), because: reasonOf(reason) })),
  };
}

function readerAmong(entries: readonly { name: string }[], { name, roles }: OfficePerson): Reader[] {
  const role = provenByMandate.request.find((one) => roles.includes(one));
  const party = entries.findIndex((entry) => isSameName(entry.name, name));

  return role ? [{ name, role, party: party < 0 ? null : party }] : [];
}

function reasonOf({ code, party }: RecipientReason): PreviewReason {
  return { code, party: Number(party) };
}
