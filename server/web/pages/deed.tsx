import type { PossibleAct } from '../../mediation/possible-acts.ts';
import { problems } from '../../problem-codes.ts';
import { refused } from '../../refusals.ts';
import { caseHref, type About } from '../about.ts';
import type { Values } from '../components/field.tsx';
import { KeptTexts } from '../components/kept-texts.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { BackLink, Heading, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import type { DeedWords } from '../words/fr/deeds.ts';

type NotNowProps = { visit: Visit; about: About; words: DeedWords; missing: NonNullable<PossibleAct['missing']> | 'wrong-state'; values: Values; refused: string | undefined };

/** Why a deed is not possible now: what has just refused it, or the missing fact, in words, and the way back. */
export function NotNowPage({ visit, about, words: { title, refusals }, missing, values, refused: told }: NotNowProps): JSX.Element {
  const words = fr.deeds;
  const { code } = refused(missing);

  return (
    <Page title={`${words.notNow} : ${title} – ${about.facts.reference}`} visit={visit} current="cases">
      <BackToCase about={about} />
      <Heading level={1} text={title} />
      <Paragraph text={`${words.notNow}. ${told ?? refusals?.[code] ?? `${problems[code].title}.`}`} />
      {told ?? refusals?.[code] ? null : <Paragraph text={problems[code].detail} />}
      <KeptTexts values={values} />
    </Page>
  );
}

export function BackToCase({ about: { caseId } }: { about: Pick<About, 'caseId'> }): JSX.Element {
  return <BackLink href={caseHref(caseId)} text={fr.deeds.back} />;
}
