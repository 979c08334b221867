import { TextInput } from '../../components/input.tsx';
import { Inset } from '../../components/messages.tsx';
import { PassphraseInput } from '../../components/passphrase-input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import type { PartProps } from './part.ts';

/** The account, last: nothing is kept of someone who goes no further. */
export function CredentialsPart({ field, values }: Pick<PartProps, 'field' | 'values'>): JSX.Element {
  const words = fr.filing.credentials;
  const shared = field('credentials.shared');
  const wasSent = (values['credentials.address'] ?? '') !== '';

  return (
    <>
      <Paragraph text={words.intro} />
      <TextInput field={field('credentials.address')} label={words.address} hint={words.addressHint} type="email" autocomplete="email" />
      {wasSent ? <Inset text={words.neverSentBack} /> : null}
      <PassphraseInput field={field('credentials.passphrase')} label={words.passphrase} hint={words.passphraseHint} use="new" />
      <PassphraseInput field={field('credentials.confirmation')} label={words.confirmation} use="new" />
      <Paragraph text={words.loss} />
      <Radios
        field={{ ...shared, value: shared.value || 'yes' }}
        legend={fr.signIn.shared}
        hint={fr.signIn.sharedHint}
        options={[
          { value: 'yes', label: fr.signIn.sharedYes },
          { value: 'no', label: fr.signIn.sharedNo },
        ]}
      />
    </>
  );
}
