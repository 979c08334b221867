import type { LocalDate } from '../policies/charter/calendar.ts';
import type { Name } from './cast.ts';
import type { Story } from './story.ts';
import type { Player } from './telling.ts';

export type PartyName = 'amina' | 'roussel' | 'bloch';
export type Parties = Record<PartyName, string>;

/** One tier's handling of the situation, and the ids of its parties there. */
export type Case = { id: string; reference: string; parties: Parties };

export type Text = { id: string; compartment: string; subject: string | null; kind: string; author: string; text: string };
export type Facts = { state: string; reference: string; inCharge: string | null; parties: { party: string }[]; readable: { kind: string; subject: string | null }[] };

export const partyNames = ['amina', 'roussel', 'bloch'] as const satisfies readonly Name[];

/** What somebody may know of a case without content; the parties stand in the order in which Amina named them. */
export async function partiesOf(story: Story, who: Player, caseId: string): Promise<Case> {
  const { reference, parties } = await story.act<Facts>(who, 'looks at the case', who.get(`/api/cases/${caseId}`), 200);
  const [amina = '', roussel = '', bloch = ''] = parties.map(({ party }) => party);

  return { id: caseId, reference, parties: { amina, roussel, bloch } };
}

/** Opens what somebody may read of a case, of one kind or of all. */
export async function read(story: Story, who: Player, caseId: string, what: string, kind?: string): Promise<Text[]> {
  const asked = kind === undefined ? '' : `?kind=${kind}`;

  return (await story.act<{ texts: Text[] }>(who, what, who.get(`/api/cases/${caseId}/texts${asked}`), 200)).texts;
}

/** Writes a text where somebody may write freely. */
export async function write(story: Story, who: Player, caseId: string, what: string, text: string, place: { kind: string; subject?: string; as?: string }): Promise<void> {
  await story.act(who, what, who.post(`/api/cases/${caseId}/texts`, { ...place, text }));
}

/** The mediator or conciliator writes the object; whoever asked agrees it as it reads. */
export async function agreeObject(story: Story, caseId: string, who: Player, text: string): Promise<void> {
  const { amina } = story.players;
  await story.act(who, 'writes the object in neutral words', who.post(`/api/cases/${caseId}/object`, { text }));
  const [object] = await read(story, amina, caseId, 'reads the object', 'object');
  await story.act(amina, 'agrees the object', amina.post(`/api/cases/${caseId}/object/agreement`, { item: object?.id }));
}

export type Letters = { notice: string; function: string }[];

/** The secretary posts what is printed and records the day. */
export async function postLetters(story: Story, caseId: string, who: Player, letters: Letters, on: LocalDate): Promise<void> {
  for (const { notice, function: held } of letters) await story.act(who, `posts the letter to the ${held}`, who.post(`/api/cases/${caseId}/notices/${notice}/posting`, { on, how: 'post' }));
}

export type Invited = { link: string; code: string };

/** The answer is the only place where link and code are ever shown: here they are carried by hand. */
export async function invite(story: Story, { id, parties }: Case, who: Player, party: PartyName, letter: string): Promise<Invited> {
  const { member } = story.players[party];
  const { link, code } = await story.act<Invited>(who, `invites ${member.name}`, who.post(`/api/cases/${id}/invitations`, { party: parties[party], letter }));

  return { link, code };
}

/** A written consent, signed by the session, to the text in force at the tier. */
export async function consent(story: Story, caseId: string, name: PartyName, tier: 'local' | 'mediation'): Promise<string> {
  const who = story.players[name];
  const body = tier === 'local' ? { textVersion: 'conciliation-1' } : { textVersion: 'mediation-1', litigation: 'none' };
  const { state } = await story.act<{ state: string }>(who, tier === 'local' ? 'agrees to the conciliation' : 'consents to the mediation, in writing', who.post(`/api/cases/${caseId}/consents`, body));

  return state;
}

/** Which kinds of compartment somebody opens, with how many texts in each. */
export function kindsOf(texts: readonly Text[]): Record<string, number> {
  const kinds = [...new Set(texts.map(({ compartment }) => compartment))].sort();

  return Object.fromEntries(kinds.map((kind) => [kind, texts.filter(({ compartment }) => compartment === kind).length]));
}
