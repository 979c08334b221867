import { makeFirstPeople } from '../db/init/first-people.ts';
import { loadDirectory } from '../db/seed/load.ts';
import { establishments, territories } from '../db/seed/directory.ts';
import type { Role } from '../policies/vocabulary.ts';
import type { Session } from '../server/core.ts';
import { drainKeys } from '../server/mediation/keys/drain.ts';
import { countersignMandate } from '../server/people/offices/countersign-mandate.ts';
import { openOfficeKeys, pendingShares, shareOfficeKey } from '../server/people/offices/office-keys.ts';
import { openOffice, type NewOffice } from '../server/people/offices/open-office.ts';
import { proposeAppointment } from '../server/people/offices/propose-appointment.ts';
import { signMandate } from '../server/people/offices/sign-mandate.ts';
import { sessionOf } from './appoint.ts';
import type { Client } from './client.ts';
import type { House } from './core.ts';

const place = (name: string) => {
  const found = establishments.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not in the directory`);

  return found;
};

export const valmont = place('CHU de Valmont');

export type Territory = Awaited<ReturnType<typeof openTerritory>>;
type Appointed = { certified?: boolean; gender?: 'woman' | 'man'; establishment?: string };

/**
 * A territory one can work in: the first administrator and registrar, a regional office (Claire, her deputy, Omar, and as
 * many members as asked), a national one (Nadia, her deputy, a secretary, members), and the local scheme of the CHU de
 * Valmont (Yves and a deputy). Everybody was appointed by the real deeds and has signed in since.
 */
export async function openTerritory(house: House, { members = 4, nationalMembers = 2 } = {}) {
  await loadDirectory(house.database.url('super'), house.core.secrets);
  const first = await makeFirstPeople(house.core, house.root, {
    administrator: { name: 'Solange Perret', address: 'solange@exemple.fr' }, registrar: { name: 'Gilles Aubry', address: 'gilles@exemple.fr' },
  });
  const administrator = await signedIn(house, 'solange@exemple.fr', first.administrator.passphrase);
  const registrar = await signedIn(house, 'gilles@exemple.fr', first.registrar.passphrase);
  const territory = territories.find(({ name }) => name === 'Auvergne-Rhône-Alpes')?.id ?? '';

  const authorities = { administrator, registrar, registrarPassphrase: first.registrar.passphrase };
  const appointer = {
    office: async (wanted: NewOffice) => openOffice(house.core, await sessionOf(house, administrator), wanted),
    appoint: async (name: string, office: string, role: Role, given: Appointed = {}) => {
      const client = await house.person(name);
      await appointTo(house, authorities, client, office, role, given);

      return client;
    },
    /** One more mandate, for somebody who has one. */
    appointAlso: async (client: Client, office: string, role: Role) => {
      for (const one of [administrator, registrar, client]) await comeBack(house, one);
      await appointTo(house, authorities, client, office, role, {});
    },
  };
  const regional = await appointer.office({ tier: 'regional', territory });
  const national = await appointer.office({ tier: 'national' });
  const local = await appointer.office({ tier: 'local', establishment: valmont.id });

  const claire = await appointer.appoint('Claire Morel', regional, 'mediator', { certified: true });
  const deputy = await appointer.appoint('Bruno Faure', regional, 'deputy', { certified: true });
  const omar = await appointer.appoint('Omar Haddad', regional, 'secretary');
  const nadia = await appointer.appoint('Nadia Ferrand', national, 'mediator', { certified: true });
  const nationalDeputy = await appointer.appoint('Michel Astier', national, 'deputy', { certified: true });
  const nationalSecretary = await appointer.appoint('Jeanne Colin', national, 'secretary');
  const yves = await appointer.appoint('Yves Lambert', local, 'conciliator');
  const localDeputy = await appointer.appoint('Sophie Garnier', local, 'deputy');
  const seats = ['Hélène Vidal', 'Paul Nogaret', 'Fatou Diop', 'Jean Rivière', 'Maria Lopes', 'Karim Saïdi', 'Lucie Brun', 'Pierre Gomez', 'Anne Leroy', 'Thomas Weber'];
  const committee = await inTurn(seats.slice(0, members), (name, rank) => appointer.appoint(name, regional, 'member', { certified: rank % 2 === 0, gender: rank % 2 === 0 ? 'woman' : 'man' }));
  const above = ['Isabelle Carpentier', 'Rachid Belkacem', 'Odile Martin', 'Serge Lavigne'];
  const nationalCommittee = await inTurn(above.slice(0, nationalMembers), (name, rank) => appointer.appoint(name, national, 'member', { certified: rank % 2 === 0, gender: rank % 2 === 0 ? 'woman' : 'man' }));

  for (const holders of [[claire, deputy, omar], [nadia, nationalDeputy, nationalSecretary], [yves, localDeputy]]) await shareKeys(house, holders);

  return {
    ...appointer, administrator, registrar, offices: { regional, national, local }, territory,
    claire, deputy, omar, nadia, nationalDeputy, nationalSecretary, yves, localDeputy, committee, nationalCommittee,
  };
}

/** Signs in again, as after a mandate, and does what waits for that: office keys, keys due to others. */
export async function comeBack(house: House, client: Client): Promise<Session> {
  await client.signIn();
  const session = await sessionOf(house, client);
  await openOfficeKeys(house.core, session);
  await drainKeys(house.core, session);

  return session;
}

type Authorities = { administrator: Client; registrar: Client; registrarPassphrase: string };

async function appointTo(house: House, { administrator, registrar, registrarPassphrase }: Authorities, client: Client, office: string, role: Role, given: Appointed) {
  const { core } = house;
  const today = house.clock.now().toISOString().slice(0, 10);
  const validTo = `${Number(today.slice(0, 4)) + 2}${today.slice(4, 8)}01`;
  const appointment = await proposeAppointment(core, await sessionOf(house, administrator), {
    person: client.person, office, role, certified: given.certified ?? false, gender: given.gender ?? null, establishment: given.establishment ?? null, validFrom: today, validTo,
  });
  await signMandate(core, await sessionOf(house, client), appointment, client.account.passphrase);
  await countersignMandate(core, await sessionOf(house, registrar), appointment, registrarPassphrase);
  await client.signIn();

  return appointment;
}

/** The first opens the office's keys; then whoever holds one confirms the others. */
async function shareKeys(house: House, holders: readonly Client[]): Promise<void> {
  for (const holder of holders) await comeBack(house, holder);
  for (const holder of holders) {
    const session = await sessionOf(house, holder);
    for (const { officeKey, person } of await pendingShares(house.core, session)) await shareOfficeKey(house.core, session, officeKey, person);
  }
}

async function signedIn(house: House, address: string, passphrase: string): Promise<Client> {
  const client = house.visitor();
  await client.signIn({ name: '', address, passphrase, isShared: false });

  return client;
}

async function inTurn<A, B>(list: readonly A[], work: (one: A, rank: number) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const [rank, one] of list.entries()) done.push(await work(one, rank));

  return done;
}

/** A request by Amina, night nurse, about her manager and her head of department, all three at the CHU de Valmont. */
export function requestBody() {
  return {
    tier: 'regional',
    purpose: 'dispute',
    author: { name: 'Amina Benali', function: 'Infirmière de nuit', profession: 'nurse', establishment: valmont.id, service: 'Pneumologie', contact: { channel: 'telephone', value: '06 00 00 00 00', when: 'après 14 h', discreet: true } },
    others: [
      { name: 'Sylvie Roussel', function: 'Cadre de santé', profession: 'health-manager', establishment: valmont.id, relation: 'agent-hierarchy' },
      { name: 'Étienne Bloch', function: 'Chef de service', profession: 'hospital-practitioner', establishment: valmont.id, relation: 'agent-hierarchy' },
    ],
    account: { whatHappened: 'Depuis le printemps les plannings de nuit changent la veille.', sinceWhen: 'Depuis avril.', effectOnWork: 'L’équipe ne se parle plus.', expectations: 'Des règles connues à l’avance.' },
    priorStep: { form: 'internal', from: null, to: null, outcome: 'failed', attested: false },
    exclusions: [],
    litigation: { declared: false, detail: '' },
    accompanied: false,
    consents: { informedOfNotices: true, accurate: true },
  };
}
