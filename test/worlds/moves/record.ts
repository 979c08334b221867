import { Value } from 'typebox/value';
import type { Filing } from '../../../server/mediation/file-request.ts';
import { RequestBody } from '../../../server/mediation/request-body.ts';
import { requestBody } from '../../territory.ts';
import type { File } from '../model.ts';
import type { World } from '../world.ts';

/** What Amina files, at one tier or another. */
export function requestOf(tier: 'regional' | 'local'): Filing {
  return Value.Parse(RequestBody, { ...requestBody(), tier });
}

export async function enter(world: World, id: string, office: string, author: string | null, at: Date, personOf: (ordinal: number) => string | null): Promise<File> {
  const parties = await world.copy.superuser<{ id: string; ordinal: number }[]>`select id, ordinal from party where case_id = ${id} order by ordinal`;
  const entered: File = {
    id, office, isLocal: office === world.cast.offices.local, author, lower: null, inCharge: null, handOver: null, recused: new Set(), seats: [], delegates: [], challengers: new Set(), transferred: false, places: [],
    parties: parties.map((party) => ({ id: party.id, person: personOf(party.ordinal), since: at, left: null })),
  };
  world.facts.files.push(entered);

  return entered;
}

/** What a departure ends in a case: every place, one's declaration at once, one's notes after a while. */
export function leave(file: File, person: string, notesUntil: Date, now: Date): void {
  file.recused.add(person);
  file.seats = file.seats.filter((seat) => seat.person !== person);
  for (const delegate of file.delegates) if (delegate.person === person) delegate.ended = true;
  if (file.inCharge?.person === person) file.inCharge = null;
  shutPapers(file, person, 'notes', notesUntil);
  shutPapers(file, person, 'declaration', now);
}

export function shutPapers(file: File, person: string, kind: 'notes' | 'declaration', until: Date): void {
  for (const place of file.places) if (place.kind === kind && place.subject === person) place.until = until;
}

export function monthAfter(at: Date): Date {
  return new Date(at.getTime() + 30 * 86_400_000);
}
