import type { Exclusion, PriorStepForm, PriorStepOutcome } from '../../../../policies/charter/words.ts';
import type { SignedAttestation } from '../../../mediation/attest.ts';
import type { Account, PaperTold } from '../../../mediation/request-body.ts';
import { betweenDays } from '../../forms/filing-summary.ts';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';

type Told = Account & Partial<Pick<PaperTold, 'priorStep' | 'exclusions' | 'litigation' | 'accompanied'>>;
type Row = { key: string; value: string };

/** What lies in `account/<party>`, as facts to read: a request's answers, an attestation, or words of one's own. */
export function accountRows(text: string, establishments: ReadonlyMap<string, string>): Row[] {
  const read = parsed(text);
  if (read && 'attestation' in read) return attestationRows(read as SignedAttestation, establishments);
  if (read && 'whatHappened' in read) return toldRows(read as Told);

  return [{ key: fr.office.request.fields.whatHappened, value: text }];
}

function parsed(text: string): object | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined; // words that happen to begin like this
  }
}

function toldRows({ priorStep, exclusions = [], litigation, accompanied, ...account }: Told): Row[] {
  const words = fr.office.request;
  const { yes, no } = fr.components;
  const answer = (given: boolean | null | undefined) => (given === null ? words.unsaid : given === undefined ? undefined : given ? yes : no);
  const fields = (Object.keys(words.fields) as (keyof Account)[]).map((name): [string, string | undefined] => [words.fields[name], account[name]]);

  return given([
    ...fields,
    [words.priorStep, priorStep && [priorStep.form === null ? words.unsaid : fr.choices.priorSteps[priorStep.form].label, priorStep.outcome && fr.choices.outcomes[priorStep.outcome].label].filter(Boolean).join('. ')],
    [fr.filing.summary.dates, priorStep && betweenDays(priorStep.from, priorStep.to)],
    [words.attested, priorStep && priorStep.form !== 'none' ? answer(priorStep.attested) : undefined],
    [words.litigation, litigation && (litigation.declared ? litigation.detail || yes : answer(litigation.declared))],
    [words.exclusions, exclusions.map((one: Exclusion) => fr.choices.exclusions[one]).join(', ')],
    [words.accompanied, answer(accompanied)],
  ]);
}

function attestationRows({ attestation: { establishment, form, outcome, from, to } }: SignedAttestation, establishments: ReadonlyMap<string, string>): Row[] {
  const words = fr.office.request;

  return given([
    [words.establishment, establishments.get(establishment) ?? fr.office.unknown],
    [words.formOf, fr.choices.priorSteps[form as PriorStepForm].label],
    [words.outcomeOf, outcome === 'agreed' ? fr.choices.states.agreed : fr.choices.outcomes[outcome as PriorStepOutcome].label],
    [words.fromTo, `${dayInWords(from)} – ${dayInWords(to)}`],
  ]);
}

function given(rows: readonly (readonly [string, string | undefined])[]): Row[] {
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}
