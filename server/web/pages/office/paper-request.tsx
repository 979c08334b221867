import type { Entered } from '../../../mediation/enter-request.ts';
import type { OwnRole } from '../../../people/own-roles.ts';
import { caseHref } from '../../about.ts';
import { scannedPaper } from '../../asks.tsx';
import { Button, LinkButton } from '../../components/button.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form, HiddenField } from '../../components/form.tsx';
import { Inset, Warning } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Radios } from '../../components/radios.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { BackLink, Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import { unsaid } from '../../forms/choices.ts';
import type { PaperForm } from '../../forms/paper-request-form.ts';
import type { Places } from '../../forms/places.ts';
import { summaryOf } from '../../forms/filing-summary.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { AuthorPart } from '../file-request/author.tsx';
import { ExpectationsPart } from '../file-request/expectations.tsx';
import { OthersPart } from '../file-request/others.tsx';
import { optionsOf } from '../file-request/part.ts';
import { PriorStepPart } from '../file-request/prior-step.tsx';
import { PurposePart } from '../file-request/purpose.tsx';
import { SituationPart } from '../file-request/situation.tsx';

const words = fr.paper.request;
export const paperRequestHref = '/papier';

/** Whose docket leads to what came on paper: the secretary of a mediator's office. */
export function takesPaper(held: readonly OwnRole[]): boolean {
  return held.some(({ role, tier }) => role === 'secretary' && tier !== 'local');
}

type FormProps = { visit: Visit; places: Places; values?: Values; errors?: readonly FieldError[] };

/** The questions of a request on one page, for the secretary who has it before them or hears it. */
export function PaperRequestPage({ visit, places, values = {}, errors = [] }: FormProps): JSX.Element {
  const field = fieldsOf(values, errors);
  const part = { field, values, places };
  const besides = [{ value: unsaid, ...words.unsaid }];
  const days = { day: field('receivedOn.day'), month: field('receivedOn.month'), year: field('receivedOn.year') };

  return (
    <Page title={words.title} visit={visit} current="cases" errors={errors}>
      <BackLink href="/dossiers" text={words.back} />
      <Heading level={1} text={words.title} />
      <Paragraph text={words.intro} />
      <Inset text={words.asAsked} />
      <Warning text={words.noReopening} />
      <Form action={paperRequestHref} token={visit.formToken} enterKey="ignored">
        <Section id="reception" heading={words.receipt}>
          <Radios field={field('channel')} legend={words.channel} options={optionsOf(['paper', 'telephone'], words.channels)} />
          <DateInput field={field('receivedOn')} parts={days} legend={words.receivedOn} hint={words.receivedOnHint} />
        </Section>
        <Section id="objet" heading={words.purpose}>
          <PurposePart {...part} />
        </Section>
        <Section id="auteur" heading={words.author}>
          <AuthorPart {...part} isAnother />
        </Section>
        <Section id="autres" heading={words.others}>
          <OthersPart {...part} />
        </Section>
        <Section id="recit" heading={words.account}>
          <SituationPart {...part} />
        </Section>
        <Section id="etape" heading={words.priorStep}>
          <PriorStepPart {...part} besides={besides} />
        </Section>
        <Section id="attentes" heading={words.expectations}>
          <ExpectationsPart {...part} besides={besides} />
        </Section>
        <Button text={words.check} />
      </Form>
    </Page>
  );
}

type CheckProps = { visit: Visit; places: Places; form: PaperForm; errors?: readonly FieldError[] };

/** What will be sealed, once more, and the scan: a browser keeps no file from one page to the next. */
export function PaperCheckPage({ visit, places, form: { filing, values, channel, receivedOn }, errors = [] }: CheckProps): JSX.Element {
  const how = { key: words.received, value: words.receivedHow(words.channels[channel], dateInWords(new Date(`${receivedOn}T12:00:00Z`), 'UTC')) };

  return (
    <Page title={words.checkTitle} visit={visit} current="cases" errors={errors}>
      <Heading level={1} text={words.checkTitle} />
      <Warning text={words.noReopening} />
      <SummaryList rows={[how]} />
      {summaryOf(filing, places.nameOf).filter(({ slug }) => slug !== 'pieces').map(({ slug, rows }) => (
        <Section id={`resume-${slug}`} heading={words.parts[slug] ?? ''}>
          <SummaryList rows={rows} />
        </Section>
      ))}
      <Form action={paperRequestHref} token={visit.formToken} isUpload>
        <Typed values={{ ...values, confirmed: 'yes' }} />
        {channel === 'paper' ? (scannedPaper().draw('file', {}, errors) as 'safe') : <Paragraph text={words.noScan} />}
        <Button text={words.submit} />
      </Form>
      <Form action={paperRequestHref} token={visit.formToken}>
        <Typed values={values} />
        <Button kind="secondary" text={words.change} name="change" value="yes" />
      </Form>
    </Page>
  );
}

function Typed({ values }: { values: Values }): JSX.Element {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
    </>
  );
}

/** The number and both dates: when it came, which counts, and when it was entered. */
export function PaperReceiptPage({ visit, entered: { case: caseId, reference, receivedAt, enteredAt, acknowledgedBy, zone } }: { visit: Visit; entered: Entered }): JSX.Element {
  const rows = [
    { key: words.number, value: reference },
    { key: words.receivedKey, value: dateInWords(new Date(receivedAt), zone) },
    { key: words.enteredKey, value: words.at(dateInWords(new Date(enteredAt), zone), hourInWords(new Date(enteredAt), zone)) },
    ...(acknowledgedBy ? [{ key: words.acknowledgedBy, value: dateInWords(new Date(`${acknowledgedBy}T12:00:00Z`), 'UTC') }] : []),
  ];

  return (
    <Page title={`${words.doneTitle} – ${reference}`} visit={visit} current="cases">
      <Heading level={1} text={words.done} />
      <SummaryList rows={rows} />
      <Paragraph text={words.next} />
      <LinkButton href={caseHref(caseId)} text={words.toCase} />
      <Paragraph text="">
        <Link href={paperRequestHref} text={words.another} />
      </Paragraph>
    </Page>
  );
}
