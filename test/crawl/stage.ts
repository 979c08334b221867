import { consent } from '../../server/mediation/consent.ts';
import { consentVersion } from '../../server/mediation/consent-text.ts';
import { refuse } from '../../server/mediation/refuse.ts';
import type { Core } from '../../server/core.ts';
import { sessionOf } from '../appoint.ts';
import type { Client } from '../client.ts';
import type { House } from '../core.ts';
import { add } from '../documents-cast.ts';
import { consentedCases, created, later, notifiedCases, scene, type Scene } from '../mediation-cast.ts';
import { requestBody, valmont } from '../territory.ts';
import { agreeOn, file, joinAll } from '../tiers.ts';
import { justWritten, plant, type Planted } from './planted.ts';

type Teardown = Parameters<typeof scene>[0];
export type Stage = { house: House; cast: Record<string, Client>; phrases: Planted[]; links: string[]; cases: Record<string, string> };
type Setting = Scene & Pick<Stage, 'phrases' | 'links'>;

/** A territory with a case in each telling state, a sentence planted in every kind of place, and everybody who might meet one. */
export async function openStage(t: Teardown, change: (core: Core) => Core): Promise<Stage> {
  const now: Setting = { ...(await scene(t, { members: 4, change })), phrases: [], links: [] };
  const { house, town, amina, roussel, bloch } = now;
  const [helene, paul, , jean] = town.committee as [Client, Client, Client, Client];
  const stranger = await house.person('Une inconnue');
  const director = await town.appoint('Adèle Bastidoux', await town.office({ tier: 'institution', capacity: 'director', place: valmont.id }), 'referrer');
  const president = await town.appoint('Norbert Esquerrel', await town.office({ tier: 'institution', capacity: 'cme-president', place: valmont.id }), 'referrer');
  now.everybody.push(director, president, town.yves, town.localDeputy, town.nationalDeputy, town.nationalSecretary, town.administrator, town.registrar, stranger);

  const [followed, talking] = await mediations(now);
  const [convened, invited] = (await notifiedCases(now, 2)) as [string, string];
  await examine(now, convened);
  await openInvitation(now, invited);
  const local = await conciliation(now);
  const national = await referral(now);
  const received = await request(now);
  await institutions(now, director, president);
  await later(now, 0);
  await absence(now);

  return {
    house, phrases: now.phrases, links: now.links,
    cases: { received, convened, invited, talking, followed, local, national },
    cast: {
      'the requester, a party': amina, 'party B': roussel, 'party C': bloch, 'the secretary': town.omar, 'the mediator': town.claire, 'the deputy': town.deputy,
      'a delegate': helene, 'a seated member': paul, 'a convened member': jean, 'the conciliator': town.yves, 'the local deputy': town.localDeputy,
      'the national mediator': town.nadia, 'the administrator': town.administrator, 'the registrar': town.registrar, 'a director': director, 'a CME president': president, 'a stranger': stranger, 'a visitor': house.visitor(),
    },
  };
}

const at = (id: string, path: string) => `/api/cases/${id}/${path}`;

/** Claire says that she will be away: that gives nothing yet. */
async function absence({ house, town: { claire, deputy, offices } }: Setting): Promise<void> {
  const day = (offset: number) => new Date(house.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  await created(claire.post(`/api/offices/${offices.regional}/absences`, { deputy: deputy.person, firstDay: day(10), lastDay: day(20) }));
}

/** Two mediations: one is followed up; in the other an agreement is proposed, and they still talk. */
async function mediations(now: Setting): Promise<[string, string]> {
  const { house, town: { claire, committee }, amina, roussel, bloch } = now;
  const [helene, , fatou] = committee as [Client, Client, Client];
  const ready = await consentedCases(now, 2);
  for (const { id, parties: [ofAmina, ofRoussel] } of ready) {
    const text = (who: Client, kind: string, subject?: string) => (phrase: string) => created(who.post(at(id, 'texts'), { kind, ...(subject && { subject }), text: phrase }));
    await plant(now, { caseId: id, kind: 'account', subject: ofAmina }, text(amina, 'account', ofAmina));
    await created(claire.post(at(id, 'designations'), { delegates: [helene.person, fatou.person] }));
    for (const party of [amina, roussel, bloch]) await created(party.post(at(id, 'challenge-waiver'), {}));
    await created(helene.post(at(id, 'beginning'), {}));
    await created(helene.post(at(id, 'room'), {}));
    await plant(now, { caseId: id, kind: 'caucus', subject: ofAmina }, text(amina, 'caucus', ofAmina));
    await plant(now, { caseId: id, kind: 'caucus', subject: ofRoussel }, text(helene, 'caucus', ofRoussel));
    await plant(now, { caseId: id, kind: 'notes', subject: helene.person }, text(helene, 'notes'));
    await plant(now, { caseId: id, kind: 'notes', subject: claire.person }, text(claire, 'notes'));
  }
  const [followed, talking] = ready.map(({ id }) => id) as [string, string];
  const text = (who: Client, kind: string, subject?: string) => (phrase: string) => created(who.post(at(talking, 'texts'), { kind, ...(subject && { subject }), text: phrase }));
  const [, { parties: [ofAmina, ofRoussel] }] = ready as [unknown, { parties: [string, string, string] }];
  await plant(now, { caseId: talking, kind: 'room' }, text(bloch, 'room'));
  await plant(now, { caseId: talking, kind: 'workspace' }, text(helene, 'workspace'));
  await plant(now, { caseId: talking, kind: 'letters', subject: ofRoussel }, text(helene, 'letters', ofRoussel));
  await plant(now, { caseId: talking, kind: 'account', subject: ofAmina }, (phrase) => add(house, amina, talking, { title: 'Un planning' }, { content: Buffer.from(phrase) }));
  await plant(now, { caseId: talking, kind: 'account', subject: ofRoussel }, (phrase) => add(house, roussel, talking, { title: phrase }));
  const propose = (id: string) => plant(now, { caseId: id, kind: 'agreement' }, (phrase) => created(helene.post(at(id, 'agreements'), { text: phrase, recommendations: 'Une réunion chaque mois.' })));
  await propose(talking);
  const agreed = await propose(followed);
  const { agreements: [last] } = (await amina.get(at(followed, 'agreements'))).json<{ agreements: [{ agreement: string }] }>();
  for (const one of [amina, roussel, bloch]) await created(one.post(at(followed, 'agreement-signature'), { agreement: last.agreement, passphrase: one.account.passphrase }));
  await created(claire.post(at(followed, 'transmission'), { vacantSought: true }));
  // The copies that leave are printed by the secretary.
  agreed.epochs.push(await justWritten(house, { caseId: followed, kind: 'dispatch' }));

  return [followed, talking];
}

/** The body is convened: two sit, one of them advises; Jean has a link and does not sit. */
async function examine(now: Setting, id: string): Promise<void> {
  const { town: { claire, committee } } = now;
  const [helene, paul, , jean] = committee as [Client, Client, Client, Client];
  const members = [helene, paul, jean].map(({ person }) => person);
  await plant(now, { caseId: id, kind: 'convocation' }, (text) => created(claire.post(at(id, 'convocation'), { members, text, names: 'Les noms, pour qui n’a pas de lien.' })));
  for (const one of [helene, paul]) await created(one.post(at(id, 'declaration'), { answer: 'none' }));
  await plant(now, { caseId: id, kind: 'declaration', subject: jean.person }, (text) => created(jean.post(at(id, 'declaration'), { answer: 'link', text })));
  await created(claire.post(at(id, 'seats'), { members: members.slice(0, 2), acceptsLinks: false }));
  await plant(now, { caseId: id, kind: 'summary' }, (text) => created(claire.post(at(id, 'summary'), { text })));
  await plant(now, { caseId: id, kind: 'deliberation' }, (reasons) => created(paul.post(at(id, 'advice'), { advice: 'open', reasons })));
  await plant(now, { caseId: id, kind: 'notes', subject: paul.person }, (text) => created(paul.post(at(id, 'texts'), { kind: 'notes', text })));
}

/** Mme Roussel is invited and has not answered. The committee's part is another test's: a superuser passes over it. */
async function openInvitation(now: Setting, id: string): Promise<void> {
  const { house, town: { claire }, links } = now;
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  const party = parties[1]?.party ?? '';
  await plant(now, { caseId: id, kind: 'letters', subject: party }, async (letter) => {
    const { link } = await created(claire.post(at(id, 'invitations'), { party, letter }));
    links.push(String(link));
  });
}

async function conciliation(now: Setting): Promise<string> {
  const { house, town: { yves }, amina, roussel, bloch } = now;
  await later(now, 0);
  const id = await file(amina, 'local', 'Rien ne va plus dans l’équipe de nuit.');
  await yves.post(at(id, 'charge'), {});
  await agreeOn(house, id, yves, amina);
  await yves.post(at(id, 'conciliation'), {});
  await joinAll(house, id, yves, { amina, roussel, bloch });
  for (const one of [amina, roussel, bloch]) await consent(house.core, await sessionOf(house, one), id, { textVersion: consentVersion('local') });
  await plant(now, { caseId: id, kind: 'conciliation' }, (minutes) => created(yves.post(at(id, 'conciliation/meetings'), { heldOn: house.clock.now().toISOString().slice(0, 10), minutes })));

  return id;
}

/** Mme Roussel has refused a regional mediation; Claire refers, Nadia accepts. */
async function referral(now: Setting): Promise<string> {
  const { house, town: { claire, nadia, omar }, amina, roussel, bloch } = now;
  const id = await file(amina, 'regional', 'Les nuits changent la veille.');
  await omar.post(at(id, 'acknowledgement'), {});
  await claire.post(at(id, 'charge'), {});
  await agreeOn(house, id, claire, amina);
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  await joinAll(house, id, claire, { amina, roussel, bloch });
  await refuse(house.core, await sessionOf(house, roussel), id);
  const { case: upper } = await created(claire.post(at(id, 'referral'), { ground: 'refused-by-a-party' }));
  await created(nadia.post(at(String(upper), 'referral/acceptance'), {}));
  await plant(now, { caseId: String(upper), kind: 'notes', subject: nadia.person }, (text) => created(nadia.post(at(String(upper), 'texts'), { kind: 'notes', text })));

  return String(upper);
}

/** Just filed: the account is for whoever may take charge, the identity for the secretary too. */
async function request(now: Setting): Promise<string> {
  const { amina } = now;
  const body = requestBody();
  let id = '';
  let party = '';
  const filed = () => ({ caseId: id, kind: 'identity', subject: party }) as const;
  await plant(now, filed, async (service) => {
    ({ case: id } = (await created(amina.post('/api/requests', { ...body, author: { ...body.author, service } }))) as { case: string });
    party = (await amina.get(`/api/cases/${id}`)).json<{ parties: [{ party: string }] }>().parties[0].party;
  });
  await plant(now, { caseId: id, kind: 'account', subject: party }, (text) => created(amina.post(at(id, 'texts'), { kind: 'account', subject: party, text })));

  return id;
}

/** A director refers alone for two nurses; with a doctor, what they signed waits for the president of the medical commission. */
async function institutions(now: Setting, director: Client, president: Client): Promise<void> {
  const { account, priorStep, purpose, exclusions, consents, author, others: [manager, doctor] } = requestBody();
  const person = ({ name, function: held, profession }: { name: string; function: string; profession: string }) => ({ name, function: held, profession, establishment: valmont.id });
  const referral = (whatHappened: string, ...parties: Parameters<typeof person>[0][]) => ({ tier: 'regional', capacity: 'director', purpose, account: { ...account, whatHappened }, priorStep, exclusions, consents, parties: parties.map(person) });
  if (!manager || !doctor) throw new Error('the request names two others');
  let id = '';
  await plant(now, () => ({ caseId: id, kind: 'account' }), async (phrase) => {
    id = String((await created(director.post('/api/institutional-referrals', referral(phrase, author, manager)))).case);
  });
  const phrase = `Cahier numéro ${now.phrases.length}, que nul autre ne lit`;
  await created(director.post('/api/referral-proposals', referral(phrase, author, doctor)));
  now.phrases.push({ phrase, where: 'a joint referral', caseId: '', epochs: [], hands: [director.person, president.person] });
}
