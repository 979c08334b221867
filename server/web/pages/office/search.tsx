import type { State } from '../../../../policies/vocabulary.ts';
import type { searchCases } from '../../../mediation/search-cases.ts';
import { caseHref } from '../../about.ts';
import type { Asks } from '../../asks.tsx';
import { Button } from '../../components/button.tsx';
import type { FieldError, Values } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Inset } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Heading, Hint, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';

type Result = Awaited<ReturnType<typeof searchCases>>;
type SearchProps = { visit: Visit; asks: Asks; values: Values; errors: readonly FieldError[]; result?: Result };

const words = fr.turns.search;

/** One field and, once it was sent, what was found: references, never a name. */
export function SearchPage({ visit, asks, values, errors, result }: SearchProps): JSX.Element {
  return (
    <Page title={words.title} visit={visit} current="search" errors={errors}>
      <Heading level={1} text={words.title} />
      <Paragraph text={words.intro} />
      <Form action="/recherche" token={visit.formToken}>
        {Object.entries(asks).map(([name, ask]) => ask.draw(name, values, errors) as 'safe')}
        <Button text={words.submit} />
      </Form>
      <Hint text={words.journaled} />
      {result ? <Found result={result} /> : null}
    </Page>
  );
}

function Found({ result: { found, looked, isCapped } }: { result: Result }): JSX.Element {
  const rows = found.map(({ case: id, reference, state, receivedAt, role }): Cell[] => [
    { text: reference, href: caseHref(id) }, { tag: { text: fr.choices.states[state as State] } }, dateInWords(new Date(receivedAt), zone), fr.office.standings[role],
  ]);

  return (
    <Section id="resultats" heading={words.results(String(found.length), found.length > 1)}>
      {isCapped ? <Inset text={words.capped(String(looked))} /> : null}
      {rows.length > 0 ? (
        <Scroll>
          <Table caption={words.caption} columns={[words.reference, words.state, words.received, words.role]} rows={rows} />
        </Scroll>
      ) : (
        <Paragraph text={words.none} />
      )}
    </Section>
  );
}
