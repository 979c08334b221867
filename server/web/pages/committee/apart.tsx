import { Page, type Visit } from '../../components/page.tsx';
import { Heading, Link, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

/** After a recusal: nothing of the case stands here, not even its reference. */
export function ApartPage({ visit }: { visit: Visit }): JSX.Element {
  const words = fr.committee.apart;

  return (
    <Page title={words.title} visit={visit} current="cases">
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.text} />
      <Paragraph text="">
        <Link href="/dossiers" text={words.toCases} />
      </Paragraph>
    </Page>
  );
}
