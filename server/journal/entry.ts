import { events, type EventName } from './classes.ts';
import { JournalError } from './errors.ts';

/** Short words the service chose, never what someone typed. */
export type Codes = Record<string, string | number | boolean>;

export type Reading = { caseId: string; compartment: string; role: string; person: string };
export type Written = { table: string; row: string; ciphertext: Uint8Array };

/** The actor's session: the id of its certificate, and its Ed25519 key (64-byte signatures). */
export type Signer = { certificate: string; sign(bytes: Uint8Array): Uint8Array };

/** What a deed tells the journal. Everything but `written` and `readings` is sealed. */
export type Entry = {
  event: EventName;
  /** The verb of a deed, such as `refer-up`. */
  act?: string;
  actor: { kind: 'person' | 'visitor' | 'system'; person?: string; role?: string };
  /** Whom or what it is about, by id or code. */
  subject?: { caseId?: string; compartment?: string; person?: string; [name: string]: string | undefined };
  detail?: Codes;
  /** The rows of ciphertext this deed wrote; only their digests are kept. */
  written?: Written[];
  /** Who opened which compartments. */
  readings?: Reading[];
  signer?: Signer;
};

const CODE = /^[a-z0-9_.:-]{0,64}$/;
const NAME = /^[A-Za-z][A-Za-z0-9]{0,31}$/;

/**
 * Refuses what must not reach the journal. The error names the field, never its value.
 * @throws JournalError `not-a-code` for anything that could be free text, `signer-missing`, `signer-unexpected`
 */
export function checkEntry(entry: Entry): void {
  checkCodes('act', { act: entry.act });
  checkCodes('actor', entry.actor);
  checkCodes('subject', entry.subject);
  checkCodes('detail', entry.detail);
  for (const { table } of entry.written ?? []) checkCodes('written', { table });
  for (const { role } of entry.readings ?? []) checkCodes('readings', { role });

  const { signature } = events[entry.event];
  if (signature === 'required' && !entry.signer) throw new JournalError('signer-missing', entry.event);
  if (signature === 'never' && entry.signer) throw new JournalError('signer-unexpected', entry.event);
}

function checkCodes(field: string, codes: Record<string, unknown> = {}): void {
  for (const [name, value] of Object.entries(codes)) {
    if (!NAME.test(name)) throw new JournalError('not-a-code', field);
    if (!isCode(value)) throw new JournalError('not-a-code', `${field}.${name}`);
  }
}

function isCode(value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);

  return typeof value === 'string' && CODE.test(value);
}
