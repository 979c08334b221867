import { Button, MainLink } from '../../components/button.tsx';
import { Form } from '../../components/form.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { Heading, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';

type DraftProps = { visit: Visit; code: string; savedAt: Date; eraseOn: string; zone: string };

/** The resume code, made to be printed; how long the draft is kept; and how to make it go away. */
export function DraftPage({ visit, code, savedAt, eraseOn, zone }: DraftProps): JSX.Element {
  const words = fr.filing.draft;

  return (
    <Page title={words.title} visit={visit} current="file">
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.saved(dateInWords(savedAt, zone), hourInWords(savedAt, zone))} />
      <RecoveryCode heading={words.code} code={code} before={words.before} after={words.after} />
      <Paragraph text={words.browser} />
      <Paragraph text={words.erasedIn(dateInWords(new Date(`${eraseOn}T12:00:00Z`), 'UTC'))} />
      <MainLink href="/demande/suite" text={words.goOn} />
      <Section id="supprimer" heading={words.remove}>
        <Paragraph text={words.removeText} />
        <Form action="/demande/suppression" token={visit.formToken}>
          <Button text={words.remove} kind="warning" />
        </Form>
      </Section>
    </Page>
  );
}
