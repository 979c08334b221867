export type JournalErrorCode = 'not-a-code' | 'signer-missing' | 'signer-unexpected' | 'log-behind' | 'log-broken';

/** The journal refuses or cannot go on. `about` names a field or an event, never content. */
export class JournalError extends Error {
  override name = 'JournalError';
  readonly code: JournalErrorCode;

  constructor(code: JournalErrorCode, about: string) {
    super(`${code}: ${about}`);
    this.code = code;
  }
}
