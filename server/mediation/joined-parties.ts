import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { party } from '../../db/schema/index.ts';
import { decide } from '../../policies/decide.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { refused } from '../refusals.ts';
import { loadCase, standingsOf, type CaseView } from './keys/view.ts';

/** A party of the second case and the party of the first who is the same person. */
export type SameParty = { theirs: string; here: string };

type PartyRow = typeof party.$inferSelect;
export type BothCases = { first: CaseView & { parties: PartyRow[] }; second: CaseView & { parties: PartyRow[] } };

/** A party of the second case as it enters the first; `comes`: whoever stands for it and has no place there yet. */
export type JoinedParty = SameParty & { isNew: boolean; comes: string[]; kind: PartyRow['kind']; litigation: PartyRow['litigation'] };

/**
 * Reads both cases, without opening anything, and asks of the second what the deed asks of the first.
 * @throws Problem `not-found`, `wrong-state`, `territory-mismatch` for cases of two offices, `invalid-body` for one case twice
 */
export async function readJoining(core: Core, session: Session, caseId: string, other: string): Promise<BothCases> {
  if (other === caseId) throw new Problem('invalid-body', { errors: [{ field: 'other', message: 'Choisissez un autre dossier.' }] });

  return refusing(core, session, 'join', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const [first, second] = [await withParties(tx, caseId), await withParties(tx, other)];
      const { tier, state } = second.row;
      const decision = decide(standingsOf(second, session.person), 'join', { tier, state, isReferralPending: second.referral?.state === 'pending', guards: { 'no-conflict-declared': true, 'object-agreed': true, 'notices-computed': true } });
      if (!decision.allow) throw refused(decision.why);
      if (second.row.officeId !== first.row.officeId) throw new Problem('territory-mismatch');

      return { first, second };
    }),
  );
}

/** Who becomes whom. Somebody who is a party of both is known by their account; the others, the mediator tells apart. */
export function joinedParties({ first, second }: BothCases, same: readonly SameParty[]): JoinedParty[] {
  const joined = second.parties.map((one): JoinedParty => {
    const people = representatives(second, one.id);
    const already = first.parties.find(({ id }) => representatives(first, id).some((person) => people.includes(person)));
    const here = already?.id ?? same.find(({ theirs }) => theirs === one.id)?.here;
    const comes = here === undefined ? people : people.filter((person) => !representatives(first, here).includes(person));
    if (here !== undefined && !already && (!first.parties.some(({ id }) => id === here) || (people.length > 0 && representatives(first, here).length > 0))) throw notTheSame();

    return { theirs: one.id, here: here ?? randomUUID(), isNew: here === undefined, comes, kind: one.kind, litigation: one.litigation };
  });
  if (new Set(joined.map(({ here }) => here)).size < joined.length || same.some(({ theirs }) => !joined.some((one) => one.theirs === theirs))) throw notTheSame();

  return joined;
}

async function withParties(tx: Tx, caseId: string) {
  const view = await loadCase(tx, caseId);
  if (!view) throw new Problem('not-found');

  return { ...view, parties: await tx.select().from(party).where(eq(party.caseId, caseId)).orderBy(party.ordinal) };
}

function representatives({ standings }: CaseView, partyId: string): string[] {
  return standings.filter(({ standing, subject }) => standing === 'party' && subject === partyId).map(({ person }) => person);
}

function notTheSame(): Problem {
  return new Problem('invalid-body', { errors: [{ field: 'same', message: 'Deux de ces parties ne peuvent pas être la même personne.' }] });
}
