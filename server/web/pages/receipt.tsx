import { LinkButton } from '../components/button.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { RecoveryCode } from '../components/recovery-code.tsx';
import { Steps } from '../components/steps.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Heading, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords, hourInWords } from '../words/moments.ts';

export type Receipt = {
  /** The case's reference. */
  number: string;
  filedAt: Date;
  acknowledgedBy: Date;
  /** Before this day no notice leaves. */
  noticesFrom: Date;
  /** IANA name of the establishment's zone. */
  zone: string;
  /** Present once, when the request made the account. */
  recoveryCode?: string;
};

/** Proof of filing, what comes next, and the recovery code shown once; made to be printed. */
export function ReceiptPage({ visit, receipt }: { visit: Visit; receipt: Receipt }): JSX.Element {
  const words = fr.receipt;
  const { zone } = receipt;
  const next = [
    words.acknowledged(dateInWords(receipt.acknowledgedBy, zone)),
    words.withdrawable(dateInWords(receipt.noticesFrom, zone)),
    words.studied,
    words.examined,
    words.invited,
  ];
  const filedOn = words.at(dateInWords(receipt.filedAt, zone), hourInWords(receipt.filedAt, zone));

  return (
    <Page title={words.title} visit={visit}>
      <Heading level={1} text={words.heading} />
      <SummaryList
        rows={[
          { key: words.number, value: receipt.number },
          { key: words.filedOn, value: filedOn },
        ]}
      />
      {receipt.recoveryCode ? (
        <RecoveryCode heading={words.recovery} code={receipt.recoveryCode} before={words.recoveryOnce} after={words.recoveryUse} />
      ) : null}
      <Section id="suite" heading={words.next}>
        <Steps steps={next} />
      </Section>
      <Section id="lecture" heading={words.readers}>
        <Table caption={words.readersCaption} columns={[words.reader, words.reads]} rows={words.readersRows} />
      </Section>
      <Section id="retrait" heading={words.withdraw}>
        <Paragraph text={words.withdrawText} />
      </Section>
      <Paragraph text={words.print} />
      {visit.signedIn ? <LinkButton href="/dossiers" text={words.toCases} /> : <LinkButton href="/connexion" text={words.toSignIn} />}
    </Page>
  );
}
