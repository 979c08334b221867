import type { ListedScheme } from '../../people/list-schemes.ts';
import { fieldsOf } from '../components/field.tsx';
import { Filters } from '../components/filters.tsx';
import { TextInput } from '../components/input.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Select } from '../components/select.tsx';
import { type Cell, Table } from '../components/table.tsx';
import { BackLink, Heading, Link, Paragraph } from '../components/text.tsx';
import { dayInWords } from '../words/due.ts';
import { fr } from '../words/fr.ts';

export type SchemeQuery = { departement: string; nom: string; page: number };

type SchemesProps = {
  visit: Visit;
  title: string;
  address: string;
  back?: string;
  query: SchemeQuery;
  departments: readonly { code: string; name: string }[];
  schemes: readonly ListedScheme[];
  /** Given to whoever keeps the register: where an entry is made. */
  edit?: (scheme: ListedScheme) => { href: string; text: string };
};

const words = fr.schemes;
const pageSize = 25;

/** The register of local schemes, by department and by name. */
export function SchemesPage({ visit, title, address, back, query, departments, schemes, edit }: SchemesProps): JSX.Element {
  const field = fieldsOf({ departement: query.departement, nom: query.nom }, []);
  const found = schemes.filter(({ department, name }) => (query.departement === '' || department === query.departement) && folded(name).includes(folded(query.nom)));
  const shown = found.slice((query.page - 1) * pageSize, query.page * pageSize);
  const options = departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));

  return (
    <Page title={title} visit={visit} width="full" {...(edit && { current: 'administration' as const })}>
      {back ? <BackLink href={back} text={fr.formBack} /> : null}
      <Heading level={1} text={title} />
      <Paragraph text={words.intro} />
      <Filters action={address} kept={{}} applied={[]}>
        <Select field={field('departement')} label={words.department} unanswered={words.everyDepartment} groups={[{ label: words.department, options }]} />
        <TextInput field={field('nom')} label={words.search} />
      </Filters>
      <Heading level={2} text={words.count(String(found.length))} />
      {shown.length === 0 ? (
        <Paragraph text={words.nothing} />
      ) : (
        <Table caption={words.caption} columns={[words.establishment, words.department, words.scheme, words.contact, ...(edit ? [fr.administration.todo] : [])]} rows={shown.map((scheme) => [...cells(scheme), ...(edit ? [edit(scheme)] : [])])} />
      )}
      <Pagination page={query.page} pages={Math.ceil(found.length / pageSize)} hrefOf={(page) => `${address}?${new URLSearchParams({ departement: query.departement, nom: query.nom, page: String(page) }).toString()}`} />
      <Paragraph text={words.noneWhy}>
        <Link href="/demande" text={words.toFile} />
      </Paragraph>
    </Page>
  );
}

function cells({ name, department, form, sharedWith, contact, later }: ListedScheme): Cell[] {
  const now = sharedWith ? words.sharedWith(sharedWith.name) : words.forms[form];
  const coming = later.map((one) => words.later(words.forms[one.form], dayInWords(one.validFrom)));

  return [name, department, [now, ...coming].join(' ; '), contact ?? words.noContact];
}

/** Accents and capitals do not matter when one searches. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
