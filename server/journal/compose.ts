import { randomUUID } from 'node:crypto';
import { events } from './classes.ts';
import type { Entry, Reading } from './entry.ts';
import type { HourKey } from './hour-keys.ts';
import { commitmentOf } from './leaf.ts';
import { readingSection, sealSection, voidSections, writtenSections, type Numbers, type Section } from './sections.ts';

/** An entry ready to be stored, but for its number. */
export type Draft = {
  id: string;
  eventClass: number;
  commitment: Uint8Array;
  sections: Section[];
  readings: (Reading & { ordinal: number; minute: Date })[];
  certificate: string | null;
  signature: Uint8Array | null;
};

/** Seals an entry's sections for one instant, commits to them, and lets the actor's session sign the commitment. */
export function compose(deployment: string, key: HourKey, now: Date, entry: Entry): Draft {
  const { readings = [], signer } = entry;
  const id = randomUUID();
  const minute = startOfMinute(now);
  const sealed = [...sealedOf(deployment, key, id, entry), ...writtenSections(deployment, entry.written ?? [])];
  const sections = [...sealed, ...readings.map((opened) => readingSection(deployment, opened, minute))];
  const commitment = commitmentOf(sections);

  return {
    id, commitment, sections,
    eventClass: events[entry.event].class,
    readings: readings.map((opened, place) => ({ ...opened, minute, ordinal: sealed.length + place })),
    certificate: signer?.certificate ?? null,
    signature: signer?.sign(commitment) ?? null,
  };
}

/** The entry by which a node says which of its numbers will never come. */
export function composeVoid(deployment: string, key: HourKey, lost: Numbers[]): Draft {
  const id = randomUUID();
  const sections = [
    ...sealedOf(deployment, key, id, { event: 'void', actor: { kind: 'system' } }),
    ...voidSections(deployment, lost),
  ];

  return {
    id, sections, eventClass: events.void.class, commitment: commitmentOf(sections),
    readings: [], certificate: null, signature: null,
  };
}

function sealedOf(deployment: string, key: HourKey, id: string, { event, act, actor, subject, detail }: Entry): Section[] {
  const place = { deployment, keyId: key.id, key: key.key, entry: id };

  return [
    sealSection(place, 'event', { event, act }),
    sealSection(place, 'actor', actor),
    sealSection(place, 'subject', subject ?? {}),
    sealSection(place, 'detail', detail ?? {}),
  ];
}

function startOfMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}
