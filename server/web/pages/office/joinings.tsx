import { caseHref, isOneOf, type About } from '../../about.ts';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';

/** The requests joined to this one, or the one this was joined to, each with its own date of receipt. */
export function Joinings({ about }: { about: About }): JSX.Element {
  const { facts, caseId } = about;
  const words = fr.turns.overview;
  if (facts.joinings.length === 0) return <></>;
  const on = (moment: string) => dateInWords(new Date(moment), zone);
  const mayOpen = isOneOf(about, 'in-charge', 'stand-in', 'secretary');

  return (
    <Section id="jonctions" heading={words.joinings}>
      {facts.joinings.map(({ kept, joined, receivedAt, joinedAt }) => {
        const isKept = kept === caseId;

        return (
          <Paragraph text={isKept ? words.joinedHere(on(receivedAt), on(joinedAt)) : words.joinedThere(on(joinedAt))}>
            {mayOpen ? <Link href={caseHref(isKept ? joined : kept)} text={isKept ? words.seeJoined : words.seeKept} /> : null}
          </Paragraph>
        );
      })}
    </Section>
  );
}
