import type { Announced } from '../../../mediation/open-invitation.ts';
import { Button } from '../../components/button.tsx';
import { Document } from '../../components/document.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form, HiddenField } from '../../components/form.tsx';
import { Inset, Warning } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { Heading, Hint, Link, Paragraph, Section } from '../../components/text.tsx';
import { prompts } from '../../forms/acceptance-form.ts';
import { textLimits } from '../../forms/choices.ts';
import type { Places } from '../../forms/places.ts';
import { fr } from '../../words/fr.ts';
import { ContactQuestions, WorkQuestions } from '../file-request/author.tsx';
import { AccessPart } from './access.tsx';
import { untilWhen } from './until.ts';

type OpenedProps = { visit: Visit; link: string; code: string; announced: Announced; places: Places; object: string | null; values: Values; errors: readonly FieldError[] };

const words = fr.invitation;

/** With the code: the object and the names, then the two answers, of which neither asks for a reason. */
export function OpenedPage({ visit, link, code, announced, places, object, values, errors }: OpenedProps): JSX.Element {
  const field = fieldsOf({ shared: 'yes', ...values }, errors);
  const at = `/invitation/${link}`;

  return (
    <Page title={words.opened} visit={visit} errors={errors}>
      <Heading level={1} text={words.heading[announced.tier]} />
      <Section id="objet" heading={words.object}>
        {object === null ? <Paragraph text={words.ownFile} /> : <Document text={object} />}
        <Hint text={words.objectWhy} />
        <Paragraph text={untilWhen(announced.answerBy, announced.awaitedOn)}>
          <Link href="#decliner" text={words.toDecline} />
        </Paragraph>
      </Section>
      <Inset text={words.notYet} />
      <Form action={`${at}/accord`} token={visit.formToken} enterKey="ignored">
        <HiddenField name="code" value={code} />
        <Section id="vous" heading={words.self}>
          <Paragraph text={words.selfIntro} />
          <WorkQuestions field={field} places={places} />
          <Heading level={3} text={fr.filing.author.contact} />
          <ContactQuestions field={field} />
        </Section>
        <Section id="recit" heading={words.account}>
          <Paragraph text={words.accountIntro} />
          <Warning text={words.noHealth} />
          {prompts.map((name) => (
            <Textarea field={field(name)} label={fr.deeds.optional(fr.filing.account[name])} hint={fr.filing.account[`${name}Hint`]} limit={textLimits[name]} rows={name === 'whatHappened' ? 8 : 3} />
          ))}
        </Section>
        <Section id="acces" heading={words.access}>
          {visit.signedIn ? <Paragraph text={words.signedInAs} /> : <AccessPart field={field} />}
        </Section>
        <Button text={words.accept} />
      </Form>
      <Section id="decliner" heading={words.declineHeading}>
        <Paragraph text={words.declineIntro} />
        <Form action={`${at}/refus`} token={visit.formToken}>
          <HiddenField name="code" value={code} />
          <Button kind="secondary" text={words.decline} />
        </Form>
        <Paragraph text={words.talk}>
          <Link href="/parler" text={words.talkLink} />
        </Paragraph>
      </Section>
      <Paragraph text={words.print} />
    </Page>
  );
}
