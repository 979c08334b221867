import { priorStepFindings } from '../../../policies/charter/prior-step.ts';
import { reviewPriorStep } from '../../mediation/review-prior-step.ts';
import { caseHref, type About } from '../about.ts';
import { choice, optionalText } from '../asks.tsx';
import { courseOf } from '../case-reading.ts';
import { SummaryList } from '../components/summary-list.tsx';
import { Link, Paragraph, Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { requestPage } from '../pages/office/request.tsx';
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

/** What it gave, which stands in clear; what was told of it lies with the account, a page away. */
async function declared(about: About): Promise<JSX.Element> {
  const { request: { priorStep } } = await courseOf(about);
  const outcome = priorStep === null ? undefined : fr.choices.outcomes[priorStep as keyof typeof fr.choices.outcomes].label;

  return (
    <Section id="declare" heading={words.recalled.priorStep}>
      {outcome ? <SummaryList rows={[{ key: words.recalled.priorOutcome, value: outcome }]} /> : <Paragraph text={words.recalled.undeclared} />}
      <Paragraph text="">
        <Link href={caseHref(about.caseId, requestPage.below)} text={words.recalled.readRequest} />
      </Paragraph>
    </Section>
  );
}
