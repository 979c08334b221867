import type { Core, Session } from '../core.ts';
import { caseFacts } from '../mediation/case-facts.ts';
import { possibleActs, type PossibleAct } from '../mediation/possible-acts.ts';
import { endedStates } from '../../policies/docket.ts';
import type { Act } from '../../policies/lifecycle.ts';
import type { Standing, State } from '../../policies/vocabulary.ts';

export type CaseFacts = Awaited<ReturnType<typeof caseFacts>>;

/** What every page of a case starts from: who looks, the facts without content, and what may be done now. */
export type About = {
  core: Core;
  session: Session;
  caseId: string;
  facts: CaseFacts;
  possible: readonly PossibleAct[];
};

/** @throws Problem `not-found` out of reach */
export async function aboutCase(core: Core, session: Session, caseId: string): Promise<About> {
  const facts = await caseFacts(core, session, caseId);

  return { core, session, caseId, facts, possible: await possibleActs(core, session, caseId) };
}

/** Whether whoever looks is one of these to the case. */
export function isOneOf({ facts }: Pick<About, 'facts'>, ...standings: readonly Standing[]): boolean {
  return facts.me.some(({ standing }) => standings.includes(standing));
}

/** Whether the case has ended: no deadline runs any more. */
export function hasEnded({ facts }: Pick<About, 'facts'>): boolean {
  return endedStates.includes(facts.state as State);
}

/** Whether an act is possible now; a missing fact is not. */
export function canDo({ possible }: Pick<About, 'possible'>, act: Act): boolean {
  return possible.some((one) => one.act === act && one.missing === null);
}

/** The address of a case, and of what lies under it. */
export function caseHref(caseId: string, below = ''): string {
  return `/dossiers/${caseId}${below === '' ? '' : `/${below}`}`;
}

/** Reads once for a page what several of its parts need: a reading of texts is journaled each time. */
export function readOnce<T>(read: (about: About) => Promise<T>): (about: About) => Promise<T> {
  const found = new WeakMap<About, Promise<T>>();

  return (about) => {
    const before = found.get(about);
    if (before) return before;
    const reading = read(about);
    found.set(about, reading);

    return reading;
  };
}
