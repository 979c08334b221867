import { LinkButton } from '../../components/button.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Heading, Paragraph } from '../../components/text.tsx';
import { zone } from '../../site.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';

const words = fr.invitation;

/** That the answer is taken, and when: the only proof of somebody who has no account. */
export function DeclinedPage({ visit, at }: { visit: Visit; at: Date }): JSX.Element {
  return (
    <Page title={words.declinedTitle} visit={visit}>
      <Heading level={1} text={words.declined} />
      <SummaryList rows={[{ key: words.declinedAt, value: fr.receipt.at(dateInWords(at, zone), hourInWords(at, zone)) }]} />
      <Paragraph text={words.declinedText} />
      <Paragraph text={words.print} />
      <LinkButton href="/" text={fr.problems.toHome} />
    </Page>
  );
}
