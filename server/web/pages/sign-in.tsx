import { Button } from '../components/button.tsx';
import { type FieldError, fieldsOf, type Values } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { TextInput } from '../components/input.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { PassphraseInput } from '../components/passphrase-input.tsx';
import { Radios } from '../components/radios.tsx';
import { Heading, Link, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

type SignInProps = { visit: Visit; values?: Values; errors?: readonly FieldError[] };

/** Fields posted to `/connexion`: `address`, `passphrase`, `shared` (`yes` unless the person says otherwise). */
export function SignInPage({ visit, values = {}, errors = [] }: SignInProps): JSX.Element {
  const words = fr.signIn;
  const field = fieldsOf({ shared: 'yes', ...values }, errors);
  const whose = [
    { value: 'yes', label: words.sharedYes },
    { value: 'no', label: words.sharedNo },
  ];

  return (
    <Page title={words.title} visit={visit} current="sign-in" errors={errors}>
      <Heading level={1} text={words.title} />
      <Form action="/connexion" token={visit.formToken}>
        <TextInput field={field('address')} label={words.address} type="email" autocomplete="username" />
        <PassphraseInput field={field('passphrase')} label={words.passphrase} use="current" />
        <Radios field={field('shared')} legend={words.shared} hint={words.sharedHint} options={whose} />
        <Button text={words.submit} />
      </Form>
      <Paragraph text={words.recovery}>
        <Link href="/recuperation" text={words.recoveryLink} />
      </Paragraph>
      <Paragraph text={words.filing}>
        <Link href="/demande" text={words.filingLink} />
      </Paragraph>
    </Page>
  );
}

/** What a refused sign-in says: the same for a known and an unknown address. */
export const signInRefused: readonly FieldError[] = [{ field: 'address', message: fr.signIn.refused }];
