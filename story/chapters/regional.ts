import { agreeObject, consent, invite, partiesOf, partyNames, postLetters, read, write, type Case } from '../casework.ts';
import { mediationRequest } from '../request.ts';
import type { Story } from '../story.ts';
import { regional } from '../texts/regional.ts';
import type { Conciliation } from './local.ts';

/** Amina files with the regional mediator; the request is acknowledged, taken in charge, and told to whom it must be. */
export async function fileRegionally(story: Story, conciliation: Conciliation): Promise<Case> {
  story.chapter('Request to the regional mediator');
  const id = await file(story, conciliation);
  const filed = await takeCharge(story, id);
  await sendNotices(story, id);

  return filed;
}

async function file({ clock, players: { amina }, ...story }: Story, { id: localCase, from, to }: Conciliation): Promise<string> {
  clock.moveTo(58, '11:20');
  const { case: id } = await story.act<{ case: string }>(amina, 'files a request from her account', amina.post('/api/requests', mediationRequest('regional', { from, to })));
  await story.act(amina, 'attaches the attestation of the conciliation', amina.post(`/api/cases/${id}/attestation`, { localCase }));

  return id;
}

async function takeCharge(story: Story, id: string): Promise<Case> {
  const { clock, players: { omar, claire } } = story;
  clock.moveTo(60, '09:30');
  await story.act(omar, 'acknowledges, within eight days', omar.post(`/api/cases/${id}/acknowledgement`), 200);
  await story.refused(omar, 'would tell the director at once, while she may still withdraw', omar.post(`/api/cases/${id}/notices`, {}), 422, 'reflection-running');
  clock.moveTo(61, '10:00');
  await story.act(claire, 'takes charge', claire.post(`/api/cases/${id}/charge`), 200);
  const account = await read(story, claire, id, 'opens the account and its attestation', 'account');
  story.holds('the attestation came with the account', account.map(({ kind }) => kind), ['account', 'attestation']);
  await agreeObject(story, id, claire, regional.object);
  await write(story, claire, id, 'explains the object to Amina in her caucus', regional.caucusClaireAmina, { kind: 'caucus', subject: (await partiesOf(story, claire, id)).parties.amina });

  return partiesOf(story, claire, id);
}

type Notices = { notices: { notice: string; function: string; state: string }[] };

/** After the time to reflect: one sealed letter each, which the secretary prints and posts. Only then is everybody told. */
async function sendNotices(story: Story, id: string): Promise<void> {
  const { clock, players: { omar } } = story;
  clock.moveTo(63, '09:00');
  const letters = [{ function: 'director', text: regional.noticeDirector }, { function: 'cme-president', text: regional.noticeCmePresident }];
  const { notices } = await story.act<Notices>(omar, 'tells those whom the decree names that a request exists', omar.post(`/api/cases/${id}/notices`, { letters }));
  story.holds('the director and the president of the CME each get a letter', notices.map((one) => `${one.function} ${one.state}`).sort(), ['cme-president sent', 'director sent']);
  for (const { notice, function: held } of notices) {
    const { letter } = await story.act<{ letter: string }>(omar, `prints the letter to the ${held}`, omar.get(`/api/cases/${id}/notices/${notice}`), 200);
    story.holds('the letter is the one written', letters.some(({ text }) => text === letter));
  }
  story.holds('letters that have not left have told nobody', await areTold(story, id), false);
  clock.moveTo(64, '09:00');
  await postLetters(story, id, omar, notices, clock.dateOf(64));
  story.holds('they are told once the last letter has left', await areTold(story, id));
}

async function areTold(story: Story, id: string): Promise<boolean> {
  const { omar } = story.players;
  const { deadlines } = await story.act<{ deadlines: { rule: string; metAt: string | null }[] }>(omar, 'looks at what is due', omar.get(`/api/cases/${id}`), 200);

  return deadlines.some(({ rule, metAt }) => rule === 'notices' && metAt !== null);
}

/** The decision is told to each; the two others accept with the accounts they have; all three consent in writing. */
export async function gatherConsents(story: Story, file: Case): Promise<void> {
  const { clock, players: { claire } } = story;
  const invitations = { roussel: regional.invitationRoussel, bloch: regional.invitationBloch };
  const decisions = { roussel: regional.decisionLetterRoussel, bloch: regional.decisionLetterBloch };
  const accounts = { roussel: regional.accountRoussel, bloch: regional.accountBloch };
  const answers = { amina: 93, roussel: 98, bloch: 110 };

  clock.moveTo(91, '14:00');
  const links = { roussel: await invite(story, file, claire, 'roussel', invitations.roussel), bloch: await invite(story, file, claire, 'bloch', invitations.bloch) };
  for (const name of ['roussel', 'bloch'] as const) await write(story, claire, file.id, `tells ${story.players[name].member.name} the decision`, decisions[name], { kind: 'letters', subject: file.parties[name], as: 'decision' });
  for (const name of partyNames) {
    const { [name]: who } = story.players;
    clock.moveTo(answers[name], '19:10');
    if (name !== 'amina') await story.act(who, 'accepts the invitation with the account already made', who.post('/api/invitations/acceptance', { ...links[name], account: accounts[name] }));
    const state = await consent(story, file.id, name, 'mediation');
    story.holds('the mediation waits for the last consent', state, name === 'bloch' ? 'consented' : 'consent_requested');
  }
}
