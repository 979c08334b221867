import type { Core, Session } from '../core.ts';
import { listCases } from '../mediation/case-facts.ts';

export type ListedCase = Awaited<ReturnType<typeof listCases>>['cases'][number];

/** All the cases of somebody who has few: a party. */
export async function everyCase(core: Core, session: Session): Promise<ListedCase[]> {
  const first = await listCases(core, session, { page: 1 });
  const cases = [...first.cases];
  for (let page = 2; cases.length < first.total; page += 1) {
    const next = (await listCases(core, session, { page })).cases;
    if (next.length === 0) break;
    cases.push(...next);
  }

  return cases;
}
