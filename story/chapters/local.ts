import { agreeObject, consent, invite, partiesOf, partyNames, read, write, type Case } from '../casework.ts';
import { json, type Opened } from '../client.ts';
import { signal } from '../request.ts';
import type { Story } from '../story.ts';
import { local } from '../texts/local.ts';

/** A conciliation that ended without result: its case, and the days it ran. */
export type Conciliation = Case & { from: string; to: string };

/** At night Amina signals; Yves invites, meets the three, proposes, ends without result and attests. */
export async function conciliate(story: Story): Promise<Conciliation> {
  story.chapter('Local conciliation at the CHU de Valmont');
  const id = await amidTheNight(story);
  const file = await prepare(story, id);
  await join(story, file);
  await meetAndEnd(story, file);

  return { ...file, from: story.clock.dateOf(12), to: story.clock.dateOf(50) };
}

async function amidTheNight({ clock, players: { amina }, ...story }: Story): Promise<string> {
  clock.moveTo(12, '03:10');
  const sent = await amina.post('/api/requests', signal);
  const { case: id, account } = json<{ case: string; account: Opened }>(sent);
  await story.act(amina, 'signals the situation to the local scheme; her account is made last', Promise.resolve(sent));
  amina.keep(account);

  return id;
}

async function prepare(story: Story, id: string): Promise<Case> {
  const { clock, players: { yves } } = story;
  clock.moveTo(14, '14:00');
  const { cases } = await story.act<{ cases: { case: string }[] }>(yves, 'lists the cases of the scheme', yves.get('/api/cases'), 200);
  story.holds('the one case on his list is the night’s', cases.map((one) => one.case), [id]);
  await read(story, yves, id, 'opens the account with the key of the office', 'account');
  await story.act(yves, 'takes charge', yves.post(`/api/cases/${id}/charge`), 200);
  await agreeObject(story, id, yves, local.objectText);
  await story.act(yves, 'proposes a conciliation', yves.post(`/api/cases/${id}/conciliation`));

  return partiesOf(story, yves, id);
}

/** Both accept with an account of their own, tell their side to the conciliator alone, and all three agree. */
async function join(story: Story, file: Case): Promise<void> {
  const { clock, players: { yves } } = story;
  const letters = { roussel: local.invitationRoussel, bloch: local.invitationBloch };
  const accounts = { roussel: local.accountRoussel, bloch: local.accountBloch };
  const links = { roussel: await invite(story, file, yves, 'roussel', letters.roussel), bloch: await invite(story, file, yves, 'bloch', letters.bloch) };

  for (const [name, day] of [['roussel', 17], ['bloch', 20]] as const) {
    const { [name]: who } = story.players;
    const { name: own, address, passphrase } = who.member;
    clock.moveTo(day, '18:30');
    await story.act(who, 'opens the link and types the code', who.post('/api/invitations/opening', links[name]), 200);
    const opened = await story.act<Opened>(who, 'accepts the invitation and makes an account', who.post('/api/invitations/enrolment', { ...links[name], account: accounts[name], name: own, address, passphrase, isShared: false }));
    who.keep(opened);
  }
  for (const name of partyNames) await consent(story, file.id, name, 'local');
}

async function meetAndEnd(story: Story, { id, parties }: Case): Promise<void> {
  const { clock, players: { yves, amina } } = story;
  const path = `/api/cases/${id}/conciliation`;
  clock.moveTo(30, '17:00');
  await story.act(yves, 'records the meeting', yves.post(`${path}/meetings`, { heldOn: clock.dateOf(30), minutes: local.meeting1 }));
  await write(story, yves, id, 'writes a note for himself', local.conciliatorNote, { kind: 'notes' });
  await story.act(yves, 'offers a proposal, as a conciliator may', yves.post(`${path}/proposals`, { text: local.proposal }));

  clock.moveTo(50, '10:00');
  await story.act(yves, 'ends the conciliation without result', yves.post(`${path}/end`));
  await story.act(yves, 'attests the attempt and its outcome', yves.post(`${path}/attestation`));
  for (const name of partyNames) {
    const { [name]: { member } } = story.players;
    await write(story, yves, id, `tells ${member.name} that it has ended`, local.endLetter, { kind: 'letters', subject: parties[name], as: 'end' });
    await write(story, yves, id, `sends ${member.name} the attestation`, local.attestationCover, { kind: 'letters', subject: parties[name] });
  }
  const texts = await read(story, amina, id, 'reads the attestation', 'account');
  story.holds('an attestation lies in Amina’s account', texts.filter(({ kind }) => kind === 'attestation').length, 1);
}
