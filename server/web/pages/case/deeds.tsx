import { problems } from '../../../problem-codes.ts';
import { refused } from '../../../refusals.ts';
import { canDo, caseHref, type About } from '../../about.ts';
import { Details } from '../../components/messages.tsx';
import { BulletList, Link, Paragraph, Section } from '../../components/text.tsx';
import type { DeedPage } from '../../deed-page.tsx';
import { fr } from '../../words/fr.ts';

/** What whoever looks may do in this case now, and in words what is missing for the rest. */
export function Deeds({ about, pages, id = 'a-faire', heading = fr.casePage.toDo }: { about: About; pages: readonly DeedPage[]; id?: string; heading?: string }): JSX.Element {
  const words = fr.casePage;
  const theirs = pages.filter((page) => page.from === undefined && (page.isFor?.(about) ?? true));
  const now = theirs.filter(({ act }) => canDo(about, act));
  const later = theirs.flatMap(({ act, words: { title, link = title, refusals } }) => {
    const missing = about.possible.find((one) => one.act === act)?.missing;

    if (!missing) return [];
    const { code } = refused(missing);

    return [words.missing(link, refusals?.[code] ?? problems[code].detail)];
  });

  return (
    <Section id={id} heading={heading}>
      {now.length === 0 ? <Paragraph text={words.nothing} /> : null}
      {now.map(({ slug, words: { title, link = title } }) => (
        <Paragraph text="">
          <Link href={caseHref(about.caseId, slug)} text={link} />
        </Paragraph>
      ))}
      {later.length > 0 ? (
        <Details summary={words.whyNot}>
          <BulletList items={later} />
        </Details>
      ) : null}
    </Section>
  );
}
