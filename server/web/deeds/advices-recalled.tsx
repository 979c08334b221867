import { reveal } from '../../mediation/reveal.ts';
import type { About } from '../about.ts';
import { colleaguesOf, courseOf } from '../case-reading.ts';
import { Paragraph, Section } from '../components/text.tsx';
import { Advices } from '../pages/office/committee.tsx';
import { fr } from '../words/fr.ts';

/** The advices before the decision that follows them or not. */
export async function advicesRecalled(about: About): Promise<JSX.Element> {
  const { core, session, caseId } = about;
  const words = fr.office.committee;
  const { advices, quorum } = await courseOf(about);
  const names = new Map((await colleaguesOf(about)).map(({ person, name }) => [person, name]));
  const texts = await reveal(core, session, caseId, [{ kind: 'deliberation' }]);

  return (
    <Section id="avis" heading={words.advices}>
      <Paragraph text={words.quorum(String(advices), String(quorum))} />
      <Advices texts={texts} headingOf={(author) => words.adviceOf(names.get(author) ?? fr.office.docket.somebody)} />
    </Section>
  );
}
