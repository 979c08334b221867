import { Page, type Visit } from '../components/page.tsx';
import { Table, telephoneCell } from '../components/table.tsx';
import { Heading, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';

/** A number to call: reference data, with what it is for and when it answers. */
export type UrgencyNumber = { number: string; purpose: string; hours: string };

type UrgenceProps = { visit: Visit; numbers: readonly UrgencyNumber[]; checkedOn: Date; zone: string };

/** The emergency numbers and the day they were last checked, in the zone (IANA name) of the service. */
export function UrgencePage({ visit, numbers, checkedOn, zone }: UrgenceProps): JSX.Element {
  const words = fr.urgence;
  const rows = numbers.map((each) => [telephoneCell(each.number), each.purpose, each.hours]);

  return (
    <Page title={words.title} visit={visit}>
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.intro} />
      <Table caption={words.caption} columns={[words.number, words.who, words.when]} rows={rows} />
      <Paragraph text={words.checked(dateInWords(checkedOn, zone))} />
      <Paragraph text={words.after} />
    </Page>
  );
}
