import type { PossibleAct } from '../../mediation/possible-acts.ts';
import { problems } from '../../problem-codes.ts';
import { refused } from '../../refusals.ts';
import { caseHref, type About } from '../about.ts';
import { readAnswers, type Asks } from '../asks.tsx';
import { Button } from '../components/button.tsx';
import type { FieldError, Values } from '../components/field.tsx';
import { Form, formTokenField, HiddenField } from '../components/form.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Heading, Link, Paragraph, Section } from '../components/text.tsx';
import type { DeedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import type { DeedWords } from '../words/fr/deeds.ts';

type DeedFormProps = { visit: Visit; about: About; page: DeedPage; asks: Asks; values: Values; errors: readonly FieldError[]; safeRecalled?: JSX.Element | undefined };

/** A deed's own page: what to know, what is asked, one button. Secrets of a checked deed are asked on the next page. */
export function DeedFormPage({ visit, about, page, asks, values, errors, safeRecalled }: DeedFormProps): JSX.Element {
  const words = fr.deeds;
  const asked = Object.entries(asks).filter(([, ask]) => !page.isChecked || !ask.isSecret);

  return (
    <Page title={`${page.words.title} – ${about.facts.reference}`} visit={visit} current="cases" errors={errors}>
      <BackToCase about={about} />
      <Heading level={1} text={page.words.title} />
      {page.words.intro.map((text) => (
        <Paragraph text={text} />
      ))}
      {safeRecalled ?? null}
      <Form action={caseHref(about.caseId, page.slug)} token={visit.formToken}>
        {asked.map(([name, ask]) => ask.draw(name, values, errors) as 'safe')}
        <Button text={page.isChecked ? words.goOn : page.words.submit} />
      </Form>
    </Page>
  );
}

type CheckProps = Omit<DeedFormProps, 'safeRecalled'>;

/** The answers once more, before what has legal effect: change them, or confirm. */
export function CheckDeedPage({ visit, about, page, asks, values, errors }: CheckProps): JSX.Element {
  const words = fr.deeds;
  const open = Object.fromEntries(Object.entries(asks).filter(([, ask]) => !ask.isSecret));
  const { answers } = readAnswers(open, values);
  const rows = Object.entries(open).filter(([, ask]) => !ask.isCarried).map(([name, ask]) => ({ key: ask.label, value: ask.recall((answers as Record<string, unknown>)[name]) }));
  const secrets = Object.entries(asks).filter(([, ask]) => ask.isSecret);

  return (
    <Page title={words.check(`${page.words.title} – ${about.facts.reference}`)} visit={visit} current="cases" errors={errors}>
      <BackToCase about={about} />
      <Heading level={1} text={words.checkHeading} />
      <Paragraph text={page.words.title} />
      {rows.length > 0 ? <SummaryList rows={rows} /> : null}
      <Form action={caseHref(about.caseId, page.slug)} token={visit.formToken} isUpload={page.takesFile ?? false}>
        <Kept values={values} except={secrets.map(([name]) => name)} />
        {page.takesFile ? <HiddenField name="confirmed" value="yes" /> : null}
        {secrets.map(([name, ask]) => ask.draw(name, {}, errors) as 'safe')}
        {page.takesFile ? <Button text={page.words.submit} /> : <Button text={page.words.submit} name="confirmed" value="yes" />}
        {rows.length > 0 && !page.takesFile ? <Button kind="secondary" text={words.change} name="change" value="yes" /> : null}
      </Form>
      {page.takesFile ? (
        <Form action={caseHref(about.caseId, page.slug)} token={visit.formToken}>
          <Kept values={values} except={secrets.map(([name]) => name)} />
          <Button kind="secondary" text={words.change} name="change" value="yes" />
        </Form>
      ) : null}
    </Page>
  );
}

type NotNowProps = { visit: Visit; about: About; words: DeedWords; missing: NonNullable<PossibleAct['missing']> | 'wrong-state'; values: Values };

/** Why a deed is not possible now: the missing fact, in words, and the way back. */
export function NotNowPage({ visit, about, words: { title, refusals }, missing, values }: NotNowProps): JSX.Element {
  const words = fr.deeds;
  const { code } = refused(missing);
  const typed = Object.entries(values).filter(([name, value]) => name !== formTokenField && value.length > longest).map(([, value]) => value);

  return (
    <Page title={`${words.notNow} : ${title} – ${about.facts.reference}`} visit={visit} current="cases">
      <BackToCase about={about} />
      <Heading level={1} text={title} />
      <Paragraph text={`${words.notNow}. ${refusals?.[code] ?? `${problems[code].title}.`}`} />
      {refusals?.[code] ? null : <Paragraph text={problems[code].detail} />}
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
  return (
    <Paragraph text="">
      <Link href={caseHref(caseId)} text={fr.deeds.back} />
    </Paragraph>
  );
}

/** What was typed before, carried by the form. */
export function Kept({ values, except }: { values: Values; except: readonly string[] }): JSX.Element {
  const kept = Object.entries(values).filter(([name]) => ![...except, formTokenField, 'change', 'confirmed'].includes(name));

  return (
    <>
      {kept.map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
    </>
  );
}
