import { listProposals, type ListedProposal } from '../../mediation/read-proposals.ts';
import { Problem } from '../../problems.ts';
import type { Asking } from '../form-page.tsx';

/** The joint referral of an address, for either hand. @throws Problem `not-found` */
export async function findProposal({ core, session, params }: Omit<Asking, 'visit'>): Promise<ListedProposal> {
  const found = (await listProposals(core, session)).find(({ proposal }) => proposal === params['proposal']);
  if (!found) throw new Problem('not-found');

  return found;
}

/** The same where one of its two hands may still answer. @throws Problem `not-found` for the other hand, `wrong-state` once it is answered */
export function findOpenFor(hand: 'first' | 'second'): (asking: Asking) => Promise<ListedProposal> {
  return async (asking) => {
    const found = await findProposal(asking);
    if (found.isMine !== (hand === 'first')) throw new Problem('not-found');
    if (found.state !== 'open') throw new Problem('wrong-state');

    return found;
  };
}
