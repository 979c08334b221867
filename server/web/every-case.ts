import type { Core, Session } from '../core.ts';
import { listCases, type ListedCase } from '../mediation/list-cases.ts';

/** All the cases of somebody who has few: a party. */
export async function everyCase(core: Core, session: Session): Promise<ListedCase[]> {
  return (await listCases(core, session, { size: 1_000 })).cases;
}
export type { ListedCase };
