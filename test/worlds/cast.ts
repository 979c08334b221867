import type { Role } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../../server/core.ts';
import { drainKeys } from '../../server/mediation/keys/drain.ts';
import { countersignMandate } from '../../server/people/offices/countersign-mandate.ts';
import { openOfficeKeys, pendingShares, shareOfficeKey } from '../../server/people/offices/office-keys.ts';
import { proposeAppointment } from '../../server/people/offices/propose-appointment.ts';
import { signMandate } from '../../server/people/offices/sign-mandate.ts';
import { signIn } from '../../server/people/sign-in.ts';
import type { Client } from '../client.ts';
import type { House } from '../core.ts';
import { openTerritory, valmont, type Territory } from '../territory.ts';

/** Who plays: an account and where it lives. */
export type Player = { id: string; name: string; address: string; passphrase: string };

export type Cast = Territory & { players: Player[]; director: Player; institution: string; stranger: Player; newcomers: Player[]; requesters: Player[]; others: Player[] };

/** A territory, with people who file, people who answer, people not yet appointed, and somebody with no part in anything. */
export async function cast(house: House): Promise<Cast> {
  const territory = await openTerritory(house, { members: 3, nationalMembers: 2 });
  const enrol = async (name: string) => playerOf(await house.person(name));
  const [amina, sylvie, etienne, ines, marc, lea, olivier] = [
    await enrol('Amina Benali'), await enrol('Sylvie Roussel'), await enrol('Étienne Bloch'), await enrol('Inès Caron'), await enrol('Marc Tellier'), await enrol('Léa Fontaine'), await enrol('Olivier Prat'),
  ];
  const { administrator, registrar, claire, deputy, omar, nadia, nationalDeputy, nationalSecretary, yves, localDeputy, committee, nationalCommittee } = territory;
  const officials = [administrator, registrar, claire, deputy, omar, nadia, nationalDeputy, nationalSecretary, yves, localDeputy, ...committee, ...nationalCommittee].map(playerOf);

  const institution = await territory.office({ tier: 'institution', capacity: 'director', place: valmont.id });
  const director = playerOf(await territory.appoint('Adèle Bastidoux', institution, 'referrer'));

  return {
    ...territory, director, institution, stranger: olivier, newcomers: [ines, marc, lea], requesters: [amina], others: [sylvie, etienne],
    players: [...officials, director, amina, sylvie, etienne, ines, marc, lea, olivier],
  };
}

/** A session without what follows a sign-in: `arrive` does that, as a step of its own. */
export async function sessionOf(core: Core, { address, passphrase }: Player): Promise<Session> {
  return (await signIn(core, { address, passphrase, isShared: false, ip: '192.0.2.1' })).session;
}

/** What follows a sign-in. */
export async function arrive(core: Core, session: Session): Promise<void> {
  await openOfficeKeys(core, session);
  await drainKeys(core, session);
}

/** Confirms every member who waits for an office key that this person holds. */
export async function confirmShares(core: Core, session: Session): Promise<void> {
  for (const { officeKey, person } of await pendingShares(core, session)) await shareOfficeKey(core, session, officeKey, person);
}

export type Appointing = { person: Player; office: string; role: Role; days: number };

/** The real deeds: proposed, signed, countersigned. Returns the appointment. */
export async function appoint(core: Core, { administrator, registrar }: Pick<Cast, 'administrator' | 'registrar'>, { person, office, role, days }: Appointing): Promise<string> {
  const now = core.clock();
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const id = await proposeAppointment(core, await sessionOf(core, playerOf(administrator)), {
    person: person.id, office, role, certified: true, gender: null, establishment: null, validFrom: day(0), validTo: day(days),
  });
  await signMandate(core, await sessionOf(core, person), id, person.passphrase);
  await countersignMandate(core, await sessionOf(core, playerOf(registrar)), id, registrar.account.passphrase);

  return id;
}

export function playerOf({ person: id, account: { name, address, passphrase } }: Client): Player {
  return { id, name: name || address, address, passphrase };
}
