import type { Clock, Database } from '../db/client.ts';
import type { Journal } from './journal/append.ts';
import type { AttemptLimits } from './people/attempts.ts';
import type { Post } from './post/post.ts';
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
  /** Absent while no mail server is configured. */
  post?: Post | undefined;
  /** Run for a session just opened: office keys, and keys that waited for a holder. */
  afterSignIn?(session: Session): Promise<void>;
  /** Puts in their ring what is sealed to this person in a case and believed; run before their keys are renewed. */
  openGrants?(session: Session, caseId: string): Promise<void>;
  /** Reads a document on its way to its envelope, and throws Problem `document-refused`. */
  scan?: Scan;
  /** In place of the usual ones, where one machine plays everybody: tests, the story, the bench. */
  attemptLimits?: AttemptLimits;
};

/** Gives back what it is given, or throws before its end. */
export type Scan = (content: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

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
