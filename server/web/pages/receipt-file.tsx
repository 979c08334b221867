import { Plain } from '../components/plain.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Heading, Paragraph } from '../components/text.tsx';
import type { SummaryPart } from '../forms/filing-summary.ts';
import { fr } from '../words/fr.ts';
import { ReceiptFacts, type Receipt } from './receipt.tsx';

type FileProps = {
  receipt: Pick<Receipt, 'reference' | 'receivedAt' | 'zone' | 'digest' | 'filed'>;
  /** What was filed, in words; nothing when the exact text is not at hand. */
  summary: readonly SummaryPart[];
};

/** The receipt as a file that needs nothing else: what was filed in words, then the exact text its digest is of. */
export function ReceiptFile({ receipt, summary }: FileProps): JSX.Element {
  const words = fr.receipt;
  const title = words.fileTitle(receipt.reference);

  return (
    <Plain title={title}>
      <Heading level={1} text={title} />
      <ReceiptFacts receipt={receipt} />
      {summary.map(({ slug, rows }) => (
        <>
          <Heading level={2} text={fr.filing.steps[slug]} />
          <SummaryList rows={rows} />
        </>
      ))}
      {receipt.filed === undefined ? null : (
        <>
          <Heading level={2} text={words.exact} />
          <Paragraph text={words.exactText} />
          <pre safe>{receipt.filed}</pre>
        </>
      )}
    </Plain>
  );
}
