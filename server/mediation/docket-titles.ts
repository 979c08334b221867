import type { Core, Session } from '../core.ts';
import type { PersonEntry } from './request-body.ts';
import { revealListed, type Revealed } from './reveal.ts';

/** What a line of a docket says of a case, as far as it opens for the reader: the object as last written, the parties by their initials. */
export type Title = { object: string | null; parties: string[] };

/**
 * Titles of the cases on one page of a docket (web 4.6). Part of the list, which is one entry of the journal with its count,
 * not a reading of each file (design 5). Parties have initials only: a docket is open on a screen that others may see.
 */
export async function docketTitles(core: Core, session: Session, cases: readonly string[]): Promise<ReadonlyMap<string, Title>> {
  const texts = await revealListed(core, session, cases, [{ kind: 'object' }, { kind: 'identity' }]);

  return new Map([...texts].map(([id, revealed]) => [id, titleOf(revealed)]));
}

function titleOf(texts: readonly Revealed[]): Title {
  // The latest entry of a party stands for the earlier ones.
  const entries = new Map(texts.flatMap(({ kind, subject, text }) => (kind === 'entry' ? [[subject, JSON.parse(text) as PersonEntry] as const] : [])));

  return { object: texts.findLast(({ kind }) => kind === 'object')?.text ?? null, parties: [...entries.values()].map(({ name }) => initials(name)).sort((one, other) => one.localeCompare(other, 'fr')) };
}

/** « Anne-Marie Le Goff » is A.-M. L. G., on one line. */
function initials(name: string): string {
  return name.split(/\s+/).filter(Boolean).map((word) => word.split('-').map((part) => `${part.charAt(0).toLocaleUpperCase('fr')}.`).join('-')).join('\u00a0');
}
