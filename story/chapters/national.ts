import { fixedId } from '../../db/seed/fixed-id.ts';
import { agreeObject, consent, partiesOf, partyNames, postLetters, read, write, type Case, type Letters, type PartyName } from '../casework.ts';
import { mediationRequest } from '../request.ts';
import type { Story } from '../story.ts';
import { agreement } from '../texts/agreement.ts';
import { national } from '../texts/national.ts';
import { regional } from '../texts/regional.ts';
import type { Conciliation } from './local.ts';
import { caucus } from './mediation.ts';

/** Nadia calls the situation up; Claire answers by referring it; Nadia accepts and takes charge. */
export async function refer(story: Story, lower: Case, conciliation: Conciliation): Promise<Case> {
  story.chapter('From the region to the national mediator');
  const { clock, players: { amina, nadia, claire, solene } } = story;
  clock.moveTo(208, '04:40');
  await story.refused(amina, 'would refer to the national mediator herself', amina.post('/api/requests', mediationRequest('national', conciliation)), 422, 'referrer-not-competent');
  await story.refused(amina, 'would refer her case upwards', amina.post(`/api/cases/${lower.id}/referral`, { ground: 'no-agreement-reached' }), 422, 'referrer-not-competent');
  clock.moveTo(210, '09:00');
  const { callUp } = await story.act<{ callUp: string }>(nadia, 'calls the situation up, by its reference', nadia.post('/api/call-ups', { territory: fixedId('territory', 1), reason: 'means-missing-in-territory', reference: lower.reference }));
  clock.moveTo(214, '11:00');
  await write(story, claire, lower.id, 'writes down why she refers', regional.referralGround, { kind: 'workspace', as: 'ground' });
  const { case: id } = await story.act<{ case: string }>(claire, 'refers the situation, in answer to the call', claire.post(`/api/cases/${lower.id}/referral`, { ground: 'no-agreement-reached', callUp }));
  clock.moveTo(216, '09:00');
  await story.act(solene, 'acknowledges', solene.post(`/api/cases/${id}/acknowledgement`), 200);
  await story.refused(nadia, 'would take charge before she has answered', nadia.post(`/api/cases/${id}/charge`), 409, 'referral-pending');
  clock.moveTo(218, '10:00');
  await story.act(nadia, 'accepts the referral', nadia.post(`/api/cases/${id}/referral/acceptance`));
  await story.act(nadia, 'takes charge', nadia.post(`/api/cases/${id}/charge`), 200);

  return partiesOf(story, nadia, id);
}

/** Nadia writes to the three, agrees the object, and the notices leave. */
export async function prepareNationally(story: Story, file: Case): Promise<void> {
  const { clock, players: { nadia, solene } } = story;
  await toEach(story, file, 'that she has accepted', { amina: national.acceptanceLetterAmina, roussel: national.acceptanceLetterRoussel, bloch: national.acceptanceLetterBloch }, 'message');
  clock.moveTo(220, '09:00');
  await agreeObject(story, file.id, nadia, national.objectNational);
  const { notices } = await story.act<{ notices: Letters }>(solene, 'tells those whom the decree names', solene.post(`/api/cases/${file.id}/notices`, {}));
  await postLetters(story, file.id, solene, notices, clock.dateOf(220));
}

/** The decision is told to each, and each consents anew. */
export async function consentAnew(story: Story, file: Case): Promise<void> {
  story.chapter('The national mediation');
  await toEach(story, file, 'the decision', { amina: national.decisionLetterAmina, roussel: national.decisionLetterRoussel, bloch: national.decisionLetterBloch }, 'decision');
  await toEach(story, file, 'how to consent', { amina: national.consentInvitationAmina, roussel: national.consentInvitationRoussel, bloch: national.consentInvitationBloch }, 'message');
  for (const [place, name] of partyNames.entries()) {
    story.clock.moveTo(242 + 2 * place, '18:00');
    await consent(story, file.id, name, 'mediation');
  }
}

async function toEach(story: Story, { id, parties }: Case, what: string, letters: Record<PartyName, string>, as: string): Promise<void> {
  const { nadia } = story.players;
  for (const name of partyNames) await write(story, nadia, id, `writes to ${story.players[name].member.name}: ${what}`, letters[name], { kind: 'letters', subject: parties[name], as });
}

export async function mediateNationally(story: Story, file: Case): Promise<void> {
  const { clock, players: { nadia, isabelle, rachid } } = story;
  clock.moveTo(247, '09:00');
  await story.act(nadia, 'designates Isabelle and Rachid', nadia.post(`/api/cases/${file.id}/designations`, { delegates: [isabelle.person, rachid.person] }));
  for (const name of partyNames) {
    const { [name]: who } = story.players;
    await story.act(who, 'will not challenge them', who.post(`/api/cases/${file.id}/challenge-waiver`, {}));
  }
  await story.act(isabelle, 'begins', isabelle.post(`/api/cases/${file.id}/beginning`));
  await talk(story, file);
}

async function talk(story: Story, file: Case): Promise<void> {
  const { clock, players: { isabelle, rachid } } = story;
  const minutes = { amina: national.interviewAmina, roussel: national.interviewRoussel, bloch: national.interviewBloch };
  await write(story, isabelle, file.id, 'shares the plan of work with Rachid', national.workspacePlan, { kind: 'workspace', as: 'plan' });
  for (const [place, name] of partyNames.entries()) {
    clock.moveTo(250 + place, '17:00');
    await story.act(rachid, `records the interview of ${story.players[name].member.name}`, rachid.post(`/api/cases/${file.id}/meetings`, { kind: 'interview', party: file.parties[name], heldOn: clock.dateOf(250 + place), text: minutes[name] }));
  }
  await write(story, isabelle, file.id, 'writes a note for herself', national.noteIsabelle1, { kind: 'notes' });
  await write(story, rachid, file.id, 'writes a note for himself', national.noteRachid1, { kind: 'notes' });
  await caucus(story, file, 254, [['amina', 'amina', national.caucusAmina1], ['roussel', 'roussel', national.caucusRoussel1], ['bloch', 'bloch', national.caucusBloch1]]);
  clock.moveTo(256, '10:00');
  await story.act(isabelle, 'opens the room', isabelle.post(`/api/cases/${file.id}/room`));
  for (const [name, text] of [['isabelle', national.roomIsabelle], ['amina', national.roomAmina], ['roussel', national.roomRoussel], ['bloch', national.roomBloch]] as const) {
    await write(story, story.players[name], file.id, 'writes in the room, to all', text, { kind: 'room' });
  }
  clock.moveTo(264, '16:00');
  await story.act(rachid, 'records the plenary', rachid.post(`/api/cases/${file.id}/meetings`, { kind: 'plenary', heldOn: clock.dateOf(264), text: national.plenary }));
  await caucus(story, file, 266, [['amina', 'amina', national.caucusAmina2], ['roussel', 'roussel', national.caucusRoussel2], ['bloch', 'bloch', national.caucusBloch2]]);
  await caucus(story, file, 269, [['isabelle', 'amina', national.caucusReplyAmina], ['isabelle', 'roussel', national.caucusReplyRoussel], ['rachid', 'bloch', national.caucusReplyBloch]]);
}

/** An agreement proposed, signed by all behind their passphrases, transmitted, evaluated after three months. */
export async function agree(story: Story, { id }: Case): Promise<void> {
  story.chapter('The agreement');
  const { clock, players: { isabelle, nadia, solene } } = story;
  clock.moveTo(285, '10:00');
  const { agreement: proposed } = await story.act<{ agreement: string }>(isabelle, 'proposes the agreement and the recommendations', isabelle.post(`/api/cases/${id}/agreements`, { text: agreement.finalAgreement, recommendations: agreement.recommendations }));
  for (const [place, name] of partyNames.entries()) {
    const { [name]: who } = story.players;
    clock.moveTo(287 + place, '18:00');
    await read(story, who, id, 'reads the agreement', 'agreement');
    const { isAgreed } = await story.act<{ isAgreed: boolean }>(who, 'signs it with the passphrase', who.post(`/api/cases/${id}/agreement-signature`, { agreement: proposed, passphrase: who.passphrase() }));
    story.holds('all have signed', isAgreed, name === 'bloch');
  }
  clock.moveTo(291, '09:00');
  const { notices } = await story.act<{ notices: Letters }>(nadia, 'transmits the agreement to those whom the decree names', nadia.post(`/api/cases/${id}/transmission`, {}));
  for (const { notice, function: held } of notices) {
    const { letter } = await story.act<{ letter: string }>(solene, `prints the copy for the ${held}`, solene.get(`/api/cases/${id}/notices/${notice}`), 200);
    story.holds('the copy holds the agreement and nothing of the recommendations', [letter.includes(agreement.finalAgreement), letter.includes(agreement.recommendations)], [true, false]);
  }
  await postLetters(story, id, solene, notices, clock.dateOf(291));
}

/** Three months later the agreement is looked at; then, today, a person closes. */
export async function close(story: Story, { id }: Case): Promise<void> {
  const { clock, players: { isabelle, amina } } = story;
  clock.moveTo(384, '10:00');
  await story.act(isabelle, 'evaluates the agreement with the three', isabelle.post(`/api/cases/${id}/evaluations`, { after: 'first', outcome: 'kept', text: agreement.evaluation3Months }));
  await write(story, isabelle, id, 'writes down what was checked', agreement.closingNote, { kind: 'workspace', as: 'closing' });
  clock.arrive();
  await story.act(isabelle, 'closes the case', isabelle.post(`/api/cases/${id}/closure`));
  const { state } = await story.act<{ state: string }>(amina, 'looks at the case a last time', amina.get(`/api/cases/${id}`), 200);
  story.holds('it is closed', state, 'closed');
}
