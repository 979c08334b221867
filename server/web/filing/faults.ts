import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Answers } from '../../mediation/drafts/draft.ts';
import { RequestBody } from '../../mediation/request-body.ts';
import type { FieldError } from '../components/field.tsx';
import { explainFilingErrors } from '../forms/filing-errors.ts';
import { readFilingForm, wrongDates, type FilingForm } from '../forms/file-request-form.ts';

/** Everything that keeps answers from being filed, in French, in the order of the pages. */
export function faultsOf(answers: Answers): readonly FieldError[] {
  return faultsOfForm(readFilingForm(answers));
}

/** The same of a form already read: what the page asks, and what the schema of the deed refuses. */
export function faultsOfForm({ filing, wrong }: Pick<FilingForm, 'wrong'> & { filing: object }, schema: TSchema = RequestBody): readonly FieldError[] {
  const pointers = Value.Errors(schema, filing).map(({ instancePath }) => instancePath);

  return explainFilingErrors([...wrong, ...pointers]);
}

/** What no step lets pass, complete or not: a date that cannot be. */
export function impossibleIn(answers: Answers): readonly FieldError[] {
  return explainFilingErrors(wrongDates(answers));
}
