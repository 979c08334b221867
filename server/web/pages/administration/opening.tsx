import type { OfficeKind } from '../../../people/offices/openable-places.ts';
import { Page, type Visit } from '../../components/page.tsx';
import { BackLink, Heading, Link, Paragraph } from '../../components/text.tsx';
import { kindInWords } from '../../office-name.ts';
import { fr } from '../../words/fr.ts';

const words = fr.administration.opening;

/** Which office to open: one link for each kind that still has a place without one. */
export function OpeningPage({ visit, kinds }: { visit: Visit; kinds: readonly OfficeKind[] }): JSX.Element {
  return (
    <Page title={words.title} visit={visit} current="administration">
      <BackLink href="/administration" text={fr.formBack} />
      <Heading level={1} text={words.title} />
      <Paragraph text={kinds.length > 0 ? words.intro : words.none} />
      {kinds.map((kind) => (
        <Paragraph text="">
          <Link href={`/administration/services/ouverture/${kind}`} text={kindInWords(kind)} />
        </Paragraph>
      ))}
    </Page>
  );
}
