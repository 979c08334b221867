import { accept, file } from './filing.ts';
import { letters } from './letters.ts';
import type { Invited, Lived, World } from './plan.ts';
import { situations, type SituationName } from './situations.ts';
import { staffMember } from './staff.ts';

/** A situation signalled to the local scheme. */
export type Conciliation = { daysAgo: number; situation: SituationName; place: number; until: 'received' | 'accepted' | 'settled' };

export const conciliations: readonly Conciliation[] = [
  { daysAgo: 42, situation: 'tools', place: 0, until: 'settled' },
  { daysAgo: 28, situation: 'theatre', place: 2, until: 'accepted' },
  { daysAgo: 1, situation: 'rota', place: 4, until: 'received' },
];

/** Lives one conciliation: proposed within a week, accepted a week later, then met, settled and attested. */
export async function conciliate({ at, officer, staff, dateOf }: World, { daysAgo, situation, place, until }: Conciliation): Promise<Lived> {
  const [who, whom] = [staffMember('local', place), staffMember('local', place + 1)];
  const [author, other, yves] = [staff(who), staff(whom), officer('yves')];
  const texts = situations[situation];
  await at(-daysAgo);
  const filed = await file(author, who, texts, { tier: 'local', purpose: 'dispute', hasTried: false, others: [whom] });
  const path = `/api/cases/${filed.case}`;
  if (until === 'received') return filed;

  await at(7 - daysAgo);
  await yves.post(`${path}/charge`);
  await yves.post(`${path}/object`, { text: texts.object });
  const [object] = (await author.get<{ texts: { id: string }[] }>(`${path}/texts?kind=object`)).texts;
  await author.post(`${path}/object/agreement`, { item: object?.id });
  await yves.post(`${path}/conciliation`);
  const { parties } = await yves.get<{ parties: { party: string }[] }>(path);
  const invited = await yves.post<Invited>(`${path}/invitations`, { party: parties[1]?.party, letter: letters.conciliation });
  await author.post(`${path}/consents`, { textVersion: 'conciliation-1' });

  await at(14 - daysAgo);
  await accept(other, invited, texts.answer);
  await other.post(`${path}/consents`, { textVersion: 'conciliation-1' });
  await yves.post(`${path}/conciliation/meetings`, { heldOn: dateOf(14 - daysAgo), minutes: letters.meeting });
  if (until === 'accepted') return filed;

  const { item } = await yves.post<{ item: string }>(`${path}/conciliation/proposals`, { text: texts.agreement });
  await at(21 - daysAgo);
  for (const one of [author, other]) await one.post(`${path}/conciliation/signatures`, { item, passphrase: one.member.passphrase });
  await yves.post(`${path}/conciliation/attestation`);

  return filed;
}
