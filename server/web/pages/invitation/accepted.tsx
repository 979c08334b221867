import { caseHref } from '../../about.ts';
import { MainAction } from '../../components/main-action.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { Steps } from '../../components/steps.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Heading, Paragraph, Section } from '../../components/text.tsx';
import { zone } from '../../site.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';

type AcceptedProps = { visit: Visit; caseId: string; reference: string; at: Date; recoveryCode?: string };

const words = fr.invitation;

/** Proof that the invitation is accepted; the recovery code of a new account is shown here once. */
export function AcceptedPage({ visit, caseId, reference, at, recoveryCode }: AcceptedProps): JSX.Element {
  return (
    <Page title={words.acceptedTitle} visit={visit}>
      <Heading level={1} text={words.accepted} />
      <SummaryList
        rows={[
          { key: fr.receipt.number, value: reference },
          { key: words.acceptedAt, value: fr.receipt.at(dateInWords(at, zone), hourInWords(at, zone)) },
        ]}
      />
      {recoveryCode ? <RecoveryCode heading={fr.receipt.recovery} code={recoveryCode} before={fr.receipt.recoveryOnce} after={fr.receipt.recoveryUse} /> : null}
      <Section id="suite" heading={words.next}>
        <Steps steps={words.nextItems} />
      </Section>
      <Paragraph text={words.print} />
      <MainAction href={caseHref(caseId)} text={words.toCase} />
    </Page>
  );
}
