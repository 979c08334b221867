import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { latestAgreement } from './propose-agreement.ts';

/**
 * Which version was proposed last, without its text: the secretary names it when a printed copy comes back signed.
 * @throws Problem `not-found` out of reach, or while nothing is proposed
 */
export async function versionToSign(core: Core, session: Session, caseId: string): Promise<{ agreement: string; version: number }> {
  return refusing(core, session, 'look', () => core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const latest = await latestAgreement(tx, caseId);
    if (!latest) throw new Problem('not-found');

    return { agreement: latest.id, version: latest.version };
  }, { caseId }));
}
