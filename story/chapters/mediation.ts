import { kindsOf, partyNames, read, write, type Case, type PartyName } from '../casework.ts';
import type { Name } from '../cast.ts';
import type { Story } from '../story.ts';
import { regional } from '../texts/regional.ts';

type Spoken = readonly (readonly [who: Name, party: PartyName, text: string])[];

/** Two delegates, one of them challenged and replaced; interviews, a plenary, and after three months no agreement. */
export async function mediateRegionally(story: Story, file: Case): Promise<void> {
  story.chapter('The regional mediation');
  await designate(story, file);
  await interview(story, file);
  await meet(story, file);
  await endWithoutAgreement(story, file);
}

async function designate(story: Story, { id }: Case): Promise<void> {
  const { clock, players: { claire, helene, paul, fatou, bloch } } = story;
  const path = `/api/cases/${id}`;
  clock.moveTo(112, '09:00');
  await story.act(claire, 'designates Hélène and Paul', claire.post(`${path}/designations`, { delegates: [helene.person, paul.person] }));
  await story.refused(helene, 'would begin while a challenge is possible', helene.post(`${path}/beginning`), 422, 'challenge-window-open');
  clock.moveTo(114, '18:00');
  await story.act(bloch, 'challenges one of the two, without a reason', bloch.post(`${path}/challenge`, { delegate: paul.person }));
  const left = kindsOf(await read(story, paul, id, 'opens everything that opens'));
  story.holds('he keeps what he had as a member who sat, and nothing of the parties', Object.keys(left).filter((kind) => !['convocation', 'declaration', 'deliberation', 'summary'].includes(kind)), []);
  clock.moveTo(116, '09:00');
  await story.act(claire, 'designates Fatou in his place', claire.post(`${path}/designations`, { delegates: [fatou.person] }));
  await story.refused(bloch, 'would challenge a second time', bloch.post(`${path}/challenge`, { delegate: fatou.person }), 422, 'challenge-used');
  clock.moveTo(126, '09:00');
  await story.act(helene, 'begins, the time to challenge being over', helene.post(`${path}/beginning`));
}

async function interview(story: Story, file: Case): Promise<void> {
  const { clock, players: { helene, fatou } } = story;
  const minutes = { amina: regional.interviewAmina, roussel: regional.interviewRoussel, bloch: regional.interviewBloch };
  clock.moveTo(127, '09:00');
  await write(story, helene, file.id, 'shares the plan of work with Fatou', regional.workspacePlan, { kind: 'workspace', as: 'plan' });
  for (const [place, name] of partyNames.entries()) {
    const { [name]: { member } } = story.players;
    clock.moveTo(128 + 2 * place, '17:00');
    await story.act(helene, `records the interview of ${member.name}`, helene.post(`/api/cases/${file.id}/meetings`, { kind: 'interview', party: file.parties[name], heldOn: clock.dateOf(128 + 2 * place), text: minutes[name] }));
  }
  await write(story, helene, file.id, 'writes a note for herself', regional.noteHelene1, { kind: 'notes' });
  await write(story, fatou, file.id, 'writes a note for herself', regional.noteFatou1, { kind: 'notes' });
  await caucus(story, file, 134, [['amina', 'amina', regional.caucusAmina1], ['roussel', 'roussel', regional.caucusRoussel1], ['bloch', 'bloch', regional.caucusBloch1]]);
}

async function meet(story: Story, file: Case): Promise<void> {
  const { clock, players: { helene } } = story;
  clock.moveTo(140, '10:00');
  await story.act(helene, 'opens the room', helene.post(`/api/cases/${file.id}/room`));
  for (const [name, text] of [['helene', regional.roomHelene], ['amina', regional.roomAmina], ['roussel', regional.roomRoussel], ['bloch', regional.roomBloch]] as const) {
    await write(story, story.players[name], file.id, 'writes in the room, to all', text, { kind: 'room' });
  }
  clock.moveTo(160, '16:00');
  await story.act(helene, 'records the plenary', helene.post(`/api/cases/${file.id}/meetings`, { kind: 'plenary', heldOn: clock.dateOf(160), text: regional.plenary }));
  await caucus(story, file, 165, [['amina', 'amina', regional.caucusAmina2], ['roussel', 'roussel', regional.caucusRoussel2], ['bloch', 'bloch', regional.caucusBloch2]]);
  await caucus(story, file, 168, [['helene', 'amina', regional.caucusReplyAmina], ['fatou', 'roussel', regional.caucusReplyRoussel], ['helene', 'bloch', regional.caucusReplyBloch]]);
  clock.moveTo(175, '09:00');
  await write(story, helene, file.id, 'circulates draft recommendations', regional.recommendationsDraft, { kind: 'room', as: 'draft' });
}

async function endWithoutAgreement(story: Story, file: Case): Promise<void> {
  const { clock, players: { helene, claire } } = story;
  const letters = { amina: regional.endLetterAmina, roussel: regional.endLetterRoussel, bloch: regional.endLetterBloch };
  clock.moveTo(203, '10:00');
  await story.act(helene, 'ends the mediation, three months having gone by', helene.post(`/api/cases/${file.id}/end`, { reason: 'three-months-elapsed', letter: regional.endWithoutAgreement }));
  for (const name of partyNames) await write(story, claire, file.id, `writes to ${story.players[name].member.name}`, letters[name], { kind: 'letters', subject: file.parties[name], as: 'end' });
  const own = await read(story, story.players.amina, file.id, 'reads her letters', 'letters');
  story.holds('the end is told to her twice: by the delegates and by the mediator', own.filter(({ kind }) => kind === 'end').length, 2);
}

/** Each party with the mediators, out of sight of the two others. */
export async function caucus(story: Story, file: Case, day: number, spoken: Spoken): Promise<void> {
  story.clock.moveTo(day, '21:30');
  for (const [name, party, text] of spoken) {
    const what = name === party ? 'writes to the mediators alone' : `answers ${story.players[party].member.name} alone`;
    await write(story, story.players[name], file.id, what, text, { kind: 'caucus', subject: file.parties[party] });
  }
}
