import { localAttempts, positions, proceedings } from '../../../../policies/charter/orientation.ts';
import { Button, ButtonGroup, MainLink } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { TextInput } from '../../components/input.tsx';
import { Notice } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Radios } from '../../components/radios.tsx';
import { Select } from '../../components/select.tsx';
import { BulletList, Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import type { Places } from '../../forms/places.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { optionsOf } from './part.ts';

type StartProps = {
  visit: Visit;
  places: Places;
  /** When the draft of this browser was last saved; nothing when there is none. */
  savedAt?: Date | undefined;
  values?: Values;
  errors?: readonly FieldError[];
};

/** Before a request: the draft there may be, three questions that advise, and the way back with a resume code. */
export function StartPage({ visit, places, savedAt, values = {}, errors = [] }: StartProps): JSX.Element {
  const words = fr.orientation;
  const field = fieldsOf(values, errors);

  return (
    <Page title={words.title} visit={visit} current="file" errors={errors}>
      <Heading level={1} text={words.heading} />
      {savedAt ? <DraftNotice visit={visit} savedAt={savedAt} /> : null}
      <Section id="avant" heading={fr.home.before}>
        <BulletList items={fr.home.beforeItems} />
        <Paragraph text={fr.home.phone} />
      </Section>
      <Section id="questions" heading={words.questions}>
        <Paragraph text={words.intro} />
        <Form action="/demande" token={visit.formToken}>
          <Radios field={field('position')} legend={words.position} options={optionsOf(positions, words.positions)} />
          <Radios field={field('localAttempt')} legend={words.localAttempt} hint={words.localAttemptHint} options={optionsOf(localAttempts, words.localAttempts)} />
          <Select field={field('establishment')} label={words.establishment} hint={words.establishmentHint} groups={places.workplaces} />
          <Radios field={field('proceeding')} legend={words.proceeding} options={optionsOf(proceedings, words.proceedings)} />
          <Checkboxes legend={words.danger} hint={words.dangerHint} items={[{ field: field('danger'), label: words.dangerLabel }]} />
          <Button text={words.submit} {...(savedAt && { kind: 'secondary' })} />
        </Form>
        <Paragraph text="">
          <Link href="/demande/objet" text={words.skip} />
        </Paragraph>
      </Section>
      <Section id="reprise" heading={fr.filing.draft.resumeHeading}>
        <Form action="/demande/reprise" token={visit.formToken}>
          <TextInput field={field('code')} label={fr.filing.draft.resumeCode} hint={fr.filing.draft.resumeHint} />
          <Button text={fr.filing.draft.resumeSubmit} kind="secondary" />
        </Form>
      </Section>
    </Page>
  );
}

/** The two ways from a draft, the first being the likelier. */
export function DraftNotice({ visit, savedAt }: { visit: Visit; savedAt: Date }): JSX.Element {
  const words = fr.filing.draft;

  return (
    <Notice>
      <Heading level={2} text={words.found} />
      <Paragraph text={words.foundText(dateInWords(savedAt, 'Europe/Paris'))} />
      <Form action="/demande/nouvelle" token={visit.formToken}>
        <ButtonGroup>
          <MainLink href="/demande/suite" text={words.resume} />
          <Button text={words.another} kind="secondary" />
        </ButtonGroup>
      </Form>
      <Paragraph text={words.anotherText} />
    </Notice>
  );
}
