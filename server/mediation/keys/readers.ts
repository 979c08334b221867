import { reads, type Epoch, type HeldStanding } from '../../../policies/access.ts';
import type { OfficeKeyUse } from '../../../policies/vocabulary.ts';
import type { CaseView, CompartmentView, Holder, OfficeKeyView } from './view.ts';

/** To whom an epoch's key goes: by name, or to an office's shared key while nobody has taken charge. */
export type Wanted = { persons: string[]; offices: OfficeKeyView[] };

/** Who should hold an epoch, given these standings. An office's key serves only if everybody who holds it may read. */
export function wantedFor(view: CaseView, standings: readonly HeldStanding[], compartment: Pick<CompartmentView, 'kind' | 'subject'>, epoch: Epoch): Wanted {
  const allowed = standings.filter((held) => reads(held, compartment, epoch));
  const readers = new Set(allowed.map(({ person }) => person));
  const intake = allowed.map(({ standing }) => standing).find((standing) => standing === 'register' || standing === 'request') as OfficeKeyUse | undefined;
  const shared = view.officeKeys.find((key) => key.isOpen && key.use === intake && key.holders.length > 0 && key.holders.every((person) => readers.has(person)));
  const byOffice = new Set(shared ? allowed.filter(({ standing }) => standing === intake).map(({ person }) => person) : []);

  return { persons: [...readers].filter((person) => !byOffice.has(person)), offices: shared ? [shared] : [] };
}

/** Whether a person holds the key of an epoch: by name, in their ring, or through an office key they share. */
export function isHeld(view: CaseView, epochId: string, person: string): boolean {
  return view.holders.some((holder) => holder.epochId === epochId && (isOf(holder, person) || sharesOffice(view, holder, person)));
}

/** How many living holders an epoch has, an open invitation counting as one. */
export function livingHolders(view: CaseView, epochId: string): Set<string> {
  const holders = view.holders.filter((holder) => holder.epochId === epochId);

  return new Set(holders.flatMap((holder) => (holder.via === 'office' ? (view.officeKeys.find(({ id }) => id === holder.holderId)?.holders ?? []) : [holder.holderId])));
}

function isOf(holder: Holder, person: string): boolean {
  return holder.via === 'person' && holder.holderId === person;
}

function sharesOffice(view: CaseView, holder: Holder, person: string): boolean {
  return holder.via === 'office' && (view.officeKeys.find(({ id }) => id === holder.holderId)?.holders.includes(person) ?? false);
}
