import { createHmac, randomBytes } from 'node:crypto';
import { concat, enc, idBytes } from './bytes.ts';
import { EnvelopeError, open, seal } from './envelope.ts';
import { hkdf } from './hkdf.ts';

export type Argon2Cost = { memoryKiB: number; passes: number; lanes: number };

/** One of the doors to a person's seed, each opening it alone. `argon2` and `pepperVersion` are null on a recovery slot. */
export type Slot = SlotFacts & { sealed: Uint8Array };

type SlotFacts = {
  id: string;
  person: string;
  kind: 'passphrase' | 'recovery';
  salt: Uint8Array;
  argon2: Argon2Cost | null;
  pepperVersion: number | null;
  /** SHA-256 of the key statement that names the public keys of this seed. */
  statementDigest: Uint8Array;
};

export type SlotOwner = Pick<Slot, 'id' | 'person' | 'statementDigest'>;

/** A secret of the server, outside the database, mixed into every passphrase slot. */
export type Pepper = { version: number; key: Uint8Array };

/**
 * Seals a seed under a passphrase (design section 4, "Bytes").
 * `stretched` is the 64-byte Argon2id output: the caller derives the Argon2 salt from the login, so that one costly
 * computation tries every account of an address, and the slot's own salt (32 bytes, random) separates them.
 */
export function sealPassphraseSlot(
  deployment: string, owner: SlotOwner, seed: Uint8Array, stretched: Uint8Array, argon2: Argon2Cost, pepper: Pepper,
): Slot {
  const facts: SlotFacts = { ...identify(owner), kind: 'passphrase', salt: randomBytes(32), argon2, pepperVersion: pepper.version };

  return { ...facts, sealed: seal(passphraseKek(facts, stretched, pepper.key), slotContext(deployment, facts), seed) };
}

/** The seed, or null when the passphrase, the pepper or any fact of the slot, its kind included, is another. */
export function openPassphraseSlot(deployment: string, slot: Slot, stretched: Uint8Array, pepper: Uint8Array): Uint8Array | null {
  return tryOpen(passphraseKek(slot, stretched, pepper), slotContext(deployment, slot), slot.sealed);
}

/** Seals a seed under the 20 bytes of a recovery code, which needs no stretching: it is 160 random bits. */
export function sealRecoverySlot(deployment: string, owner: SlotOwner, seed: Uint8Array, code: Uint8Array): Slot {
  const facts: SlotFacts = { ...identify(owner), kind: 'recovery', salt: randomBytes(32), argon2: null, pepperVersion: null };

  return { ...facts, sealed: seal(recoveryKek(facts, code), slotContext(deployment, facts), seed) };
}

/** The seed, or null when the code or any fact of the slot, its kind included, is another. */
export function openRecoverySlot(deployment: string, slot: Slot, code: Uint8Array): Uint8Array | null {
  return tryOpen(recoveryKek(slot, code), slotContext(deployment, slot), slot.sealed);
}

/** The pepper is applied to a derivate of the Argon2id output, so whoever keeps the pepper never sees the output itself. */
export function passphraseKek(slot: Pick<Slot, 'id' | 'person' | 'salt'>, stretched: Uint8Array, pepper: Uint8Array): Uint8Array {
  const toPepper = hkdf(stretched, new Uint8Array(0), 'to-pepper', 32);
  const message = enc('pepper', idBytes(slot.person), idBytes(slot.id), toPepper);
  const peppered = createHmac('sha256', pepper).update(message).digest();

  return hkdf(concat(stretched, peppered), slot.salt, 'kek', 32);
}

export function recoveryKek(slot: Pick<Slot, 'salt'>, code: Uint8Array): Uint8Array {
  return hkdf(code, slot.salt, 'recovery', 32);
}

function identify({ id, person, statementDigest }: SlotOwner): SlotOwner {
  return { id, person, statementDigest };
}

function slotContext(deployment: string, slot: SlotFacts): Uint8Array {
  const { memoryKiB = null, passes = null, lanes = null } = slot.argon2 ?? {};

  return enc(
    'slot', idBytes(deployment), idBytes(slot.person), idBytes(slot.id), slot.kind,
    memoryKiB, passes, lanes, slot.pepperVersion, slot.statementDigest,
  );
}

function tryOpen(kek: Uint8Array, context: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  try {
    return open(kek, context, sealed);
  } catch (error) {
    if (error instanceof EnvelopeError) return null;

    throw error;
  }
}
