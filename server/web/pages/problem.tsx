import { LinkButton } from '../components/button.tsx';
import type { Values } from '../components/field.tsx';
import { KeptTexts } from '../components/kept-texts.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Heading, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import type { ProblemStatus } from '../words/fr/problems.ts';

type ProblemProps = {
  visit: Visit;
  /** An HTTP status; one without words of its own is shown as 500. */
  status: number;
  /** Given on the telephone to find the incident in the log. */
  requestId?: string;
  telephone?: string;
  /** Seconds, from `Retry-After`. */
  retryAfter?: number;
  /** What was typed in the form this answers, so that nothing is lost. */
  values?: Values;
};

/** What happened and what to do; never why in technical words. */
export function ProblemPage({ visit, status, requestId, telephone, retryAfter, values = {} }: ProblemProps): JSX.Element {
  const words = fr.problems;
  const problem = words.byStatus[isKnown(status) ? status : 500];

  return (
    <Page title={problem.title} visit={visit}>
      <Heading level={1} text={problem.heading} />
      <Paragraph text={problem.what} />
      <Paragraph text={problem.todo} />
      {retryAfter ? <Paragraph text={words.waitMinutes(String(Math.ceil(retryAfter / 60)))} /> : null}
      {requestId || telephone ? <SummaryList rows={contact(requestId, telephone)} /> : null}
      <KeptTexts values={values} />
      {status === 401 ? <LinkButton href="/connexion" text={words.toSignIn} /> : <LinkButton href="/" text={words.toHome} />}
    </Page>
  );
}

function contact(requestId: string | undefined, telephone: string | undefined): readonly { key: string; value: string }[] {
  const words = fr.problems;

  return [
    ...(requestId ? [{ key: words.reference, value: requestId }] : []),
    ...(telephone ? [{ key: words.telephone, value: telephone }] : []),
  ];
}

function isKnown(status: number): status is ProblemStatus {
  return Object.hasOwn(fr.problems.byStatus, status);
}
