import type { Tier } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { caseFacts } from './case-facts.ts';
import { openCaseParties } from './case-parties.ts';
import { filingDates, type FilingDates } from './filing-receipt.ts';
import { reveal } from './reveal.ts';

/** The receipt as the case still tells it: `digest` is that of the text given when the request was filed. */
export type KeptReceipt = FilingDates & { case: string; reference: string; receivedAt: string; zone: string; digest: string };

/**
 * The receipt of a request, again, for the person who filed it.
 * @throws Problem `not-found` for anybody else, and for a case nobody filed with a receipt
 */
export async function readReceipt(core: Core, session: Session, caseId: string): Promise<KeptReceipt> {
  const row = await caseFacts(core, session, caseId);
  const party = row.me.find(({ standing }) => standing === 'party')?.subject;
  if (!party || !row.me.some(({ standing }) => standing === 'requester')) throw new Problem('not-found');

  const digest = digestIn(await reveal(core, session, caseId, [{ kind: 'account', subject: party }]));
  if (digest === undefined) throw new Problem('not-found');

  const { facts, zone } = await openCaseParties(core, session, caseId);
  const receivedAt = new Date(row.receivedAt);

  return { case: row.case, reference: row.reference, receivedAt: row.receivedAt, zone, digest, ...filingDates(row.tier as Tier, receivedAt, zone, facts.settings) };
}

function digestIn(texts: readonly { kind: string; text: string }[]): string | undefined {
  const account = texts.find(({ kind }) => kind === 'account');

  return account && (JSON.parse(account.text) as { digest?: string }).digest;
}
