import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { consent as consentTable, party as partyTable } from '../../db/schema/index.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { concat, idBytes, sha256, utf8 } from '../vault/bytes.ts';
import { answeringParty } from './answering-party.ts';
import { openCaseParties, type CaseParties } from './case-parties.ts';
import { consentTexts, consentVersion, type ConsentVersion } from './consent-text.ts';
import { declareLitigation } from './declare-litigation.ts';
import { performDeed } from './deed.ts';
import type { CaseView } from './keys/view.ts';
import { meetDeadline, startDeadline } from './start-deadline.ts';
import { stayingParties } from './staying-parties.ts';

/** `litigation`: what the party says of court actions and procedures; due at the mediation tiers (Ch 9 [C]). */
export type Consenting = { party?: string; textVersion: string; litigation?: 'none' | 'declared' };

export type Consented = { state: State; consentedAt: string };

/**
 * A party consents, in writing and signed (D art. 13 [L], Ch 9 [C]); at the local tier they agree to be conciliated. The
 * signature covers the party and the digest of the text. The last consent is T0, from which the three months run.
 * @throws Problem `consent-outdated`, `litigation-not-reviewed`, `acted-first`, `wrong-state`, `not-found`
 */
export async function consent(core: Core, session: Session, caseId: string, { party: wanted, textVersion, litigation }: Consenting): Promise<Consented> {
  const { tier, party } = await answeringParty(core, session, caseId, wanted);
  const version = consentVersion(tier);
  const isLocal = tier === 'local';
  if (party && textVersion !== version) throw new Problem('consent-outdated');
  if (party && !isLocal && litigation === undefined) throw new Problem('invalid-body', { errors: [{ field: 'litigation', message: 'Dites si une action en justice ou une procédure existe.' }] });
  if (party && !isLocal && litigation === 'declared') await declareLitigation(core, session, caseId, party);

  const actId = randomUUID();
  let place: CaseParties | undefined;

  return performDeed(core, session, caseId, {
    act: isLocal ? 'agree' : 'consent',
    writesOnly: true,
    signs: party ? [{ id: actId, kind: isLocal ? 'agree' : 'consent', subject: consentSubject(party, version) }] : [],
    guards: async (tx) => (party && !isLocal ? { 'litigation-reviewed': await isReviewed(tx, party) } : {}),
    beforehand: async () => void (place = await openCaseParties(core, session, caseId)),
    change: async ({ tx, view, now, move, note }) => {
      if (!party || !place) throw new Problem('not-found');
      await refuseTwice(tx, caseId, party);
      await tx.insert(consentTable).values({ caseId, partyId: party, personId: session.person, answer: 'consent', textVersion: version, actId, at: now });
      if (!isLocal) await tx.update(partyTable).set({ litigation: 'none' }).where(and(eq(partyTable.id, party), eq(partyTable.litigation, 'unknown')));
      note({ text: version });
      if (!(await haveAllConsented(tx, caseId))) return { state: view.row.state, consentedAt: now.toISOString() };

      const state = consentedState(view);
      await move(state, { consentedAt: now });
      await meetDeadline(tx, caseId, 'consent-answer', now);
      await startDeadline(tx, isLocal ? 'local-conciliation' : 'agreement', { caseId, table: 'act', id: actId, at: now }, place);
      if (state === 'designated') await startDeadline(tx, 'challenge', { caseId, table: 'act', id: actId, at: now }, place);

      return { state, consentedAt: now.toISOString() };
    },
  });
}

/** Where the last consent leads; whoever was designated before a party left still is, and may be challenged again. */
export function consentedState({ row, standings }: CaseView): 'in_conciliation' | 'designated' | 'consented' {
  if (row.tier === 'local') return 'in_conciliation';

  return standings.some(({ standing }) => standing === 'delegate') ? 'designated' : 'consented';
}

/** What the session signs: the party (16 bytes) and the SHA-256 of the text accepted. */
export function consentSubject(party: string, version: ConsentVersion): Uint8Array {
  return concat(idBytes(party), sha256(utf8(consentTexts[version])));
}

/** Guard G15, Ch 9 [C]: nothing declared, or declared and examined by the mediator. */
export async function isReviewed(tx: Tx, party: string): Promise<boolean> {
  const [row] = await tx.select({ litigation: partyTable.litigation }).from(partyTable).where(eq(partyTable.id, party));

  return row !== undefined && row.litigation !== 'declared';
}

async function refuseTwice(tx: Tx, caseId: string, party: string): Promise<void> {
  const [before] = await tx.select({ at: consentTable.at }).from(consentTable).where(and(eq(consentTable.caseId, caseId), eq(consentTable.partyId, party)));
  if (before) throw new Problem('acted-first');
}

export async function haveAllConsented(tx: Tx, caseId: string): Promise<boolean> {
  const [staying, given] = await Promise.all([stayingParties(tx, caseId), tx.select().from(consentTable).where(and(eq(consentTable.caseId, caseId), eq(consentTable.answer, 'consent')))]);

  return staying.every((party) => given.some(({ partyId }) => partyId === party));
}
