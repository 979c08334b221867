import { LinkButton } from '../components/button.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { RecoveryCode } from '../components/recovery-code.tsx';
import { Heading } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

/** A new recovery code, shown once. */
export function RenewedCodePage({ visit, code }: { visit: Visit; code: string }): JSX.Element {
  const words = fr.account;

  return (
    <Page title={words.renewedTitle} visit={visit} current="account">
      <Heading level={1} text={words.renewedTitle} />
      <RecoveryCode heading={fr.receipt.recovery} code={code} before={fr.receipt.recoveryOnce} after={fr.receipt.recoveryUse} />
      <LinkButton href="/compte" text={words.back} />
    </Page>
  );
}
