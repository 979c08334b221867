import type { Core } from '../core.ts';
import { Problem } from '../problems.ts';
import type { Login } from './address.ts';

/** Journals a failed sign-in or recovery, once, and gives the refusal to throw. Known and unknown logins leave the same entry. */
export async function signInFailed(core: Core, act: 'sign-in' | 'recover', { hmac }: Login): Promise<Problem> {
  const subject = { login: Buffer.from(hmac).toString('hex') };
  await core.database.withActor({ kind: 'visitor' }, (tx) => core.journal.append(tx, { event: 'sign-in-failed', act, actor: { kind: 'visitor' }, subject }));

  if (act === 'sign-in') return new Problem('sign-in-failed');

  return new Problem('sign-in-failed', { errors: [{ field: 'code', message: 'Vérifiez l’adresse et le code de secours, puis recommencez.' }] });
}
