import type { PossibleAct } from '../../mediation/possible-acts.ts';
import { problems } from '../../problem-codes.ts';
import { refused } from '../../refusals.ts';
import { caseHref, type About } from '../about.ts';
import type { Values } from '../components/field.tsx';
import { formTokenField } from '../components/form.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { BackLink, Heading, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import type { DeedWords } from '../words/fr/deeds.ts';

type NotNowProps = { visit: Visit; about: About; words: DeedWords; missing: NonNullable<PossibleAct['missing']> | 'wrong-state'; values: Values; refused: string | undefined };

/** Why a deed is not possible now: what has just refused it, or the missing fact, in words, and the way back. */
export function NotNowPage({ visit, about, words: { title, refusals }, missing, values, refused: told }: NotNowProps): JSX.Element {
  const words = fr.deeds;
  const { code } = refused(missing);
  const typed = Object.entries(values).filter(([name, value]) => name !== formTokenField && value.length > longest).map(([, value]) => value);

  return (
    <Page title={`${words.notNow} : ${title} – ${about.facts.reference}`} visit={visit} current="cases">
      <BackToCase about={about} />
      <Heading level={1} text={title} />
      <Paragraph text={`${words.notNow}. ${told ?? refusals?.[code] ?? `${problems[code].title}.`}`} />
      {told ?? refusals?.[code] ? null : <Paragraph text={problems[code].detail} />}
      {typed.length > 0 ? (
        <Section id="garde" heading={fr.problems.kept}>
          <SummaryList rows={typed.map((value, place) => ({ key: String(place + 1), value }))} />
        </Section>
      ) : null}
    </Page>
  );
}

/** Shorter answers are choices, not texts somebody would miss. */
const longest = 40;

export function BackToCase({ about: { caseId } }: { about: Pick<About, 'caseId'> }): JSX.Element {
  return <BackLink href={caseHref(caseId)} text={fr.deeds.back} />;
}
