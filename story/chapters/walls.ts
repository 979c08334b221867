import { kindsOf, partyNames, read, type Case, type PartyName } from '../casework.ts';
import type { Name } from '../cast.ts';
import type { Story } from '../story.ts';
import { planted } from '../texts/planted.ts';
import { regional } from '../texts/regional.ts';

/** For whom a case does not exist: 404, to look at and to open. */
export async function existsNotFor(story: Story, { id }: Case, names: readonly Name[]): Promise<void> {
  for (const name of names) {
    const { [name]: who } = story.players;
    await story.refused(who, 'would look at the case', who.get(`/api/cases/${id}`), 404, 'not-found');
    await story.refused(who, 'would open it', who.get(`/api/cases/${id}/texts`), 404, 'not-found');
  }
}

/** What a party tells the mediators is for the mediators. */
export async function partiesAreApart(story: Story, { id, parties }: Case, accounts: Partial<Record<PartyName, string>>): Promise<void> {
  for (const name of partyNames) {
    const { [name]: who } = story.players;
    const texts = await read(story, who, id, 'opens everything that opens');
    const others = Object.values(parties).filter((party) => party !== parties[name]);
    story.holds('nothing of another party is among it', texts.filter(({ subject }) => subject !== null && others.includes(subject)), []);
    story.holds('nothing of the committee, the mediators or the secretary is', texts.filter(({ compartment }) => ['deliberation', 'summary', 'workspace', 'notes', 'dispatch', 'declaration'].includes(compartment)), []);
    const own = accounts[name];
    if (own) story.holds('the account one wrote is', texts.some(({ compartment, text }) => compartment === 'account' && text.includes(own.slice(0, 60))));
  }
}

/** The secretary registers, dates and prints: identities and dispatches, and nothing else (domain 9.1). */
export async function secretaryReadsLittle(story: Story, { id }: Case, name: 'omar' | 'solene'): Promise<void> {
  const { [name]: who } = story.players;
  const kinds = Object.keys(kindsOf(await read(story, who, id, 'opens everything that opens')));
  story.holds('it is identities and dispatches', kinds.filter((kind) => kind !== 'identity' && kind !== 'dispatch'), []);
}

/** From designation on, what a party writes alone is for the delegates. */
export async function mediatorLeavesTheCaucus(story: Story, { id }: Case): Promise<void> {
  const { claire } = story.players;
  const caucus = await read(story, claire, id, 'opens the caucuses', 'caucus');
  story.holds('she finds what was written before the delegates came', caucus.map(({ text }) => text), [regional.caucusClaireAmina]);
}

/** What the region worked with stays below; what a party wrote goes up only in a party's hands. */
export async function nothingTravels(story: Story, upper: Case): Promise<void> {
  const { nadia } = story.players;
  const texts = await read(story, nadia, upper.id, 'opens everything that opens');
  story.holds('only the facts sheets came up', Object.keys(kindsOf(texts)), ['identity']);
  story.holds('no phrase of the region is among them', planted.filter((phrase) => texts.some(({ text }) => text.includes(phrase))), []);
}

/** After Nadia has accepted: the officers of the region keep their own notes, the parties their own texts. */
export async function regionLosesReach(story: Story, lower: Case): Promise<void> {
  const { claire, helene, fatou, karim, paul, amina } = story.players;
  for (const who of [claire, helene, fatou, karim, paul]) {
    const texts = await read(story, who, lower.id, 'opens what is left of the regional case');
    story.holds('it is what one wrote for oneself', texts.filter(({ compartment, author }) => author !== who.person || !['notes', 'declaration'].includes(compartment)), []);
    story.holds('one’s notes are among it, if one wrote any', texts.some(({ compartment }) => compartment === 'notes'), who !== karim && who !== paul);
  }
  await existsNotFor(story, lower, ['omar', 'julien', 'thierry', 'nadia']);
  const own = await read(story, amina, lower.id, 'opens her side of the regional case', 'account');
  story.holds('a party keeps what she wrote', own.length > 0);
}
