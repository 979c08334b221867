import { reads, type Epoch, type HeldStanding } from '../../policies/access.ts';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { House } from '../core.ts';

/** A sentence that stands in these epochs of places of a case: only those who read one of them may ever meet it. `hands`: before any case, whom it is sealed to. */
export type Planted = { phrase: string; where: string; caseId: string; epochs: string[]; hands?: readonly string[] };

type Place = { caseId: string; kind: CompartmentKind; subject?: string };

/**
 * Has a sentence put somewhere by the deed that puts it there, and finds where that is; a place may be known only then.
 * @throws Error when the deed wrote nothing into the place
 */
export async function plant({ house, phrases }: { house: House; phrases: Planted[] }, place: Place | (() => Place), write: (phrase: string) => Promise<unknown>): Promise<Planted> {
  const phrase = `Cahier numéro ${phrases.length}, que nul autre ne lit`;
  house.clock.pass(1);
  await write(phrase);
  const { caseId, kind, subject } = typeof place === 'function' ? place() : place;
  const planted = { phrase, where: `${kind}${subject ? ' of one' : ''}`, caseId, epochs: [await justWritten(house, { caseId, kind, ...(subject && { subject }) })] };
  phrases.push(planted);

  return planted;
}

/** The epoch of a place into which something was written at this very minute. */
export async function justWritten({ superuser, clock }: House, { caseId, kind, subject = '' }: Place): Promise<string> {
  const [row] = await superuser<{ epoch: string }[]>`
    select w.epoch_id as epoch from (select epoch_id, compartment_id, created_at from item where case_id = ${caseId} union all select epoch_id, compartment_id, created_at from document where case_id = ${caseId}) w
    join compartment k on k.id = w.compartment_id where k.kind = ${kind} and (${subject} = '' or k.subject::text = ${subject}) and w.created_at >= ${clock.now()}`;
  if (!row) throw new Error(`nothing was written into ${kind}`);

  return row.epoch;
}

/** The persons whom the policy lets read it, by what each is to the case. */
export async function entitledTo(house: House, { caseId, epochs, hands }: Planted): Promise<Set<string>> {
  if (hands) return new Set(hands);
  const places = await house.superuser<(Epoch & { kind: CompartmentKind; subject: string | null })[]>`
    select k.kind, k.subject, e.number::int, e.audience, e.opened_at as "openedAt" from epoch e join compartment k on k.id = e.compartment_id where e.id = any(${epochs})`;
  const held = await standingsIn(house, caseId);

  return new Set(held.filter((one) => places.some((place) => reads(one, place, place))).map(({ person }) => person));
}

/** What everybody is to a case at the hour of the story. */
export async function standingsIn({ superuser, clock }: House, caseId: string): Promise<HeldStanding[]> {
  return superuser.begin(async (sql) => {
    await sql`select set_config('entente.now', ${clock.now().toISOString()}, true)`;

    return sql<HeldStanding[]>`select person_id as person, standing, subject, since from standings_of_case(${caseId})`;
  });
}
