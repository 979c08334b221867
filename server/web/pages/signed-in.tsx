import type { State } from '../../../policies/vocabulary.ts';
import { LinkButton } from '../components/button.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { type Cell, Table } from '../components/table.tsx';
import { Heading, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';

export type CaseLine = {
  reference: string;
  state: State;
  /** What is due, until when, and whether that day has passed. */
  deadline?: { what: string; on: Date; isLate: boolean };
};

type SignedInProps = { visit: Visit; cases: readonly CaseLine[]; zone: string };

/** The cases of whoever is signed in, in the order given. Dates are shown in `zone` (IANA name). */
export function SignedInPage({ visit, cases, zone }: SignedInProps): JSX.Element {
  const words = fr.cases;

  return (
    <Page title={words.title} visit={visit} current="cases" width="full">
      <Heading level={1} text={words.title} />
      {cases.length > 0 ? <CaseTable cases={cases} zone={zone} /> : <NoCase />}
    </Page>
  );
}

function CaseTable({ cases, zone }: { cases: readonly CaseLine[]; zone: string }): JSX.Element {
  const words = fr.cases;
  const rows = cases.map(({ reference, state, deadline }) => [
    reference,
    { tag: { text: fr.choices.states[state] } },
    deadlineCell(deadline, zone),
  ]);

  return <Table caption={words.caption} columns={[words.reference, words.state, words.deadline]} rows={rows} />;
}

function deadlineCell(deadline: CaseLine['deadline'], zone: string): Cell {
  const words = fr.cases;
  if (!deadline) return words.noDeadline;

  const text = words.deadlineOn(deadline.what, dateInWords(deadline.on, zone));

  return deadline.isLate ? { text, tag: { text: words.late, tone: 'late' } } : text;
}

function NoCase(): JSX.Element {
  const words = fr.cases;

  return (
    <>
      <Paragraph text={words.empty} />
      <Paragraph text={words.emptyWhy} />
      <LinkButton href="/demande" text={words.file} />
    </>
  );
}
