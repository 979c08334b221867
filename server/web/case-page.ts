import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { About } from './about.ts';
import type { FieldError, Values } from './components/field.tsx';
import type { Visit } from './components/page.tsx';

type Words = Readonly<Record<string, string>>;

/** What is asked of a page beyond its case: the address's own words, and a text sent that could not be kept. */
export type Asked = { params: Words; query: Words; visit: Visit; values: Values; errors: readonly FieldError[] };

/** A text written on a page itself, into the place the page shows. */
export type Composing = {
  /** At most as many characters. */
  limit: number;
  /** A word of `fr.casePage.said`, told once it is written. */
  said: string;
  /** @throws Problem `not-found` for what is not theirs */
  perform(about: About, params: Words, text: string): Promise<unknown>;
};

/** One page of a case. Several may stand at the same address, each for those it is for: the first that fits is shown. */
export type CasePage = {
  /** Under the case's address; may hold parameters. */
  below: string;
  /** The text of its tab; a page without one is reached from another, whose tab is then the current one. */
  tab?: string;
  under?: string;
  width?: 'reading' | 'full';
  /** The kinds of compartment it may open, for the route's policy. */
  reads?: readonly CompartmentKind[];
  isFor(about: About): boolean;
  /** @throws Problem `not-found` for what is not theirs */
  body(about: About, asked: Asked): Promise<JSX.Element>;
  /** In place of `body`, for a page that draws its own frame. */
  whole?(about: About, visit: Visit): Promise<string>;
  /** The title of a page that has no tab; unlike any other of the case, and without a name. */
  title?(about: About, params: Words): string | Promise<string>;
  composing?: Composing;
};

/** The tabs of whoever looks. */
export function tabsOf(pages: readonly CasePage[], about: About): { below: string; text: string }[] {
  return pages.flatMap(({ below, tab, isFor }) => (tab !== undefined && isFor(about) ? [{ below, text: tab }] : []));
}
