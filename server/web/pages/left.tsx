import { Page, type Visit } from '../components/page.tsx';
import { Heading, Link, Paragraph } from '../components/text.tsx';

type LeftProps = { visit: Visit; words: { title: string; heading: string; text: string; toCases: string } };

/** After leaving a case, or standing aside from it: it opens no more, and its page has nowhere to go back to. */
export function LeftPage({ visit, words: { title, heading, text, toCases } }: LeftProps): JSX.Element {
  return (
    <Page title={title} visit={visit} current="cases">
      <Heading level={1} text={heading} />
      <Paragraph text={text} />
      <Paragraph text="">
        <Link href="/dossiers" text={toCases} />
      </Paragraph>
    </Page>
  );
}
