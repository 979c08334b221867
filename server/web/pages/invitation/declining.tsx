import { Button } from '../../components/button.tsx';
import { Form, HiddenField } from '../../components/form.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Heading, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

const words = fr.invitation;

/** Before an answer that ends the invitation for good: what it means once more, then decline, or go back and read. */
export function DecliningPage({ visit, link, code }: { visit: Visit; link: string; code: string }): JSX.Element {
  const at = `/invitation/${link}`;

  return (
    <Page title={words.declining} visit={visit}>
      <Heading level={1} text={words.declining} />
      <Paragraph text={words.declineIntro} />
      <Paragraph text={words.declineOnce} />
      <Form action={`${at}/refus`} token={visit.formToken}>
        <HiddenField name="code" value={code} />
        <Button text={words.declineSure} name="confirmed" value="yes" />
      </Form>
      <Form action={at} token={visit.formToken}>
        <HiddenField name="code" value={code} />
        <Button kind="secondary" text={words.declineBack} />
      </Form>
    </Page>
  );
}
