import type { Preview } from '../../../mediation/preview-notices.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Alert } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { SummaryCard } from '../../components/summary-list.tsx';
import { BackLink, Heading, Hint, Link, Paragraph, Section } from '../../components/text.tsx';
import type { SummaryPart } from '../../forms/filing-summary.ts';
import { checkPage, pageOf } from '../../forms/steps.ts';
import { fr } from '../../words/fr.ts';
import { CredentialsPart } from './credentials.tsx';
import { NoticesPart, type NoPreview } from './notices.tsx';

export type CheckProps = {
  visit: Visit;
  /** Written to the conciliator of one's establishment: nobody else is told. */
  isSignal?: boolean;
  summary: readonly SummaryPart[];
  preview: Preview | NoPreview;
  /** The parties in the order of the preview's ranks, the author first. */
  names: readonly string[];
  values?: Values;
  errors?: readonly FieldError[];
  /** What happened meanwhile: the form was too old, or the session ended. */
  warning?: string | undefined;
};

/** What will be filed, who will be told and how, the two boxes, the account, and the one button that files. */
export function CheckPage({ visit, isSignal = false, summary, preview, names, values = {}, errors = [], warning }: CheckProps): JSX.Element {
  const words = fr.filing;
  const field = fieldsOf(values, errors);

  return (
    <Page title={words.check} visit={visit} current="file" errors={errors}>
      <BackLink href={pageOf('pieces')} text={words.back} />
      {warning ? <Alert kind="warning" text={warning} /> : null}
      <Heading level={1} text={words.check} />
      <Heading level={2} text={words.answers} />
      {summary.map(({ slug, rows }) => (
        <SummaryCard heading={words.steps[slug]} change={{ href: `${pageOf(slug)}?verifier=oui`, text: words.summary.change, of: words.summary.changeOf(words.steps[slug]) }} rows={rows} />
      ))}
      <NoticesPart isSignal={isSignal} preview={preview} names={names} />
      <Form action={checkPage} token={visit.formToken} enterKey="ignored">
        <Section id="accord" heading={words.consents.heading}>
          <Checkboxes
            legend={words.consents.legend}
            items={[
              { field: field('consents.informedOfNotices'), label: isSignal ? words.signal.informed : words.consents.informedOfNotices },
              { field: field('consents.accurate'), label: words.consents.accurate },
            ]}
          />
        </Section>
        {visit.signedIn ? null : (
          <Section id="compte" heading={words.credentials.heading}>
            <CredentialsPart field={field} values={values} />
            <Paragraph text={words.credentials.already}>
              <Link href="/connexion" text={words.credentials.alreadyLink} />
            </Paragraph>
          </Section>
        )}
        <Button text={isSignal ? words.signal.submit : words.submit} />
      </Form>
      <Hint text={words.afterFiling} />
    </Page>
  );
}
