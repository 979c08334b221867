/** What one check found. `todo`: what to do about it, a sentence. Neither ever holds a secret, a password or a name. */
export type Finding = { state: 'good' | 'watch' | 'blocking'; what: string; todo?: string };

const words = { good: 'bon', watch: 'à surveiller', blocking: 'bloquant' } as const;

export const good = (what: string): Finding => ({ state: 'good', what });
export const watch = (what: string, todo: string): Finding => ({ state: 'watch', what, todo });
export const blocking = (what: string, todo: string): Finding => ({ state: 'blocking', what, todo });

/** One line of the terminal: the state in a word, what it is about, what to do. */
export function lineOf({ state, what, todo }: Finding): string {
  return `${words[state].padEnd(14)}${what}${todo ? ` ${todo}` : ''}`;
}

/** A code of Postgres, of the network or of the disk; never a message, which could hold a row or a URL. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error && error.cause ? codeOf(error.cause) : '';

  return /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'erreur inconnue';
}
