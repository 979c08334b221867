import type { InstitutionalReferral } from '../../mediation/institutional-referral.ts';
import { fr } from '../words/fr.ts';
import { summaryOf, type SummaryPart } from './filing-summary.ts';

const notAsked: readonly string[] = [fr.filing.priorStep.litigation, fr.filing.expectations.accompanied];
const parts: readonly string[] = ['objet', 'personnes', 'situation', 'tentative', 'attentes'];

/** What an institution writes, part by part, in words. */
export function summaryOfReferral({ purpose, parties, account, priorStep, exclusions, consents }: InstitutionalReferral, nameOf: (establishment: string) => string): readonly SummaryPart[] {
  const asRequest = { purpose, author: {}, others: parties, account, priorStep: { ...priorStep, outcome: priorStep.outcome ?? '' }, exclusions: [...exclusions], litigation: { declared: undefined, detail: '' }, accompanied: undefined, consents };

  return summaryOf(asRequest, nameOf).filter(({ slug }) => parts.includes(slug)).map(({ slug, rows }) => ({ slug, rows: rows.filter(({ key }) => !notAsked.includes(key)) }));
}
