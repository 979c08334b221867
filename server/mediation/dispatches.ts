import { randomUUID } from 'node:crypto';
import { notice } from '../../db/schema/index.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import { holdsOn } from '../../policies/charter/facts.ts';
import { isSameName } from '../../policies/charter/names.ts';
import { recipients, type Recipient, type Recipients } from '../../policies/charter/recipients.ts';
import type { InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core } from '../core.ts';
import { holderOf, type HolderProfile } from '../people/directory.ts';
import { Problem } from '../problems.ts';
import type { CaseParties } from './case-parties.ts';
import type { Work } from './deed.ts';
import type { NewCompartment } from './keys/planning.ts';

/** One document for one recipient, before it is sealed. `held`: the recipient is a party; nothing leaves, the mediator is asked. */
export type Dispatch = { id: string; function: InstitutionalFunction; establishmentId: string; state: 'sent' | 'held'; to: Addressee };

/** Who receives it, inside the envelope only. */
export type Addressee = HolderProfile & { function: InstitutionalFunction; establishment: string };

/** What lies in `dispatch/<notice>`. */
export type DispatchText = { to: Addressee; letter: string };

/**
 * Whom the rule names (domain 9.5; D art. 6, 10, 13 [L]), computed in a session that holds the identities. `isSought`: the
 * caller says that the functions nobody is known to hold were looked for.
 * @throws Problem `recipient-unknown` naming the vacant functions
 */
export function drawUp(core: Core, place: CaseParties, isSought: boolean): Dispatch[] {
  const { recipients: found, vacant } = recipientsToday(core, place);
  if (vacant.length > 0 && !isSought) throw new Problem('recipient-unknown', { missing: [...new Set(vacant.map((reason) => reason.function))].join('.') });

  return found.map((one) => ({ id: randomUUID(), function: one.function, establishmentId: one.establishmentId, state: one.state === 'held' ? 'held' : 'sent', to: addressee(one, profileOf(core, place, one.holder.id), place.facts) }));
}

/** Whom the rule names today, a party being recognised by name too, so that nobody is written to about themselves. */
export function recipientsToday(core: Core, place: CaseParties): Recipients {
  const { parties, facts, zone, names } = place;
  const today = localDate(core.clock(), zone);
  const candidates = recipients(parties, facts, today).recipients.map(({ holder }) => ({ key: holder.personKey, name: profileOf(core, place, holder.id).name }));
  const known = parties.map((party) => ({ ...party, personKeys: [...party.personKeys, ...candidates.filter(({ name }) => isSameName(name, names.get(party.id) ?? '')).map(({ key }) => key)] }));

  return recipients(known, facts, today);
}

/**
 * Who holds another function of the same place, in the stead of somebody who is a party.
 * @throws Problem `recipient-unknown` when nobody does, `conflict-declared` when they are a party too
 */
export function substituteFor(core: Core, { facts, zone, parties, names }: CaseParties, { establishmentId }: Dispatch, wanted: InstitutionalFunction): Addressee {
  const today = localDate(core.clock(), zone);
  const holder = facts.holders.find((one) => one.function === wanted && one.establishmentId === establishmentId && holdsOn(one, today));
  if (!holder) throw new Problem('recipient-unknown', { missing: wanted });
  const profile = holderOf(core.secrets, holder);
  if (parties.some(({ id, personKeys }) => personKeys.includes(holder.personKey) || isSameName(profile.name, names.get(id) ?? ''))) throw new Problem('conflict-declared');

  return addressee({ function: wanted, establishmentId }, profile, facts);
}

function profileOf(core: Core, { facts }: CaseParties, id: string): HolderProfile {
  const sealed = facts.holders.find((one) => one.id === id);
  if (!sealed) throw new RangeError('a recipient stands in the directory');

  return holderOf(core.secrets, sealed);
}

/** The compartments of what leaves. */
export function dispatchPlaces(dispatches: readonly Dispatch[]): NewCompartment[] {
  return dispatches.filter(({ state }) => state === 'sent').map(({ id }) => ({ kind: 'dispatch', subject: id }));
}

/** Writes a row for each recipient, and one sealed document for each who is not held. */
export async function writeDispatches({ tx, view, now, write, note }: Work, subject: 'request' | 'agreement', dispatches: readonly Dispatch[], letterFor: (one: Dispatch) => string): Promise<void> {
  if (dispatches.length > 0) await tx.insert(notice).values(dispatches.map(({ id, function: held, state }) => ({ id, caseId: view.row.id, subject, function: held, state, recordedAt: now })));
  for (const one of dispatches) {
    if (one.state === 'held') continue;
    const text: DispatchText = { to: one.to, letter: letterFor(one) };
    await write({ kind: 'dispatch', subject: one.id }, subject, JSON.stringify(text));
  }
  note({ sent: dispatches.filter(({ state }) => state === 'sent').length, held: dispatches.filter(({ state }) => state === 'held').length });
}

/** What the one who sends is told: no name. */
export function told(dispatches: readonly Dispatch[]): { notice: string; function: InstitutionalFunction; state: 'sent' | 'held' }[] {
  return dispatches.map(({ id, function: held, state }) => ({ notice: id, function: held, state }));
}

function addressee({ function: held, establishmentId }: Pick<Recipient, 'function' | 'establishmentId'>, profile: HolderProfile, { establishments }: CaseParties['facts']): Addressee {
  return { ...profile, function: held, establishment: establishments.find(({ id }) => id === establishmentId)?.name ?? '' };
}
