import { readAnswers, type Asks } from '../asks.tsx';
import { Button } from '../components/button.tsx';
import type { FieldError, Values } from '../components/field.tsx';
import { Form, formTokenField, HiddenField } from '../components/form.tsx';
import type { MainPage } from '../components/header.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { BackLink, Heading, Paragraph } from '../components/text.tsx';
import { openOf } from '../form-steps.ts';
import { fr } from '../words/fr.ts';
import type { DeedWords } from '../words/fr/deeds.ts';

/** A form and what stands around it; `title` is the page's, unique, `heading` what is read first. */
export type FormFrame = {
  visit: Visit;
  current: MainPage;
  title: string;
  heading: string;
  back: { href: string; text: string };
  action: string;
  words: Pick<DeedWords, 'intro' | 'submit'>;
  isChecked?: true | undefined;
  takesFile?: true | undefined;
  asks: Asks;
  values: Values;
  errors: readonly FieldError[];
  /** What is recalled or previewed, before the questions and again before the answers are confirmed. */
  safeRecalled: JSX.Element | undefined;
};

/** What to know, what is asked, one button. Secrets of a checked form are asked on the next page. */
export function FormView({ visit, current, title, heading, back, action, words, isChecked, asks, values, errors, safeRecalled }: FormFrame): JSX.Element {
  return (
    <Page title={title} visit={visit} current={current} errors={errors}>
      <BackLink {...back} />
      <Heading level={1} text={heading} />
      {words.intro.map((text) => (
        <Paragraph text={text} />
      ))}
      {safeRecalled ?? null}
      <Form action={action} token={visit.formToken}>
        {Object.entries(isChecked ? openOf(asks) : asks).map(([name, ask]) => ask.draw(name, values, errors) as 'safe')}
        <Button text={isChecked ? fr.deeds.goOn : words.submit} />
      </Form>
    </Page>
  );
}

/** What the deed bears on and the answers once more, before what has legal effect: change them, or confirm. Where nothing is asked, what is to be known is said again. */
export function CheckView({ visit, current, title, heading, back, action, words, takesFile, asks, values, errors, safeRecalled }: FormFrame): JSX.Element {
  const said = fr.deeds;
  const open = openOf(asks);
  const { answers } = readAnswers(open, values);
  const rows = Object.entries(open).filter(([, ask]) => !ask.isCarried).map(([name, ask]) => ({ key: ask.label, value: ask.recall((answers as Record<string, unknown>)[name]) }));
  const secrets = Object.entries(asks).filter(([, ask]) => ask.isSecret);
  const safeKept = <Kept values={values} except={secrets.map(([name]) => name)} />;

  return (
    <Page title={said.check(title)} visit={visit} current={current} errors={errors}>
      <BackLink {...back} />
      <Heading level={1} text={said.checkHeading} />
      <Paragraph text={heading} />
      {rows.length === 0 ? words.intro.map((text) => <Paragraph text={text} />) : null}
      {safeRecalled ?? null}
      {rows.length > 0 ? <SummaryList rows={rows} /> : null}
      <Form action={action} token={visit.formToken} isUpload={takesFile ?? false}>
        {safeKept}
        {takesFile ? <HiddenField name="confirmed" value="yes" /> : null}
        {secrets.map(([name, ask]) => ask.draw(name, {}, errors) as 'safe')}
        {takesFile ? <Button text={words.submit} /> : <Button text={words.submit} name="confirmed" value="yes" />}
        {takesFile || Object.keys(open).length === 0 ? null : <Button kind="secondary" text={said.change} name="change" value="yes" />}
      </Form>
      {takesFile ? (
        <Form action={action} token={visit.formToken}>
          {safeKept}
          <Button kind="secondary" text={said.change} name="change" value="yes" />
        </Form>
      ) : null}
    </Page>
  );
}

/** What was typed before, carried by the form. */
export function Kept({ values, except = [] }: { values: Values; except?: readonly string[] }): JSX.Element {
  const kept = Object.entries(values).filter(([name]) => ![...except, formTokenField, 'change', 'confirmed'].includes(name));

  return (
    <>
      {kept.map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
    </>
  );
}
