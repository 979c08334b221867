import type { Announced } from '../../../mediation/open-invitation.ts';
import { Button } from '../../components/button.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { TextInput } from '../../components/input.tsx';
import { Inset } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { BulletList, Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { untilWhen } from './until.ts';

type AnnouncedProps = { visit: Visit; link: string; announced: Announced; values: Values; errors: readonly FieldError[] };

const words = fr.invitation;

/** What a link shows before its code (web 20), in the order in which somebody who opens it worries. It names nobody. */
export function AnnouncedPage({ visit, link, announced: { tier, territory, answerBy, awaitedOn }, values, errors }: AnnouncedProps): JSX.Element {
  const isLocal = tier === 'local';

  return (
    <Page title={words.title} visit={visit} errors={errors}>
      <Heading level={1} text={words.heading[tier]} />
      <Section id="qui" heading={words.who}>
        <Paragraph text={words.writers[tier](territory ?? '')} />
        <Paragraph text={words.check}>
          <Link href="/parler" text={words.checkLink} />
        </Paragraph>
      </Section>
      <Inset text={isLocal ? words.localSentences : words.sentences} />
      <Section id="sait" heading={words.knows}>
        <BulletList items={isLocal ? words.localKnowers : words.knowers} />
      </Section>
      <Section id="delai" heading={words.until}>
        <Paragraph text={untilWhen(answerBy, awaitedOn)} />
        <Paragraph text={words.opening} />
      </Section>
      <Section id="ouvrir" heading={words.codeHeading}>
        <Paragraph text={words.codeIntro} />
        <Form action={`/invitation/${link}`} token={visit.formToken}>
          <TextInput field={fieldsOf(values, errors)('code')} label={words.code} hint={words.codeHint} autocomplete="one-time-code" width="half" />
          <Button text={words.open} />
        </Form>
        <Paragraph text={words.talk}>
          <Link href="/parler" text={words.talkLink} />
        </Paragraph>
      </Section>
      <Paragraph text={words.print} />
    </Page>
  );
}
