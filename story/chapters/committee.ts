import { read, write, type Case } from '../casework.ts';
import { regionalMembers, nationalMembers, type Name } from '../cast.ts';
import type { Story } from '../story.ts';
import { committee } from '../texts/committee.ts';
import { national } from '../texts/national.ts';
import { regional } from '../texts/regional.ts';

type Sitting = { presiding: 'claire' | 'nadia'; members: readonly Name[]; days: { convened: number; declared: number; advised: number; decided: number } };
type Advised = readonly (readonly [who: Name, advice: string, reasons: string])[];

/** Ten are convened: one works in the parties' hospital group, one recuses himself, one declares a link; seven advise. */
export async function sitRegionally(story: Story, file: Case): Promise<void> {
  story.chapter('The regional committee');
  const { clock, players: { claire, bernard, thierry, monique } } = story;
  const days = { convened: 70, declared: 74, advised: 85, decided: 90 };
  const sitting: Sitting = { presiding: 'claire', members: regionalMembers, days };
  const excluded = await convene(story, file, sitting, regional.convocation);
  story.holds('who works in the same hospital group is set aside before anything is shown', excluded, [bernard.person]);

  clock.moveTo(days.declared, '20:00');
  await story.act(thierry, 'recuses himself', thierry.post(`/api/cases/${file.id}/declaration`, { answer: 'recused', text: regional.recusalReason }));
  await story.act(monique, 'declares an old link', monique.post(`/api/cases/${file.id}/declaration`, { answer: 'link', text: regional.linkDeclared }));
  const free = regionalMembers.filter((name) => !['bernard', 'thierry', 'monique'].includes(name));
  await declareNoLink(story, file, free);
  const declarations = await read(story, claire, file.id, 'reads the declarations', 'declaration');
  story.holds('nine of the ten were asked, and nine answered', declarations.length, 9);
  await seat(story, file, sitting, free, regional.summary);
  await story.act(claire, 'accepts the old link, and seats her', claire.post(`/api/cases/${file.id}/seats`, { members: [monique.person], acceptsLinks: true }));

  await advise(story, file, sitting, [
    ['helene', 'open'], ['monique', 'open'], ['karim', 'open'], ['lucie', 'open'], ['anne', 'advice-or-intervention'], ['georges', 'more-information'], ['fatou', 'open'],
  ].map(([who, advice], place) => [who as Name, advice ?? '', committee.regionalAdvices[place] ?? ''] as const));
  await decide(story, file, sitting, { letter: regional.decisionLetterAmina, reasons: regional.decisionToOpen });
  await write(story, claire, file.id, 'writes a note for herself', regional.noteClaire1, { kind: 'notes' });
}

/** The national committee: ten are convened and declare no link, and seven advise. */
export async function sitNationally(story: Story, file: Case): Promise<void> {
  story.chapter('The national committee');
  const sitting: Sitting = { presiding: 'nadia', members: nationalMembers, days: { convened: 225, declared: 228, advised: 236, decided: 240 } };
  const excluded = await convene(story, file, sitting, national.convocationNational);
  story.holds('nobody in the national committee works where a party works', excluded, []);
  story.clock.moveTo(sitting.days.declared, '18:00');
  await declareNoLink(story, file, nationalMembers);
  await seat(story, file, sitting, nationalMembers, national.summaryNational);
  await advise(story, file, sitting, nationalMembers.slice(0, 7).map((who, place) => [who, place === 4 ? 'abstain' : 'open', committee.nationalAdvices[place] ?? ''] as const));
  await decide(story, file, sitting, { letter: national.decisionNational, reasons: national.decisionNational });
}

async function convene(story: Story, { id }: Case, { presiding, members, days }: Sitting, text: string): Promise<string[]> {
  const { clock, players: { [presiding]: who } } = story;
  clock.moveTo(days.convened, '09:00');
  const body = { members: members.map((name) => story.players[name].person), text };

  return (await story.act<{ excluded: string[] }>(who, 'convenes the ten members of the committee', who.post(`/api/cases/${id}/convocation`, body))).excluded;
}

async function declareNoLink(story: Story, { id }: Case, names: readonly Name[]): Promise<void> {
  for (const name of names) {
    const { [name]: member } = story.players;
    await read(story, member, id, 'reads the convocation', 'convocation');
    await story.act(member, 'declares no link', member.post(`/api/cases/${id}/declaration`, { answer: 'none' }));
  }
}

async function seat(story: Story, { id }: Case, { presiding }: Sitting, names: readonly Name[], summary: string): Promise<void> {
  const { [presiding]: who } = story.players;
  await story.act(who, 'writes the anonymised summary', who.post(`/api/cases/${id}/summary`, { text: summary }));
  await story.act(who, `seats the ${names.length} who saw no link`, who.post(`/api/cases/${id}/seats`, { members: names.map((name) => story.players[name].person), acceptsLinks: false }));
}

async function advise(story: Story, { id }: Case, { presiding, days }: Sitting, advices: Advised): Promise<void> {
  const { clock, players: { [presiding]: who } } = story;
  clock.moveTo(days.advised, '10:00');
  for (const [name, advice, reasons] of advices) {
    const { [name]: member } = story.players;
    const summary = await read(story, member, id, 'reads the summary', 'summary');
    story.holds('a seated member reads one summary', summary.length, 1);
    await story.act(member, `advises: ${advice}`, member.post(`/api/cases/${id}/advice`, { advice, reasons }));
  }
  const deliberation = await read(story, who, id, 'reads the advices', 'deliberation');
  story.holds('seven members have advised', deliberation.filter(({ kind }) => kind === 'advice').length, 7);
}

async function decide(story: Story, { id }: Case, { presiding, days }: Sitting, texts: { letter: string; reasons: string }): Promise<void> {
  const { clock, players: { [presiding]: who } } = story;
  clock.moveTo(days.decided, '11:00');
  await story.act(who, 'decides to open a mediation, as most advise', who.post(`/api/cases/${id}/opening`, { ...texts, followsAdvice: true }));
}
