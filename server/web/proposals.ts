import { listAgreements } from '../mediation/list-agreements.ts';
import { reveal } from '../mediation/reveal.ts';
import { Problem } from '../problems.ts';
import type { About } from './about.ts';

/** A proposed text as its readers open it, with what came with it, how many parties have signed it, and which as far as one is told. */
export type ShownProposal = { agreement: string; item: string; version: number; proposedAt: Date; signed: number; signedBy: readonly string[]; text: string; recommendations: string | null };

/** Every version that opens for whoever looks, the first one first. */
export async function shownProposals({ core, session, caseId }: About): Promise<ShownProposal[]> {
  const listed = await listAgreements(core, session, caseId);
  if (listed.length === 0) return [];
  const texts = await reveal(core, session, caseId, [{ kind: 'agreement' }]);

  return listed.flatMap(({ proposedAt, item, ...row }) => {
    const opened = texts.find(({ id }) => id === item);
    // Recommendations are written with the text they accompany, at the same instant.
    const recommendations = texts.find(({ kind, createdAt }) => kind === 'recommendations' && createdAt.toISOString() === proposedAt)?.text ?? null;

    return opened ? [{ ...row, item, proposedAt: new Date(proposedAt), text: readable(opened), recommendations }] : [];
  });
}

/**
 * The version proposed last.
 * @throws Problem `not-found` while there is none
 */
export async function latestProposal(about: About): Promise<ShownProposal> {
  const latest = (await shownProposals(about)).at(-1);
  if (!latest) throw new Problem('not-found');

  return latest;
}

/** A conciliator's proposal is sealed with a salt, which is nobody's reading. */
function readable({ kind, text }: { kind: string; text: string }): string {
  return kind === 'settlement' ? (JSON.parse(text) as { text: string }).text : text;
}
