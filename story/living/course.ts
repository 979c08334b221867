import type { Purpose } from '../../policies/vocabulary.ts';
import type { At } from './calendar.ts';
import { benches, type OfficeName, type OfficerName } from './offices.ts';
import type { Resident } from './resident.ts';
import { situations, type Situation, type SituationName } from './situations.ts';
import type { Staff } from './staff.ts';

/** How far a case has come today, in the order of its course. */
export const stages = ['received', 'acknowledged', 'charged', 'notified', 'convened', 'declared', 'advised', 'invited', 'answered', 'consented', 'designated', 'begun', 'talking', 'met', 'proposed', 'signing', 'agreed', 'followed', 'evaluated', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** Another way to end, when the stage is reached. */
export type Turn = 'redirected' | 'inadmissible' | 'settled' | 'withdrawn-request' | 'not-opened' | 'refused' | 'withdrawn' | 'ended' | 'referred' | 'partly';

export type Plan = {
  office: Exclude<OfficeName, 'local' | 'nation'>;
  /** Days before today on which it was filed; the office works once a week. */
  daysAgo: number;
  situation: SituationName;
  purpose?: Purpose;
  author: Staff;
  others: readonly Staff[];
  until: Stage;
  turn?: Turn;
};

export type World = { at: At; officer: (name: OfficerName) => Resident; staff: (one: Staff) => Resident; dateOf: (day: number) => string };
type Invited = { link: string; code: string };
export type Lived = { case: string; reference: string };

/** Days from receipt to each step. */
const lag = { intake: 7, convening: 14, declaration: 21, sitting: 28, answers: 35, designation: 42, beginning: 56, talk: 63, plenary: 77, proposal: 98, signature: 105, transmission: 112, evaluation: 203, closure: 210 };

/** Lives one case by the deeds of everybody in it, until the stage (or turn) its plan names. */
export async function live(world: World, plan: Plan): Promise<Lived | undefined> {
  const { at, officer, staff } = world;
  const bench = benches[plan.office];
  const [mediator, secretary] = [officer(bench.mediator), officer(bench.secretary)];
  const texts: Situation = situations[plan.situation];
  const received = -plan.daysAgo;
  const goesTo = (stage: Stage) => stages.indexOf(plan.until) >= stages.indexOf(stage);
  const turns = (turn: Turn) => plan.turn === turn;

  await at(received);
  const author = staff(plan.author);
  const filed = await file(author, plan, texts);
  const path = `/api/cases/${filed.case}`;
  if (!goesTo('acknowledged')) return filed;

  await at(received + lag.intake);
  await secretary.post(`${path}/acknowledgement`);
  if (turns('redirected')) return done(filed, secretary.post(`${path}/redirection`, { reason: 'prior-step-first' }));
  if (!goesTo('charged')) return filed;
  await mediator.post(`${path}/charge`);
  if (turns('inadmissible')) return done(filed, mediator.post(`${path}/inadmissibility`, { reason: 'open-exclusion', letter: letters.inadmissible }));
  if (turns('withdrawn-request')) return done(filed, author.post(`${path}/request-withdrawal`));
  await mediator.post(`${path}/object`, { text: texts.object });
  const [object] = (await author.get<{ texts: { id: string }[] }>(`${path}/texts?kind=object`)).texts;
  await author.post(`${path}/object/agreement`, { item: object?.id });
  await mediator.post(`${path}/texts`, { kind: 'notes', text: letters.note });
  if (!goesTo('notified')) return filed;
  await secretary.post(`${path}/notices`, { vacantSought: true });
  if (turns('settled')) return done(filed, mediator.post(`${path}/intervention`, { outcome: 'contact', letter: letters.settled }));
  if (!goesTo('convened')) return filed;

  if (!(await committee(world, plan, path, texts, goesTo))) return filed;
  if (turns('not-opened')) return done(filed, mediator.post(`${path}/non-opening`, { reason: 'advice-was-enough', letter: letters.notOpened, followsAdvice: true, reasons: letters.reasons }));
  await mediator.post(`${path}/opening`, { letter: letters.opened, followsAdvice: true, reasons: letters.reasons });

  if (!(await consents(world, plan, path, texts, author, goesTo))) return filed;
  if (!(await talks(world, plan, path, texts, goesTo))) return filed;
  await agree(world, plan, path, texts, goesTo);

  return filed;
}

async function file(author: Resident, { office, purpose = 'dispute', author: who, others }: Plan, texts: Situation): Promise<Lived> {
  const entry = ({ member }: { member: Staff }) => ({ name: member.name, function: member.function, profession: member.profession, establishment: member.establishment, service: member.service });
  const { whatHappened, sinceWhen, effectOnWork, expectations } = texts;
  const body = {
    tier: 'regional', purpose, author: { ...entry({ member: who }), contact: { channel: 'email', value: '', when: 'le soir', discreet: true } },
    others: others.map((member) => ({ ...entry({ member }), relation: 'peers' })),
    account: { whatHappened, sinceWhen, effectOnWork, expectations }, exclusions: [], litigation: { declared: false, detail: '' }, accompanied: false,
    priorStep: { form: office === 'aura' ? 'internal' : 'none', from: null, to: null, outcome: office === 'aura' ? 'failed' : 'not_available', attested: false },
    consents: { informedOfNotices: true, accurate: true }, credentials: { address: who.address, passphrase: who.passphrase, shared: false },
  };
  const filed = await author.with(async (client) => {
    if (client.person !== '') return undefined;
    const answer = await client.post('/api/requests', body);
    if (answer.status !== 201) throw new Error(`${who.name} files: ${answer.status} ${answer.text.slice(0, 300)}`);
    const { account, ...made } = JSON.parse(answer.text) as Lived & { account: { person: string; token: string; recoveryCode: string } };
    client.keep(account);

    return made;
  });
  if (filed) return filed;
  const { credentials, ...known } = body;

  return author.post<Lived>('/api/requests', known);
}

/** Convened one week, declared the next, advised at the sitting of the week after. */
async function committee({ at, officer }: World, { office, daysAgo }: Plan, path: string, texts: Situation, goesTo: (stage: Stage) => boolean): Promise<boolean> {
  const { mediator: presiding, members: names } = benches[office];
  const [mediator, members] = [officer(presiding), names.map(officer)];
  await at(lag.convening - daysAgo);
  const { convened } = await mediator.post<{ convened: string[] }>(`${path}/convocation`, { members: members.map((member) => member.person()), text: `${texts.summary} Établissement public de la région.` });
  const asked = members.filter((member) => convened.includes(member.person()));
  if (!goesTo('declared')) return false;

  await at(lag.declaration - daysAgo);
  const sitting = asked.slice(0, Math.max(2, Math.ceil(names.length / 2)));
  for (const member of sitting) await member.post(`${path}/declaration`, { answer: 'none' });
  await mediator.post(`${path}/summary`, { text: texts.summary });
  await mediator.post(`${path}/seats`, { members: sitting.map((member) => member.person()), acceptsLinks: false });
  if (!goesTo('advised')) return false;

  await at(lag.sitting - daysAgo);
  for (const [place, member] of sitting.entries()) await member.post(`${path}/advice`, { advice: place === 2 ? 'advice-or-intervention' : 'open', reasons: letters.advice[place % letters.advice.length] });

  return true;
}

/** The others are invited, accept with an account made for it, and everybody consents. */
async function consents({ at, officer, staff }: World, plan: Plan, path: string, texts: Situation, author: Resident, goesTo: (stage: Stage) => boolean): Promise<boolean> {
  const mediator = officer(benches[plan.office].mediator);
  const { parties } = await mediator.get<{ parties: { party: string }[] }>(path);
  const others = plan.others.map((one, place) => ({ who: staff(one), party: parties[place + 1]?.party ?? '' }));
  const invitations = new Map<Resident, Invited>();
  for (const { who, party } of others) invitations.set(who, await mediator.post<Invited>(`${path}/invitations`, { party, letter: letters.invitation }));
  if (!goesTo('answered')) return false;

  await at(lag.answers - plan.daysAgo);
  for (const [place, { who }] of others.entries()) {
    if (!goesTo('consented') && place === others.length - 1) return false;
    await accept(who, invitations.get(who) as Invited, texts);
    if (plan.turn === 'refused') return done(false, who.post(`${path}/refusals`));
    await who.post(`${path}/consents`, { textVersion: 'mediation-1', litigation: 'none' });
  }
  await author.post(`${path}/consents`, { textVersion: 'mediation-1', litigation: 'none' });

  return goesTo('designated');
}

async function accept(who: Resident, { link, code }: Invited, texts: Situation): Promise<void> {
  const { name, address, passphrase } = who.member;
  await who.with(async (client) => {
    const isKnown = client.person !== '';
    const answer = await client.post(`/api/invitations/${isKnown ? 'acceptance' : 'enrolment'}`, { link, code, account: texts.answer, ...(!isKnown && { name, address, passphrase, isShared: false }) });
    if (answer.status !== 201) throw new Error(`${name} accepts: ${answer.status} ${answer.text.slice(0, 300)}`);
    if (!isKnown) client.keep(JSON.parse(answer.text) as { person: string; token: string });
  });
}

/** Two delegates, interviews, the room, a plenary; then perhaps an end without agreement, and a referral. */
async function talks({ at, officer, staff, dateOf }: World, plan: Plan, path: string, texts: Situation, goesTo: (stage: Stage) => boolean): Promise<boolean> {
  const { mediator: presiding, delegates: names } = benches[plan.office];
  const mediator = officer(presiding);
  const delegates = names.map(officer);
  const [first, second] = delegates as [Resident, Resident];
  const author = staff(plan.author);
  await at(lag.designation - plan.daysAgo);
  await mediator.post(`${path}/designations`, { delegates: delegates.map((one) => one.person()) });
  if (!goesTo('begun')) return false;

  await at(lag.beginning - plan.daysAgo);
  await first.post(`${path}/beginning`);
  if (!goesTo('talking')) return false;

  const day = lag.talk - plan.daysAgo;
  await at(day);
  const { parties } = await first.get<{ parties: { party: string }[] }>(path);
  for (const { party } of parties) await second.post(`${path}/meetings`, { kind: 'interview', party, heldOn: dateOf(day), text: letters.interview });
  await author.post(`${path}/texts`, { kind: 'caucus', subject: parties[0]?.party, text: texts.caucus });
  await first.post(`${path}/room`);
  await first.post(`${path}/texts`, { kind: 'room', text: letters.room });
  if (plan.turn === 'withdrawn') return done(false, author.post(`${path}/withdrawal`));
  if (!goesTo('met')) return false;

  await at(lag.plenary - plan.daysAgo);
  await first.post(`${path}/meetings`, { kind: 'plenary', heldOn: dateOf(lag.plenary - plan.daysAgo), text: texts.plenary });
  if (plan.turn === 'ended' || plan.turn === 'referred') {
    await first.post(`${path}/end`, { reason: 'no-agreement', letter: letters.ended });
    if (plan.turn === 'referred') await mediator.post(`${path}/referral`, { ground: 'no-agreement-reached' });

    return false;
  }

  return goesTo('proposed');
}

/** Proposed, signed by each behind their passphrase, transmitted, followed up, closed. */
async function agree({ at, officer, staff }: World, plan: Plan, path: string, texts: Situation, goesTo: (stage: Stage) => boolean): Promise<void> {
  const { mediator: presiding, delegates: [delegate], secretary } = benches[plan.office];
  const first = officer(delegate);
  await at(lag.proposal - plan.daysAgo);
  const { agreement } = await first.post<{ agreement: string }>(`${path}/agreements`, { text: texts.agreement, recommendations: letters.recommendations, ...(plan.turn === 'partly' && { isPartial: true }) });
  if (!goesTo('signing')) return;

  await at(lag.signature - plan.daysAgo);
  const signers = [plan.author, ...plan.others].map(staff);
  for (const who of goesTo('agreed') ? signers : signers.slice(0, 1)) await who.post(`${path}/agreement-signature`, { agreement, passphrase: who.member.passphrase });
  if (plan.turn === 'partly') await first.post(`${path}/partial-agreement`);
  if (!goesTo('followed')) return;

  await at(lag.transmission - plan.daysAgo);
  await officer(presiding).post(`${path}/transmission`, { vacantSought: true });
  for (const { notice } of (await officer(secretary).get<{ notices: { notice: string; state: string; subject: string }[] }>(`${path}/notices`)).notices.filter(({ state, subject }) => state === 'sent' && subject === 'agreement')) await officer(secretary).get(`${path}/notices/${notice}`);
  if (!goesTo('evaluated')) return;

  await at(lag.evaluation - plan.daysAgo);
  await first.post(`${path}/evaluations`, { after: 'first', outcome: 'kept', text: letters.evaluation });
  if (goesTo('closed')) await first.post(`${path}/closure`);
}

async function done<T>(result: T, last: Promise<unknown>): Promise<T> {
  await last;

  return result;
}

const letters = {
  note: 'Première lecture : demande claire, rien qui s’y oppose. Appeler la personne le soir, sur son téléphone.',
  inadmissible: 'Une procédure est ouverte sur le même différend. La médiation ne peut pas se tenir en même temps ; vous pourrez revenir vers nous quand elle sera close.',
  settled: 'Comme convenu au téléphone, un contact a été pris et la situation s’est apaisée. Votre demande est classée sans médiation ; vous pouvez nous écrire de nouveau.',
  opened: 'Après l’avis du comité des pairs, j’ai décidé d’ouvrir une médiation. Chacun est libre de l’accepter.',
  notOpened: 'Après l’avis du comité des pairs, je n’ouvre pas de médiation : le conseil que nous avons échangé vous a permis d’avancer. Ma porte reste ouverte.',
  reasons: 'La majorité des avis va dans ce sens ; la situation est récente et les personnes se parlent encore.',
  advice: ['Ouvrir : chacun a encore quelque chose à dire à l’autre.', 'Ouvrir, en commençant par des entretiens séparés.', 'Un simple contact pourrait suffire ; à défaut, ouvrir.', 'Ouvrir sans tarder.'],
  invitation: 'Une personne avec qui vous travaillez souhaite une médiation. Rien n’est décidé. Vous pouvez accepter, refuser ou demander à en parler.',
  interview: 'Entretien d’une heure, calme. La personne a décrit une semaine de travail et ce qu’elle attend.',
  room: 'Cet espace est commun : ce que vous y écrivez est lu par chacun de vous et par nous deux.',
  ended: 'La médiation prend fin sans accord. Chacun garde le bénéfice de ce qui a été dit ; rien n’en sera répété.',
  recommendations: 'Prévoir un temps d’échange par mois, et une personne à qui s’adresser en cas de difficulté.',
  evaluation: 'Trois mois après : l’accord est tenu, un point reste à ajuster.',
};
