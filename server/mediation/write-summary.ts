import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';

const papers = ['summary', 'deliberation'] as const satisfies readonly CompartmentKind[];

/**
 * The mediator in charge writes the anonymised summary on which the seated members advise, and opens the place where
 * they do. A new text stands beside the former.
 * @throws Problem `not-found`, `wrong-state`
 */
export async function writeSummary(core: Core, session: Session, caseId: string, text: string): Promise<{ item: string; at: string }> {
  return performDeed(core, session, caseId, {
    act: 'write-summary',
    writesOnly: true,
    creates: (view) => papers.filter((kind) => !compartmentOf(view, kind)).map((kind) => ({ kind })),
    change: async ({ write, now }) => ({ item: await write({ kind: 'summary' }, 'summary', text), at: now.toISOString() }),
  });
}
