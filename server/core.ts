import type { Clock, Database, Tx } from '../db/client.ts';
import type { Journal, Written } from './journal/append.ts';
import type { AttemptLimits } from './people/attempts.ts';
import type { Secrets } from './secrets.ts';
import type { Shred } from './vault/shred.ts';
import type { Hasher } from './vault/passphrase.ts';

/** What every deed is given. */
export type Core = {
  clock: Clock;
  database: Database;
  shred: Shred;
  journal: Journal;
  secrets: Secrets;
  hasher: Hasher;
  /** Run for a session just opened: office keys, and keys that waited for a holder. */
  afterSignIn?(session: Session): Promise<void>;
  /** Run in the transaction that renews someone's keys: moves what is sealed to the former ones and not in their ring. */
  moveSealed?(tx: Tx, renewal: Renewal): Promise<Written[]>;
  /** In place of the usual ones, where one machine plays everybody: tests, the story, the bench. */
  attemptLimits?: AttemptLimits;
};

/** A person's session before and after their keys changed; unopened grants become ring rows, shares of office keys are sealed anew. */
export type Renewal = { from: Session; to: Session; xwingPublicKey: Uint8Array };

/** Someone signed in: who, under which certificate, and the keys their session opened. The identity key is never among them. */
export type Session = {
  person: string;
  certificate: string;
  idHash: Uint8Array;
  expiresAt: Date;
  xwingPrivateKey: Uint8Array;
  ringKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
};

/** How a session signs a journal entry. */
export function signerOf(session: Session) {
  return { certificate: session.certificate, sign: session.sign };
}
