import { readAnswers, type Asks } from '../asks.tsx';
import { Button } from '../components/button.tsx';
import type { FieldError, Values } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { BackLink, Heading, Paragraph } from '../components/text.tsx';
import type { FormPage } from '../service-form.tsx';
import { fr } from '../words/fr.ts';
import { Kept } from './deed.tsx';

type FormViewProps = { visit: Visit; page: FormPage; title: string; action: string; asks: Asks; values: Values; errors: readonly FieldError[]; safeRecalled?: JSX.Element | undefined };

/** A form that is no case's: what to know, what is asked, one button. Secrets of a checked one are asked on the next page. */
export function FormView({ visit, page, title, action, asks, values, errors, safeRecalled }: FormViewProps): JSX.Element {
  const words = fr.forms[page.name];
  const asked = Object.entries(asks).filter(([, ask]) => !page.isChecked || !ask.isSecret);

  return (
    <Page title={title} visit={visit} current={page.current} errors={errors}>
      <BackLink href={page.back} text={fr.formBack} />
      <Heading level={1} text={title} />
      {words.intro.map((text) => (
        <Paragraph text={text} />
      ))}
      {safeRecalled ?? null}
      <Form action={action} token={visit.formToken}>
        {asked.map(([name, ask]) => ask.draw(name, values, errors) as 'safe')}
        <Button text={page.isChecked ? fr.deeds.goOn : words.submit} />
      </Form>
    </Page>
  );
}

type CheckProps = Omit<FormViewProps, 'safeRecalled'>;

/** The answers once more, before what has legal effect. */
export function CheckFormPage({ visit, page, title, action, asks, values, errors }: CheckProps): JSX.Element {
  const open = Object.fromEntries(Object.entries(asks).filter(([, ask]) => !ask.isSecret));
  const { answers } = readAnswers(open, values);
  const rows = Object.entries(open).filter(([, ask]) => !ask.isCarried).map(([name, ask]) => ({ key: ask.label, value: ask.recall((answers as Record<string, unknown>)[name]) }));
  const secrets = Object.entries(asks).filter(([, ask]) => ask.isSecret);

  return (
    <Page title={fr.deeds.check(title)} visit={visit} current={page.current} errors={errors}>
      <BackLink href={page.back} text={fr.formBack} />
      <Heading level={1} text={fr.deeds.checkHeading} />
      <Paragraph text={title} />
      {rows.length > 0 ? <SummaryList rows={rows} /> : null}
      <Form action={action} token={visit.formToken}>
        <Kept values={values} except={secrets.map(([name]) => name)} />
        {secrets.map(([name, ask]) => ask.draw(name, {}, errors) as 'safe')}
        <Button text={fr.forms[page.name].submit} name="confirmed" value="yes" />
        {rows.length > 0 ? <Button kind="secondary" text={fr.deeds.change} name="change" value="yes" /> : null}
      </Form>
    </Page>
  );
}
