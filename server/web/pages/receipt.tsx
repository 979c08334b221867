import type { KeptReceipt } from '../../mediation/read-receipt.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Form, HiddenField } from '../components/form.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { RecoveryCode } from '../components/recovery-code.tsx';
import { Steps } from '../components/steps.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Heading, Paragraph, Section } from '../components/text.tsx';
import { dayInWords } from '../words/due.ts';
import { fr } from '../words/fr.ts';
import { dateInWords, hourInWords } from '../words/moments.ts';

/** What was filed, or what the case still tells of it. */
export type Receipt = KeptReceipt & {
  /** The exact text of what was filed, which only the answer to the filing still has. */
  filed?: string;
  /** Present once, when the request made the account. */
  recoveryCode?: string;
};

/** Proof of filing, what comes next, and the recovery code shown once; made to be printed. */
export function ReceiptPage({ visit, receipt }: { visit: Visit; receipt: Receipt }): JSX.Element {
  const words = receipt.proposalBy === null ? fr.receipt : { ...fr.receipt, ...fr.signalReceipt };
  const next = receipt.proposalBy === null ? nextOf(receipt) : [fr.signalReceipt.proposed(dayInWords(receipt.proposalBy)), ...fr.signalReceipt.then];

  return (
    <Page title={receipt.filed === undefined ? words.againTitle(receipt.reference) : words.title} visit={visit}>
      <Heading level={1} text={receipt.filed === undefined ? words.again : words.heading} />
      <ReceiptFacts receipt={receipt} />
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
      <Section id="garder" heading={words.keep}>
        <Paragraph text={receipt.filed === undefined ? words.keepLaterText : words.keepText} />
        <Form action={`/demande/recu/${receipt.case}/fichier`} token={visit.formToken}>
          {receipt.filed === undefined ? null : <HiddenField name="filed" value={receipt.filed} />}
          <Button text={words.download} kind="secondary" />
        </Form>
        <Paragraph text={words.print} />
      </Section>
      {visit.signedIn ? <LinkButton href={`/dossiers/${receipt.case}/documents`} text={fr.documents.add} /> : null}
      {visit.signedIn ? <LinkButton href="/dossiers" text={words.toCases} /> : <LinkButton href="/connexion" text={words.toSignIn} />}
    </Page>
  );
}

function nextOf({ acknowledgedBy, withdrawableUntil }: Receipt): string[] {
  const words = fr.receipt;

  return [...(acknowledgedBy ? [words.acknowledged(dayInWords(acknowledgedBy))] : []), ...(withdrawableUntil ? [words.withdrawable(dayInWords(withdrawableUntil))] : []), words.studied, words.examined, words.invited];
}

/** Number, date and digest: what proves that a request was filed. For any page of its case. */
export function ReceiptFacts({ receipt: { reference, receivedAt, zone, digest } }: { receipt: Pick<Receipt, 'reference' | 'receivedAt' | 'zone' | 'digest'> }): JSX.Element {
  const words = fr.receipt;
  const filedAt = new Date(receivedAt);

  return (
    <SummaryList
      rows={[
        { key: words.number, value: reference },
        { key: words.filedOn, value: words.at(dateInWords(filedAt, zone), hourInWords(filedAt, zone)) },
        { key: words.digest, value: digest },
      ]}
    />
  );
}
