import { fr } from '../words/fr.ts';

type PaginationProps = { page: number; pages: number; hrefOf: (page: number) => string };

/** The way to the pages before and after; nothing when there is one. */
export function Pagination({ page, pages, hrefOf }: PaginationProps): JSX.Element | null {
  const words = fr.components.pagination;
  if (pages <= 1) return null;

  return (
    <nav class="govuk-pagination" aria-label={words.label}>
      {page > 1 ? (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={hrefOf(page - 1)} rel="prev">
            <span class="govuk-pagination__link-title" safe>
              {words.previous}
            </span>
          </a>
        </div>
      ) : null}
      <ul class="govuk-pagination__list">
        <li class="govuk-pagination__item govuk-pagination__item--current" aria-current="page" safe>
          {words.place(String(page), String(pages))}
        </li>
      </ul>
      {page < pages ? (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={hrefOf(page + 1)} rel="next">
            <span class="govuk-pagination__link-title" safe>
              {words.next}
            </span>
          </a>
        </div>
      ) : null}
    </nav>
  );
}
