import { Inset } from '../components/messages.tsx';
import { LinkButton } from '../components/button.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { Table, telephoneCell } from '../components/table.tsx';
import { Heading, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

/** How a territory's team is reached without filing anything: reference data. */
export type TeamContact = { territory: string; telephone: string; hours: string };

/** The first door of the home page: someone to talk to, and nobody told. */
export function TalkPage({ visit, teams }: { visit: Visit; teams: readonly TeamContact[] }): JSX.Element {
  const words = fr.talk;
  const rows = teams.map((team) => [team.territory, telephoneCell(team.telephone), team.hours]);

  return (
    <Page title={words.title} visit={visit}>
      <Heading level={1} text={words.heading} />
      <Paragraph text={words.intro} />
      {rows.length > 0 ? (
        <Table caption={words.caption} columns={[words.territory, words.telephone, words.hours]} rows={rows} />
      ) : (
        <Inset text={words.none} />
      )}
      <Paragraph text={words.privacy} />
      <Paragraph text={words.then} />
      <LinkButton href="/demande" text={words.file} />
    </Page>
  );
}
