import { LinkButton } from '../../components/button.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Heading, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

const words = fr.invitation;

export function DeclinedPage({ visit }: { visit: Visit }): JSX.Element {
  return (
    <Page title={words.declinedTitle} visit={visit}>
      <Heading level={1} text={words.declined} />
      <Paragraph text={words.declinedText} />
      <Paragraph text={words.print} />
      <LinkButton href="/" text={fr.problems.toHome} />
    </Page>
  );
}
