import type { PropsWithChildren } from '@kitajs/html';
import { Tag, type TagProps } from './tag.tsx';
import { Link } from './text.tsx';

/** Text, a link, a tag, or a text with a tag after it. */
export type Cell = string | { text: string; href: string } | { text?: string; tag: TagProps };

/** A heading one may sort by: `sorted` says how the rows are now, `href` sorts them otherwise. */
export type Column = string | { text: string; href: string; sorted?: 'ascending' | 'descending' | undefined };

type TableProps = { caption: string; columns: readonly Column[]; rows: readonly (readonly Cell[])[] };

/** A table with its caption; the first cell of each row names the row. On a narrow screen it scrolls by itself, by keyboard too. */
export function Table({ caption, columns, rows }: TableProps): JSX.Element {
  return (
    <div class="entente-scroll" role="region" aria-label={caption} tabindex="0">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s" safe>
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map((column) => (
              <Heading column={column} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((cells) => (
            <Row cells={cells} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Around a wide table: on a narrow screen it scrolls by itself, and the page does not. */
export function Scroll({ children }: PropsWithChildren): JSX.Element {
  return <div class="entente-scroll">{children}</div>;
}

/** A telephone number one may call from the page. */
export function telephoneCell(number: string): Cell {
  return { text: number, href: `tel:${number.replaceAll(/[^\d+]/g, '')}` };
}

function Heading({ column }: { column: Column }): JSX.Element {
  if (typeof column === 'string') {
    return (
      <th class="govuk-table__header" scope="col" safe>
        {column}
      </th>
    );
  }

  return (
    <th class="govuk-table__header" scope="col" aria-sort={column.sorted}>
      <Link href={column.href} text={column.text} />
    </th>
  );
}

function Row({ cells: [header = '', ...others] }: { cells: readonly Cell[] }): JSX.Element {
  return (
    <tr class="govuk-table__row">
      <th class="govuk-table__header" scope="row">
        <Content cell={header} />
      </th>
      {others.map((cell) => (
        <td class="govuk-table__cell">
          <Content cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function Content({ cell }: { cell: Cell }): JSX.Element {
  if (typeof cell === 'string') return <span safe>{cell}</span>;
  if ('href' in cell) return <Link {...cell} />;

  return (
    <>
      {cell.text ? <span safe>{cell.text}</span> : null} <Tag {...cell.tag} />
    </>
  );
}
