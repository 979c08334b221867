import type { Field } from '../../components/field.tsx';
import { TextInput } from '../../components/input.tsx';
import { PassphraseInput } from '../../components/passphrase-input.tsx';
import { Radios } from '../../components/radios.tsx';
import { fr } from '../../words/fr.ts';

const words = fr.invitation;

/** How somebody who is not signed in will be: a new account, or theirs. Nothing else is asked of them. */
export function AccessPart({ field }: { field: (name: string) => Field }): JSX.Element {
  return (
    <>
      <Radios field={field('account')} legend={words.how} options={[{ value: 'new', label: words.create }, { value: 'mine', label: words.mine, hint: words.mineHint }]} />
      <TextInput field={field('name')} label={words.name} hint={words.nameHint} autocomplete="name" />
      <TextInput field={field('address')} label={words.address} hint={words.addressHint} type="email" autocomplete="email" />
      <PassphraseInput field={field('passphrase')} label={words.passphrase} hint={words.passphraseHint} use="new" />
      <PassphraseInput field={field('confirmation')} label={words.confirmation} hint={words.confirmationHint} use="new" />
      <Radios field={field('shared')} legend={fr.signIn.shared} hint={fr.signIn.sharedHint} options={[{ value: 'yes', label: fr.signIn.sharedYes }, { value: 'no', label: fr.signIn.sharedNo }]} />
    </>
  );
}
