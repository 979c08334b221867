import type { Core } from '../server/core.ts';
import type { Client } from './client.ts';
import { testCore, type House } from './core.ts';
import { comeBack, openTerritory, requestBody, type Territory } from './territory.ts';

type Teardown = Parameters<typeof testCore>[0];
export type Scene = { house: House; town: Territory; amina: Client; roussel: Client; bloch: Client; everybody: Client[] };

/** A territory with its committee, Amina and the two she names, at ten on a Monday morning in March. */
export async function scene(t: Teardown, { members = 5, change }: { members?: number; change?: (core: Core) => Core } = {}): Promise<Scene> {
  const house = await testCore(t, { from: new Date('2026-03-02T09:00:00Z'), ...(change && { change }) });
  const town = await openTerritory(house, { members, nationalMembers: 1 });
  const [amina, roussel, bloch] = [await house.person('Amina Benali'), await house.person('Sylvie Roussel'), await house.person('Étienne Bloch')];
  const everybody = [town.claire, town.deputy, town.omar, ...town.committee, ...town.nationalCommittee, town.nadia, amina, roussel, bloch];

  return { house, town, amina, roussel, bloch, everybody };
}

/** Some days later, everybody has signed in again. */
export async function later({ house, everybody }: Scene, days: number): Promise<void> {
  house.clock.pass(days * 24 * 60);
  for (const one of everybody) await comeBack(house, one);
}

/** Cases filed by Amina, four days old: acknowledged, in Claire's charge, the object agreed, notices sent. */
export async function notifiedCases(now: Scene, count: number): Promise<string[]> {
  const { town: { claire, omar }, amina } = now;
  const cases: string[] = [];
  for (let filed = 0; filed < count; filed += 1) cases.push((await created(amina.post('/api/requests', requestBody()))).case as string);
  await later(now, 4);
  for (const id of cases) {
    await omar.post(`/api/cases/${id}/acknowledgement`, {});
    await claire.post(`/api/cases/${id}/charge`, {});
    const { item } = await created(claire.post(`/api/cases/${id}/object`, { text: 'Les plannings de nuit et la manière de les annoncer.' }));
    await created(amina.post(`/api/cases/${id}/object/agreement`, { item }));
    await created(omar.post(`/api/cases/${id}/notices`, { vacantSought: true }));
    now.house.clock.pass(1);
  }

  return cases;
}

/**
 * The same cases once all three have consented. Their committee's part is another test's: a superuser passes over it.
 * Claire has written to each of them apart meanwhile.
 */
export async function consentedCases(now: Scene, count: number): Promise<{ id: string; parties: [string, string, string] }[]> {
  const { house, town: { claire }, amina, roussel, bloch } = now;
  const ready: { id: string; parties: [string, string, string] }[] = [];
  for (const id of await notifiedCases(now, count)) {
    await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
    const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
    const [first, ...others] = parties.map(({ party }) => party) as [string, string, string];
    for (const [rank, guest] of [roussel, bloch].entries()) {
      const { link, code } = await created(claire.post(`/api/cases/${id}/invitations`, { party: others[rank], letter: 'Vous êtes invité à une médiation.' }));
      await created(guest.post('/api/invitations/acceptance', { link, code }));
    }
    for (const subject of [first, ...others]) await created(claire.post(`/api/cases/${id}/texts`, { kind: 'caucus', subject, text: 'Avant la médiation, un mot de Claire.' }));
    for (const one of [amina, roussel, bloch]) await created(one.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' }));
    ready.push({ id, parties: [first, ...others] as [string, string, string] });
    house.clock.pass(1);
  }

  return ready;
}

/** The body of an answer that must be a creation. */
export async function created(answer: ReturnType<Client['post']>): Promise<Record<string, unknown>> {
  const given = await answer;
  if (given.statusCode !== 201) throw new Error(`${given.statusCode} ${given.body}`);

  return given.json<Record<string, unknown>>();
}

export type Answered = { status: number; code?: string };

/** Status, and the code of the problem if it is one. */
export async function answered(answer: ReturnType<Client['post']>): Promise<Answered> {
  const given = await answer;

  return { status: given.statusCode, ...(given.statusCode >= 400 && { code: given.json<{ code: string }>().code }) };
}

export type Text = { compartment: string; subject: string | null; kind: string; text: string };

/** What somebody opens of a case; undefined when it does not exist for them. */
export async function opened(who: Client, caseId: string, kind?: string): Promise<Text[] | undefined> {
  const given = await who.get(`/api/cases/${caseId}/texts${kind ? `?kind=${kind}` : ''}`);

  return given.statusCode === 200 ? given.json<{ texts: Text[] }>().texts : undefined;
}

/** Keys of a case that the database holds for a person, and rows they are named in. */
export async function keysOf({ superuser }: House, caseId: string, person: string): Promise<number> {
  const [row] = await superuser<{ keys: number }[]>`
    select ((select count(*) from key_grant where case_id = ${caseId} and recipient_id = ${person}) + (select count(*) from ring_key where case_id = ${caseId} and person_id = ${person}))::int as keys`;

  return row?.keys ?? -1;
}
