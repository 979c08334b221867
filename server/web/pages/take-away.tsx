import { caseHref, isOneOf, type About } from '../about.ts';
import { Hint, Link, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

/** A party's file, as a page and as JSON, and the receipt of whoever filed. */
export function TakeAway({ about }: { about: About }): JSX.Element {
  const { caseId } = about;
  const words = fr.documents;
  const links = [
    { href: caseHref(caseId, 'export.html'), text: words.html },
    { href: caseHref(caseId, 'export.json'), text: words.json },
    ...(isOneOf(about, 'requester') ? [{ href: `/demande/recu/${caseId}`, text: words.receipt }] : []),
  ];

  return (
    <Section id="emporter" heading={words.takeAway}>
      <Paragraph text={words.takeAwayIntro} />
      {links.map((link) => (
        <Paragraph text="">
          <Link {...link} />
        </Paragraph>
      ))}
      <Hint text={words.printing} />
    </Section>
  );
}
