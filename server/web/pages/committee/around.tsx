import type { Sitting } from '../../../mediation/list-sittings.ts';
import { caseHref } from '../../about.ts';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

/** From one case of an agenda to those before and after it. */
export function Around({ sitting, caseId }: { sitting: Sitting | undefined; caseId: string }): JSX.Element | null {
  const words = fr.sittings;
  if (!sitting || sitting.cases.length < 2) return null;
  const rank = sitting.cases.findIndex((one) => one.case === caseId);
  const [previous, following] = [sitting.cases[rank - 1], sitting.cases[rank + 1]];

  return (
    <Section id="seance" heading={words.around}>
      {previous ? <To href={caseHref(previous.case)} text={words.previous(previous.reference)} /> : null}
      {following ? <To href={caseHref(following.case)} text={words.following(following.reference)} /> : null}
      <To href={`/seances/${sitting.sitting}`} text={words.backToSitting} />
    </Section>
  );
}

function To(link: { href: string; text: string }): JSX.Element {
  return (
    <Paragraph text="">
      <Link {...link} />
    </Paragraph>
  );
}
