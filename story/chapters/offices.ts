import { fixedId } from '../../db/seed/fixed-id.ts';
import { addMonths } from '../../policies/charter/calendar.ts';
import { nationalMembers, places, regionalMembers, type Name } from '../cast.ts';
import type { Story } from '../story.ts';
import type { Player } from '../telling.ts';

export type Offices = Record<'local' | 'regional' | 'national' | 'elsewhere', string>;

type Post = { office: string; role: string; who: Name };

/**
 * The administrator opens offices and proposes persons; each signs their mandate and the written undertaking; a registrar
 * countersigns; and whoever holds an office's key hands it over to the members who wait for it.
 */
export async function openOffices(story: Story): Promise<Offices> {
  const { administrator, registrar } = story.players;
  story.chapter('Offices and mandates');
  story.clock.moveTo(0, '09:00');
  await newPassphrase(story, administrator);
  await newPassphrase(story, registrar);

  const offices: Offices = {
    regional: await open(story, { tier: 'regional', territory: fixedId('territory', 1) }, 'Auvergne-Rhône-Alpes'),
    elsewhere: await open(story, { tier: 'regional', territory: fixedId('territory', 3) }, 'Bretagne - Pays de la Loire'),
    national: await open(story, { tier: 'national' }, 'national'),
    local: await open(story, { tier: 'local', establishment: places.valmont }, 'local scheme of the CHU de Valmont'),
  };
  for (const [day, posts] of Object.entries(postsOf(offices))) {
    story.clock.moveTo(Number(day), '09:00');
    for (const post of posts) await appoint(story, post);
    await handOver(story, posts);
  }
  await story.act(story.players.director, 'makes an account, and holds no office', story.players.director.enrol());

  return offices;
}

/** What init printed is for one sign-in. */
async function newPassphrase(story: Story, who: Player): Promise<void> {
  const { passphrase } = who.member;
  await story.act(who, 'signs in with the passphrase of init', who.signIn());
  await story.act(who, 'chooses another', who.post('/api/passphrase', { current: who.passphrase(), passphrase }), 204);
  who.use(passphrase);
}

async function open(story: Story, place: object, name: string): Promise<string> {
  const { administrator } = story.players;

  return (await story.act<{ id: string }>(administrator, `opens the office: ${name}`, administrator.post('/api/offices', place))).id;
}

/** By day: whoever presides first, so that their first sign-in opens the keys of the office. */
function postsOf({ local, regional, national, elsewhere }: Offices): Record<number, Post[]> {
  const post = (office: string, role: string) => (who: Name): Post => ({ office, role, who });

  return {
    1: [post(local, 'conciliator')('yves'), post(local, 'deputy')('odile')],
    2: [post(regional, 'mediator')('claire'), post(regional, 'deputy')('julien'), post(regional, 'secretary')('omar')],
    3: regionalMembers.map(post(regional, 'member')),
    4: [post(national, 'mediator')('nadia'), post(national, 'deputy')('laurent'), post(national, 'secretary')('solene')],
    5: nationalMembers.map(post(national, 'member')),
    6: [post(elsewhere, 'member')('loic')],
  };
}

async function appoint(story: Story, { office, role, who }: Post): Promise<void> {
  const { administrator, registrar, [who]: person } = story.players;
  const { member } = person;
  const from = story.clock.dateOf(0);
  await story.act(person, 'makes an account', person.enrol());
  const { id } = await story.act<{ id: string }>(administrator, `proposes ${member.name} as ${role}`, administrator.post(`/api/offices/${office}/appointments`, {
    person: person.person, role, certified: member.certified, gender: member.gender, establishment: member.establishment, validFrom: from, validTo: addMonths(from, 36),
  }));
  await story.act(person, 'signs the mandate and the undertaking', person.post(`/api/appointments/${id}/signature`, { passphrase: member.passphrase }), 204);
  await story.act(registrar, `countersigns for ${member.name}`, registrar.post(`/api/appointments/${id}/countersignature`, { passphrase: registrar.member.passphrase }), 204);
  await story.act(person, 'signs in again, now in office', person.signIn());
}

type Waiting = { shares: { officeKey: string; person: string; name: string; use: string }[] };

/** Never silently: the page shows name, mandate and registrar, and a member confirms. */
async function handOver(story: Story, [first]: readonly Post[]): Promise<void> {
  if (!first) return;
  const holder = story.players[first.who];
  const { shares } = await story.act<Waiting>(holder, 'looks who waits for a key of the office', holder.get('/api/office-keys/pending'), 200);
  for (const { officeKey, person, name, use } of shares) {
    await story.act(holder, `hands the ${use} key over to ${name}`, holder.post(`/api/office-keys/${officeKey}/shares`, { person }), 204);
  }
}
