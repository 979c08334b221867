/**
 * Every kind of event the journal knows: its class byte in the leaf, and whether the actor's session must have signed.
 * `required`: a deed by someone signed in. `optional`: may come from someone who is not. `never`: the service itself.
 * Add a line to add an event; a class byte, once used, never changes its meaning.
 */
export const events = {
  'node-started': { class: 1, signature: 'never' },
  void: { class: 2, signature: 'never' },
  limited: { class: 3, signature: 'never' },
  alarm: { class: 4, signature: 'optional' },
  refused: { class: 5, signature: 'optional' },
  automatic: { class: 6, signature: 'never' },

  enrolled: { class: 16, signature: 'optional' },
  'signed-in': { class: 17, signature: 'required' },
  'sign-in-failed': { class: 18, signature: 'never' },
  'signed-out': { class: 19, signature: 'required' },
  'session-revoked': { class: 20, signature: 'optional' },
  'passphrase-changed': { class: 21, signature: 'required' },
  recovered: { class: 22, signature: 'optional' },
  'keys-renewed': { class: 23, signature: 'required' },

  'office-opened': { class: 32, signature: 'required' },
  'office-key-opened': { class: 33, signature: 'required' },
  'office-key-shared': { class: 34, signature: 'required' },
  'appointment-proposed': { class: 35, signature: 'required' },
  'mandate-signed': { class: 36, signature: 'required' },
  'mandate-countersigned': { class: 37, signature: 'required' },
  relieved: { class: 38, signature: 'required' },
  'undertaking-signed': { class: 39, signature: 'required' },

  deed: { class: 48, signature: 'required' },
  'deed-by-link': { class: 49, signature: 'never' },
  read: { class: 50, signature: 'required' },
  listed: { class: 51, signature: 'required' },
  exported: { class: 52, signature: 'required' },
  'grants-sealed': { class: 53, signature: 'required' },
  'grants-swept': { class: 54, signature: 'never' },
  'epoch-opened': { class: 55, signature: 'required' },
} as const satisfies Record<string, EventRule>;

export type EventName = keyof typeof events;
export type EventRule = { class: number; signature: 'required' | 'optional' | 'never' };

/** The rule of a class byte; undefined for a byte no event has. */
export function ruleOfClass(eventClass: number): EventRule | undefined {
  return Object.values<EventRule>(events).find((rule) => rule.class === eventClass);
}
