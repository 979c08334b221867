import type { CompartmentKind, Standing } from '../../policies/vocabulary.ts';
import { hasCharge, writers } from '../../policies/access.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf, standingsOf, type CaseView } from './keys/view.ts';

/** What a text is for: a word of this list, since it stands in clear beside the ciphertext. */
export const textUses = ['message', 'draft', 'plan', 'ground', 'decision', 'end', 'closing'] as const;

/** The others speak for whoever runs the case. */
const anybodysUses: readonly (typeof textUses)[number][] = ['message', 'draft'];

export type Writing = { kind: CompartmentKind; subject: string | null; as: (typeof textUses)[number]; text: string };

/**
 * Writes a text for those who read its compartment: a caucus, the room, the workspace, one's own notes. Who may write
 * where is `writers` (policies/access); one's notes and a first caucus are opened by the one who writes.
 * @throws Problem `not-found` out of reach, `invalid-body` for a use that is not theirs, `key-missing` while no holder has handed the key on
 */
export async function writeText(core: Core, session: Session, caseId: string, { kind, subject, as, text }: Writing): Promise<{ item: string; at: string }> {
  const place = { kind, subject: kind === 'notes' ? session.person : subject };

  return performDeed(core, session, caseId, {
    act: 'write',
    writesOnly: true,
    creates: (view) => (mayOpen(view, session, place) ? [place] : []),
    after: (view) => (kind === 'notes' ? [...view.standings, { person: session.person, standing: 'self', subject: session.person, since: core.clock() }] : view.standings),
    change: async ({ view, write, now }) => {
      if (!mayWrite(view, session, place)) throw new Problem('not-found');
      if (!mayUse(view, session, as)) throw new Problem('invalid-body', { errors: [{ field: 'as', message: 'Choisissez « message » ou « draft ».' }] });

      return { item: await write(place, as, text), at: now.toISOString() };
    },
  });
}

type Place = { kind: CompartmentKind; subject: string | null };

function mayWrite(view: CaseView, session: Session, { kind, subject }: Place): boolean {
  if (!isPlace(view, { kind, subject })) return false;
  const allowed: readonly Standing[] = writers[kind] ?? [];

  return view.standings.some((held) => held.person === session.person && allowed.includes(held.standing) && (held.standing !== 'party' || subject === null || held.subject === subject));
}

function mayUse(view: CaseView, session: Session, as: Writing['as']): boolean {
  return anybodysUses.includes(as) || isOfTheCase(standingsOf(view, session.person));
}

/** What is a party's own names a party of this case, each of whom has an identity; the rest names nobody. */
function isPlace(view: CaseView, { kind, subject }: Place): boolean {
  if (kind === 'notes') return true;
  if (kind === 'account' || kind === 'caucus' || kind === 'letters') return compartmentOf(view, 'identity', subject) !== undefined;

  return subject === null;
}

/**
 * A caucus is opened by its party, the mediator or a delegate, a party's letters by the two last, one's notes by oneself;
 * the room has a deed of its own.
 */
function mayOpen(view: CaseView, session: Session, place: Place): boolean {
  if (!isPlace(view, place) || compartmentOf(view, place.kind, place.subject)) return false;
  const mine = standingsOf(view, session.person);
  if (place.kind === 'caucus' && view.standings.some(({ person, standing, subject }) => person === session.person && standing === 'party' && subject === place.subject)) return true;
  if (place.kind === 'notes') return mine.some((standing) => ['in-charge', 'delegate', 'convened', 'presiding'].includes(standing));

  return ['caucus', 'letters', 'workspace', 'conciliation'].includes(place.kind) && isOfTheCase(mine);
}

function isOfTheCase(mine: readonly Standing[]): boolean {
  return hasCharge(mine) || mine.includes('delegate');
}
