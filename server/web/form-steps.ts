import { problems } from '../problem-codes.ts';
import { Problem } from '../problems.ts';
import { bringsMore, readAnswers, type Answers, type Asks } from './asks.tsx';
import type { FieldError, Values } from './components/field.tsx';
import type { DeedWords } from './words/fr/deeds.ts';

/** How a form is shown again. `isCheck`: on the page that checks the answers. */
export type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number; isCheck?: boolean };

/** What a deed's form and one that is no case's have in common. */
type Form = { isChecked?: true; words: Pick<DeedWords, 'refusals'> };

/** The answers, once they may be acted upon; until then what to show: what is wrong, what follows from them, or they to check. */
export function answersOf<F extends Asks>({ isChecked }: Form, asks: F, values: Values): { answers: Answers<F> } | { shown: Shown } {
  if ('change' in values || bringsMore(asks, values)) return { shown: {} };

  const isConfirmed = !isChecked || 'confirmed' in values;
  const { answers, errors } = readAnswers(isConfirmed ? asks : (openOf(asks) as F), values);
  if (errors.length > 0) return { shown: { errors, status: 422, isCheck: isChecked === true && errors.every(({ field }) => asks[field]?.isSecret) } };

  return isConfirmed ? { answers } : { shown: { isCheck: true } };
}

/**
 * What a form tells of a refusal: a wrong passphrase at its field, whatever has a field there, the rest above.
 * @throws whatever is no form's to tell
 */
export function toldOf({ isChecked, words: { refusals } }: Form, asks: Asks, error: unknown): Shown {
  if (!(error instanceof Problem) || error.status >= 500 || error.code === 'signed-out' || (error.status === 404 && !refusals?.[error.code])) throw error;
  const { title, detail } = problems[error.code];
  const text = refusals?.[error.code] ?? `${title}. ${detail}`;
  const [secret] = Object.keys(asks).filter((name) => asks[name]?.isSecret);
  if (error.code === 'wrong-passphrase' && secret) return { errors: [{ field: secret, message: text }], status: error.status, isCheck: isChecked === true };

  const errors = (error.facts.errors ?? []).filter(({ field }) => field in asks);

  return { errors, status: error.status, ...(errors.length === 0 && { refused: text }) };
}

/** The questions of the first page: a secret is asked on the last one. */
export function openOf(asks: Asks): Asks {
  return Object.fromEntries(Object.entries(asks).filter(([, ask]) => !ask.isSecret));
}
