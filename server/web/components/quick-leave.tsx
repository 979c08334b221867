import { fr } from '../words/fr.ts';
import { formTokenField, HiddenField } from './form.tsx';

/** Signs out and shows a page that says nothing; with `quick-leave.js`, the page left is not in the history either. */
export function QuickLeave({ token }: { token: string }): JSX.Element {
  return (
    <form class="entente-leave" method="post" action="/quitter" data-leave="/pause">
      <HiddenField name={formTokenField} value={token} />
      <button class="entente-leave__button" type="submit" safe>
        {fr.layout.quickLeave}
      </button>
    </form>
  );
}
