import { Page, type Visit } from '../components/page.tsx';
import { BulletList, Heading, Link, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

/** The declaration each footer links to. */
export function AccessibilityPage({ visit }: { visit: Visit }): JSX.Element {
  const words = fr.accessibility;

  return (
    <Page title={words.title} visit={visit}>
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.state} />
      <Section id="fait" heading={words.done}>
        <BulletList items={words.doneItems} />
      </Section>
      <Section id="aide" heading={words.help}>
        <Paragraph text={words.helpText}>
          <Link href="/parler" text={words.helpLink} />
        </Paragraph>
      </Section>
      <Section id="recours" heading={words.remedy}>
        <Paragraph text={words.remedyText} />
      </Section>
    </Page>
  );
}
