import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { Heading, Link, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

/** Asks before signing out: a link alone must not end a session. */
export function SignOutPage({ visit }: { visit: Visit }): JSX.Element {
  const words = fr.signOut;

  return (
    <Page title={words.title} visit={visit}>
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.text} />
      <Form action="/deconnexion" token={visit.formToken}>
        <Button text={words.submit} />
      </Form>
      <Paragraph text="">
        <Link href="/dossiers" text={words.stay} />
      </Paragraph>
    </Page>
  );
}

/** Confirms that the session is over. */
export function SignedOutPage({ visit }: { visit: Visit }): JSX.Element {
  const words = fr.signOut;

  return (
    <Page title={words.doneTitle} visit={visit}>
      <Heading level={1} text={words.doneHeading} />
      <Paragraph text={words.doneText} />
      <Paragraph text="">
        <Link href="/connexion" text={words.again} />
      </Paragraph>
    </Page>
  );
}
