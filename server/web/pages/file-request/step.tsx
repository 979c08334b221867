import { Button, ButtonGroup } from '../../components/button.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form, HiddenField } from '../../components/form.tsx';
import { Alert } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { BackLink, Hint, Link, Paragraph, StepHeading } from '../../components/text.tsx';
import type { Places } from '../../forms/places.ts';
import { around, checkPage, pageOf, type Slug, slugs } from '../../forms/steps.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { AddresseePart } from './addressee.tsx';
import { AuthorPart } from './author.tsx';
import { DocumentsPart } from './documents.tsx';
import { ExpectationsPart } from './expectations.tsx';
import { OthersPart } from './others.tsx';
import type { PartProps } from './part.ts';
import { PriorStepPart } from './prior-step.tsx';
import { PurposePart } from './purpose.tsx';
import { SituationPart } from './situation.tsx';

type StepProps = {
  visit: Visit;
  slug: Slug;
  places: Places;
  values?: Values;
  errors?: readonly FieldError[];
  /** The day the draft is erased; nothing while there is none. */
  eraseOn?: string;
  /** The form token had expired: the text is back, the person is told. */
  isExpired?: boolean;
  /** One comes from the check page, and goes back there. */
  toCheck?: boolean;
};

/** One step of a request: a page of its own, saved complete or not. `forms/file-request-form.ts` says what fields become. */
export function StepPage({ visit, slug, places, values = {}, errors = [], eraseOn, isExpired = false, toCheck = false }: StepProps): JSX.Element {
  const words = fr.filing;
  const heading = words.steps[slug];
  const rank = slugs.indexOf(slug);
  const count = String(slugs.length - 1);
  const Body = bodies[slug];

  return (
    <Page title={rank === 0 ? heading : words.stepTitle(heading, String(rank), count)} visit={visit} current="file" errors={errors} scripts={['autosave.js']}>
      <BackLink href={toCheck ? checkPage : around(slug).before} text={words.back} />
      {isExpired ? <Alert kind="warning" text={words.expired} /> : null}
      <StepHeading caption={rank === 0 ? words.first : words.step(String(rank), count)} text={heading} />
      <Form action={pageOf(slug)} token={visit.formToken} enterKey="ignored" {...(slug !== 'pieces' && { autosave: `${pageOf(slug)}/brouillon` })}>
        {toCheck ? <HiddenField name="to-check" value="yes" /> : null}
        <Body field={fieldsOf(values, errors)} values={values} places={places} />
        <ButtonGroup>
          <Button text={words.save} />
          <Button text={words.saveAndLeave} kind="secondary" name="leave" value="yes" />
        </ButtonGroup>
      </Form>
      {eraseOn ? (
        <Paragraph text={words.draftNote(dateInWords(new Date(`${eraseOn}T12:00:00Z`), 'UTC'))}>
          <Link href="/demande/brouillon" text={words.draftLink} />
        </Paragraph>
      ) : (
        <Hint text={words.newDraftNote} />
      )}
    </Page>
  );
}

function FirstPart(props: PartProps): JSX.Element {
  return (
    <>
      <PurposePart {...props} />
      <AddresseePart {...props} />
    </>
  );
}

const bodies: Record<Slug, (props: PartProps) => JSX.Element> = {
  objet: FirstPart,
  vous: AuthorPart,
  personnes: OthersPart,
  situation: SituationPart,
  tentative: PriorStepPart,
  attentes: ExpectationsPart,
  pieces: DocumentsPart,
};
