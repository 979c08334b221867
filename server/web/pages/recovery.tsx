import { Button } from '../components/button.tsx';
import { type FieldError, fieldsOf, type Values } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { TextInput } from '../components/input.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { PassphraseInput } from '../components/passphrase-input.tsx';
import { Heading, Link, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

type RecoveryProps = { visit: Visit; values?: Values; errors?: readonly FieldError[] };

/** Fields posted to `/recuperation`: `address`, `code`, `passphrase`, `confirmation`. The code is a secret too: never shown again. */
export function RecoveryPage({ visit, values = {}, errors = [] }: RecoveryProps): JSX.Element {
  const words = fr.recovery;
  const field = fieldsOf(values, errors);

  return (
    <Page title={words.title} visit={visit} errors={errors}>
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.intro} />
      <Form action="/recuperation" token={visit.formToken}>
        <TextInput field={field('address')} label={words.address} type="email" autocomplete="username" />
        <TextInput field={{ ...field('code'), value: '' }} label={words.code} hint={words.codeHint} />
        <PassphraseInput field={field('passphrase')} label={words.passphrase} hint={fr.filing.credentials.passphraseHint} use="new" />
        <PassphraseInput field={field('confirmation')} label={words.confirmation} use="new" />
        <Button text={words.submit} />
      </Form>
      <Paragraph text={words.lost}>
        <Link href="/parler" text={words.lostLink} />
      </Paragraph>
    </Page>
  );
}
