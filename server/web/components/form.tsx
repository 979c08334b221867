import type { PropsWithChildren } from '@kitajs/html';
import { fr } from '../words/fr.ts';

/** The hidden field that proves a form comes from our own page. */
export const formTokenField = 'form-token';

type FormProps = PropsWithChildren<{ action: string; token: string; enterKey?: 'submits' | 'ignored'; autosave?: string; isUpload?: boolean }>;

/**
 * A POST form with its token. With `enterKey: 'ignored'`, Enter in a text field sends nothing: only a button does.
 * `isUpload`: with a file, which comes last, hence with a button without a name.
 * `autosave`: where the script `autosave.js` sends what is typed, meanwhile.
 */
export function Form({ action, token, enterKey = 'submits', autosave, isUpload = false, children }: FormProps): JSX.Element {
  return (
    <form method="post" action={action} enctype={isUpload ? 'multipart/form-data' : undefined} novalidate {...(autosave ? { 'data-autosave': autosave, 'data-offline': fr.components.autosave.offline, 'data-failed': fr.components.autosave.failed } : {})}>
      <HiddenField name={formTokenField} value={token} />
      {enterKey === 'ignored' ? <InertDefaultButton /> : null}
      {children}
    </form>
  );
}

export function HiddenField({ name, value }: { name: string; value: string }): JSX.Element {
  return <input type="hidden" name={name} value={value} />;
}

/** Browsers press a form's first submit button on Enter; a disabled one there makes Enter do nothing (HTML, implicit submission). */
function InertDefaultButton(): JSX.Element {
  return <button type="submit" disabled hidden aria-hidden="true" />;
}
