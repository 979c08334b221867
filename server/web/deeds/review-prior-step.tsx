import { priorStepFindings } from '../../../policies/charter/prior-step.ts';
import { reviewPriorStep } from '../../mediation/review-prior-step.ts';
import type { About } from '../about.ts';
import { choice, optionalText } from '../asks.tsx';
import { courseOf } from '../case-reading.ts';
import { SummaryList } from '../components/summary-list.tsx';
import { Paragraph, Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns;

export const reviewPriorStepPage = deedPage({
  act: 'review-prior-step',
  slug: 'etape-prealable',
  words: fr.deeds.words['review-prior-step'],
  isChecked: true,
  recall: declared,
  asks: () => ({
    finding: choice({ ...words.asks.finding, options: priorStepFindings.map((value) => ({ value, ...words.findings[value] })) }),
    reasons: optionalText({ ...words.asks.findingReasons, limit: 20_000, rows: 6 }),
  }),
  perform: ({ core, session, caseId }, { finding, reasons }) => reviewPriorStep(core, session, caseId, { finding, ...(reasons !== undefined && { reasons }) }),
});

/** Its form alone, which stands in clear; what was told of it lies with the account. */
async function declared(about: About): Promise<JSX.Element> {
  const { request: { priorStep } } = await courseOf(about);
  const form = fr.choices.priorSteps[priorStep as keyof typeof fr.choices.priorSteps] as { label: string } | undefined;

  return (
    <Section id="declare" heading={words.recalled.priorStep}>
      {form ? <SummaryList rows={[{ key: words.recalled.priorForm, value: form.label }]} /> : <Paragraph text={words.recalled.undeclared} />}
    </Section>
  );
}
