import { Button } from '../components/button.tsx';
import { type FieldError, fieldsOf, type Values } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Alert } from '../components/messages.tsx';
import { Page, type Visit } from '../components/page.tsx';
import type { SelectGroup } from '../components/select.tsx';
import { Contents } from '../components/steps.tsx';
import { Heading, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import { AuthorPart } from './file-request/author.tsx';
import { CredentialsPart } from './file-request/credentials.tsx';
import { ExpectationsPart } from './file-request/expectations.tsx';
import { NoticesPart } from './file-request/notices.tsx';
import { OthersPart } from './file-request/others.tsx';
import type { PartProps } from './file-request/part.ts';
import { PriorStepPart } from './file-request/prior-step.tsx';
import { PurposePart } from './file-request/purpose.tsx';
import { SituationPart } from './file-request/situation.tsx';

type FileRequestProps = {
  visit: Visit;
  /** Establishments by department, each option's value being its id. */
  establishments: readonly SelectGroup[];
  /** Days before any notice leaves. */
  reflectionDays: number;
  values?: Values;
  errors?: readonly FieldError[];
  /** The form token had expired: the text is back, the person is told. */
  isExpired?: boolean;
};

/**
 * Filing on one page, posted to `/demande`; the last part makes the account, and is absent for someone signed in.
 * `forms/file-request-form.ts` says what each field becomes.
 */
export function FileRequestPage(props: FileRequestProps): JSX.Element {
  const { visit, establishments, reflectionDays, values = {}, errors = [], isExpired = false } = props;
  const words = fr.filing;
  const part: PartProps = { field: fieldsOf(values, errors), values, establishments, reflectionDays };
  const parts = visit.signedIn ? everyone : [...everyone, account];

  return (
    <Page title={words.title} visit={visit} current="file" errors={errors}>
      {isExpired ? <Alert kind="warning" text={words.expired} /> : null}
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.intro} />
      <Paragraph text={words.phone} />
      <Contents label={words.contents} parts={parts.map(({ id, heading }) => ({ id, text: heading }))} />
      <Form action="/demande" token={visit.formToken} enterKey="ignored">
        {parts.map(({ id, heading, Body }, index) => (
          <Section id={id} heading={`${index + 1}. ${heading}`}>
            <Body {...part} />
          </Section>
        ))}
        <Button text={words.submit} />
      </Form>
    </Page>
  );
}

type Part = { id: string; heading: string; Body: (props: PartProps) => JSX.Element };

const everyone: readonly Part[] = [
  { id: 'but', heading: fr.filing.purpose.heading, Body: PurposePart },
  { id: 'vous', heading: fr.filing.author.heading, Body: AuthorPart },
  { id: 'personnes', heading: fr.filing.others.heading, Body: OthersPart },
  { id: 'situation', heading: fr.filing.account.heading, Body: SituationPart },
  { id: 'tentative', heading: fr.filing.priorStep.heading, Body: PriorStepPart },
  { id: 'attentes', heading: fr.filing.expectations.heading, Body: ExpectationsPart },
  { id: 'prevenus', heading: fr.filing.notices.heading, Body: NoticesPart },
];

const account: Part = { id: 'compte', heading: fr.filing.credentials.heading, Body: CredentialsPart };
