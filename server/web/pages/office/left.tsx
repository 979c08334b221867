import type { About } from '../../about.ts';
import { Page, type Visit } from '../../components/page.tsx';
import { Heading, Link, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

/** After leaving a case: it is over, and nothing of it opens any more. */
export function LeftPage({ visit, about: { facts } }: { visit: Visit; about: About }): JSX.Element {
  const words = fr.deeds.left;

  return (
    <Page title={words.title(facts.reference)} visit={visit} current="cases">
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.text} />
      <Paragraph text="">
        <Link href="/dossiers" text={words.toCases} />
      </Paragraph>
    </Page>
  );
}
