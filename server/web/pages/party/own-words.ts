import type { Exclusion, PriorStepOutcome } from '../../../../policies/charter/words.ts';
import type { SignedAttestation } from '../../../mediation/attest.ts';
import type { Account, PaperTold, PersonEntry } from '../../../mediation/request-body.ts';
import { betweenDays } from '../../forms/filing-summary.ts';
import type { ContactChannel, PriorStepForm } from '../../forms/choices.ts';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';

type Row = { key: string; value: string };

const words = fr.ownRequest;

/** An entry as it was sealed, in the order in which it was asked. `establishments`: names by id. */
export function entryRows(sealed: string, establishments: ReadonlyMap<string, string>): Row[] {
  const { name, function: held, profession, establishment, placement, service, contact } = JSON.parse(sealed) as PersonEntry;

  return filled([
    [words.name, name],
    [words.function, held],
    [words.profession, fr.choices.professions[profession]],
    [words.establishment, establishments.get(placement ?? establishment)],
    [words.service, service],
    [words.contact, contact && words.contactBy(fr.choices.channels[contact.channel as ContactChannel].label, contact.value)],
    [words.when, contact?.when],
    [words.discreet, contact?.discreet ? words.discreetYes : undefined],
  ]);
}

/** What somebody told, prompt by prompt; a text written in one piece is shown in one piece. */
export function accountRows(sealed: string): Row[] {
  const told = parsed(sealed);
  if (!told) return [{ key: words.account, value: sealed }];
  const { priorStep, exclusions, litigation, accompanied } = told;

  return filled([
    [words.whatHappened, told.whatHappened],
    [words.sinceWhen, told.sinceWhen],
    [words.effectOnWork, told.effectOnWork],
    [words.expectations, told.expectations],
    [words.priorSteps, told.priorSteps],
    [words.priorForm, priorStep && (priorStep.form === null ? words.unsaid : fr.choices.priorSteps[priorStep.form as PriorStepForm].label)],
    [fr.filing.summary.dates, priorStep && betweenDays(priorStep.from, priorStep.to)],
    [words.priorOutcome, priorStep?.outcome && fr.choices.outcomes[priorStep.outcome as PriorStepOutcome].label],
    [words.exclusions, exclusions?.map((one) => fr.choices.exclusions[one as Exclusion]).join(', ')],
    [words.litigation, litigation?.declared === null ? words.unsaid : litigation?.declared ? litigation.detail || words.yes : undefined],
    [words.accompanied, accompanied === null ? words.unsaid : accompanied === undefined ? undefined : accompanied ? words.wished : words.notWished],
  ]);
}

/** The facts an attestation bears: never what was said. */
export function attestationRows(sealed: string): Row[] {
  const { attestation: { from, to, outcome } } = JSON.parse(sealed) as SignedAttestation;
  const ended = words.attestedOutcomes[outcome] ?? fr.choices.outcomes[outcome as PriorStepOutcome].label;

  return [{ key: words.attestation, value: words.attested(dayInWords(from), dayInWords(to), ended) }];
}

type Told = Partial<Account> & Partial<Pick<PaperTold, 'priorStep' | 'exclusions' | 'litigation' | 'accompanied'>>;

function parsed(sealed: string): Told | undefined {
  if (!sealed.startsWith('{')) return undefined;
  try {
    return JSON.parse(sealed) as Told;
  } catch {
    // Somebody's own words may begin with a brace: they are a text, and shown as one.
    return undefined;
  }
}

function filled(rows: readonly (readonly [string, string | undefined])[]): Row[] {
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}
