import pLimit from 'p-limit';
import { fixedId } from '../../db/seed/fixed-id.ts';
import { functionHolders } from '../../db/seed/function-holders.ts';
import { addMonths, type LocalDate } from '../../policies/charter/calendar.ts';
import type { Role } from '../../policies/vocabulary.ts';
import { cast, he, places, she, type Member } from '../cast.ts';
import type { Resident } from './resident.ts';

/** Officers of the second region, and of the nation beside the cast of the story. */
const more = {
  gwenola: she('Gwenola Le Bihan', { role: 'regional mediator', certified: true }),
  yann: he('Yann Kervella', { role: 'deputy mediator', certified: true }),
  maelle: she('Maëlle Jouan', { role: 'regional secretary' }),
  soizic: she('Soizic Hamon', { role: 'regional member', certified: true }),
  denis: he('Denis Rault', { role: 'regional member', certified: true }),
  armelle: she('Armelle Guégan', { role: 'regional member' }),
  principal: holderOf('director', he, 'director'),
  commission: holderOf('cme-president', she, 'president of the medical commission'),
} satisfies Record<string, Member>;

const { yves, odile, claire, julien, omar, helene, paul, fatou, thierry, nadia, laurent, solene, isabelle, rachid, beatrice } = cast;
export const officers = { yves, odile, claire, julien, omar, helene, paul, fatou, thierry, nadia, laurent, solene, isabelle, rachid, beatrice, ...more };
export type OfficerName = keyof typeof officers;

export type MediationOffice = 'aura' | 'bretagne' | 'nation';
export type OfficeName = MediationOffice | 'local' | 'direction' | 'commission';
type Bench = { mediator: OfficerName; secretary: OfficerName; delegates: readonly [OfficerName, OfficerName]; members: readonly OfficerName[]; examiners: readonly OfficerName[] };

/** Who sits where: the mediator, their secretary, the usual delegates, the committee, and a quorum of it that is convened. */
export const benches: Record<MediationOffice, Bench> = {
  aura: { mediator: 'claire', secretary: 'omar', delegates: ['helene', 'fatou'], members: ['helene', 'paul', 'fatou', 'thierry'], examiners: ['paul', 'thierry'] },
  bretagne: { mediator: 'gwenola', secretary: 'maelle', delegates: ['soizic', 'denis'], members: ['soizic', 'denis', 'armelle'], examiners: ['soizic', 'armelle'] },
  nation: { mediator: 'nadia', secretary: 'solene', delegates: ['isabelle', 'rachid'], members: ['isabelle', 'rachid', 'beatrice'], examiners: ['isabelle', 'beatrice'] },
};

const posts: readonly [OfficeName, Role, readonly OfficerName[]][] = [
  ['local', 'conciliator', ['yves']], ['local', 'deputy', ['odile']],
  ['direction', 'referrer', ['principal']], ['commission', 'referrer', ['commission']],
  ['aura', 'mediator', ['claire']], ['aura', 'deputy', ['julien']], ['aura', 'secretary', ['omar']], ['aura', 'member', benches.aura.members],
  ['bretagne', 'mediator', ['gwenola']], ['bretagne', 'deputy', ['yann']], ['bretagne', 'secretary', ['maelle']], ['bretagne', 'member', benches.bretagne.members],
  ['nation', 'mediator', ['nadia']], ['nation', 'deputy', ['laurent']], ['nation', 'secretary', ['solene']], ['nation', 'member', benches.nation.members],
];

type People = Readonly<Record<OfficerName, Resident>>;
type Authorities = { administrator: Resident; registrar: Resident };
type Waiting = { shares: { officeKey: string; person: string }[] };

/** Opens the offices, appoints everybody by the ordinary deeds, and hands the keys over. `from`: first day of the mandates. */
export async function openOffices(people: People, { administrator, registrar }: Authorities, { from, pass }: { from: LocalDate; pass(minutes: number): void }): Promise<Record<OfficeName, string>> {
  const open = async (place: object) => (await administrator.post<{ id: string }>('/api/offices', place)).id;
  const offices: Record<OfficeName, string> = {
    local: await open({ tier: 'local', establishment: places.valmont }),
    aura: await open({ tier: 'regional', territory: fixedId('territory', 1) }),
    bretagne: await open({ tier: 'regional', territory: fixedId('territory', 3) }),
    nation: await open({ tier: 'national' }),
    direction: await open({ tier: 'institution', capacity: 'director', place: places.arzonne }),
    commission: await open({ tier: 'institution', capacity: 'cme-president', place: places.arzonne }),
  };
  let countersigned = 0;
  const appoint = async (office: OfficeName, role: Role, name: OfficerName) => {
    const { [name]: who } = people;
    const { passphrase, certified, gender, establishment } = who.member;
    await who.with((client) => client.enrol());
    const { id } = await administrator.post<{ id: string }>(`/api/offices/${offices[office]}/appointments`, { person: who.person(), role, certified, gender, establishment, validFrom: from, validTo: addMonths(from, 36) });
    await who.post(`/api/appointments/${id}/signature`, { passphrase });
    if (++countersigned % countersignedAtOnce === 0) pass(minutesBetween);
    await registrar.post(`/api/appointments/${id}/countersignature`, { passphrase: registrar.member.passphrase });
  };
  // The first are countersigned while the next sign.
  const few = pLimit(3);
  await Promise.all(posts.flatMap(([office, role, names]) => names.map((name) => few(() => appoint(office, role, name)))));

  // Whoever presides signs in first, which opens the office's keys; then they confirm those who wait for one.
  const holding = (...roles: Role[]) => posts.flatMap(([, role, names]) => (roles.includes(role) ? names.map((name) => people[name]) : []));
  const presiding = holding('mediator', 'conciliator');
  await Promise.all(presiding.map((one) => one.with((client) => client.signIn())));
  await Promise.all(holding('deputy', 'secretary').map((one) => one.with((client) => client.signIn())));
  await Promise.all(presiding.map(confirmAll));

  return offices;
}

/** A registrar's passphrase is asked for each countersignature, and only so many are taken in a quarter of an hour. */
const countersignedAtOnce = 9;
const minutesBetween = 16;

async function confirmAll(holder: Resident): Promise<void> {
  const { shares } = await holder.get<Waiting>('/api/office-keys/pending');
  for (const { officeKey, person } of shares) await holder.post(`/api/office-keys/${officeKey}/shares`, { person });
}

/** Whoever the directory names to head an institution of the first region. */
function holderOf(held: 'director' | 'cme-president', someone: typeof he, role: string): Member {
  const holder = functionHolders.find((one) => one.establishmentId === places.arzonne && one.function === held);
  if (!holder) throw new RangeError('an establishment of the directory has a director, and a medical commission');

  return someone(holder.name, { role, at: places.arzonne, address: holder.email });
}
