import { acceptInvitation } from '../server/mediation/accept-invitation.ts';
import { agreeObject, writeObject } from '../server/mediation/agree-object.ts';
import { consent } from '../server/mediation/consent.ts';
import { consentVersion } from '../server/mediation/consent-text.ts';
import { invite } from '../server/mediation/invite.ts';
import type { PersonEntry } from '../server/mediation/request-body.ts';
import { sessionOf } from './appoint.ts';
import type { Client } from './client.ts';
import type { House } from './core.ts';
import { requestBody, valmont } from './territory.ts';

export type Text = { id: string; compartment: string; subject: string | null; kind: string; author: string; text: string };
export type Parties = { amina: Client; roussel: Client; bloch: Client };

const object = 'Les plannings de nuit du service et la manière dont les changements sont annoncés.';

/** What the two others say of themselves. */
const entries: PersonEntry[] = [
  { name: 'Sylvie Roussel', function: 'Cadre de santé', profession: 'health-manager', establishment: valmont.id },
  { name: 'Étienne Bloch', function: 'Chef de service', profession: 'hospital-practitioner', establishment: valmont.id },
];

/** Amina files, at the tier asked; `told` is her own account, `establishment` where she works. */
export async function file(amina: Client, tier: 'local' | 'regional' | 'national', told: string, establishment = valmont.id): Promise<string> {
  const body = requestBody();
  const filed = await amina.post('/api/requests', { ...body, tier, author: { ...body.author, establishment }, account: { ...body.account, whatHappened: told } });

  return filed.json<{ case: string }>().case;
}

/** The mediator or conciliator in charge writes the object, and Amina agrees it. */
export async function agreeOn(house: House, caseId: string, mediator: Client, amina: Client): Promise<void> {
  const { item } = await writeObject(house.core, await sessionOf(house, mediator), caseId, object);
  await agreeObject(house.core, await sessionOf(house, amina), caseId, { item });
}

/** The two others are invited by whoever is in charge, and accept. */
export async function joinAll(house: House, caseId: string, mediator: Client, { roussel, bloch }: Parties): Promise<void> {
  const facts = (await mediator.get(`/api/cases/${caseId}`)).json<{ parties: { party: string; isRepresented: boolean }[] }>();
  const waiting = facts.parties.filter(({ isRepresented }) => !isRepresented).map(({ party }) => party);
  for (const [rank, person] of [roussel, bloch].entries()) {
    const { link, code } = await invite(house.core, await sessionOf(house, mediator), caseId, { party: waiting[rank] ?? '', letter: 'Vous êtes invité à une rencontre.' });
    await acceptInvitation(house.core, { session: await sessionOf(house, person) }, { link, code, entry: entries[rank] });
  }
}

export async function agreeAll(house: House, caseId: string, parties: Parties): Promise<void> {
  for (const person of Object.values(parties)) await consent(house.core, await sessionOf(house, person), caseId, { textVersion: consentVersion('local') });
}

export async function texts(who: Client, caseId: string, kind?: string): Promise<Text[]> {
  const answer = await who.get(`/api/cases/${caseId}/texts${kind ? `?kind=${kind}` : ''}`);

  return answer.statusCode === 200 ? answer.json<{ texts: Text[] }>().texts : [];
}

export async function stateOf(who: Client, caseId: string): Promise<string> {
  return (await who.get(`/api/cases/${caseId}`)).json<{ state: string }>().state;
}

/** Tables where a phrase stands in clear, as text or as bytes. */
export async function tablesHolding(house: House, phrases: readonly string[]): Promise<string[]> {
  const tables = await house.superuser<{ name: string }[]>`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  const wanted = phrases.flatMap((phrase) => [phrase, Buffer.from(phrase).toString('hex')]);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await house.superuser<{ text: string }[]>`select ${house.superuser(name)}::text as text from ${house.superuser(name)}`;
    if (rows.some(({ text }) => wanted.some((phrase) => text.includes(phrase)))) found.push(name);
  }

  return found;
}
