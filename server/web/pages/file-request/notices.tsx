import { Checkboxes } from '../../components/checkboxes.tsx';
import { Notice } from '../../components/messages.tsx';
import { Table } from '../../components/table.tsx';
import { Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import type { PartProps } from './part.ts';

/** Who is told that a request exists (D art. 6), until when one may withdraw unseen, and the two boxes to tick. */
export function NoticesPart({ field, reflectionDays }: PartProps): JSX.Element {
  const words = fr.filing.notices;

  return (
    <>
      <Paragraph text={words.rule} />
      <Table caption={words.caption} columns={[words.recipient, words.reason]} rows={words.recipients} />
      <Paragraph text={words.party} />
      <Notice>
        <Paragraph text={words.delay(String(reflectionDays))} />
      </Notice>
      <Paragraph text={words.readers} />
      <Checkboxes
        legend={fr.filing.consents.legend}
        items={[
          { field: field('consents.informedOfNotices'), label: fr.filing.consents.informedOfNotices },
          { field: field('consents.accurate'), label: fr.filing.consents.accurate },
        ]}
      />
    </>
  );
}
