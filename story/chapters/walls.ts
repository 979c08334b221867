import { kindsOf, partyNames, read, type Case, type PartyName } from '../casework.ts';
import type { Name } from '../cast.ts';
import { forgeGrant, type Machine } from '../forgery.ts';
import type { Story } from '../story.ts';
import { agreement } from '../texts/agreement.ts';
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

/** No route can forge a grant, so the story does it in its own database, as the superuser, with Omar for an accomplice. */
export async function forgedGrantOpensNothing(story: Story, { id }: Case, machine: Machine): Promise<void> {
  const { fatou, omar } = story.players;
  const before = await read(story, fatou, id, 'opens the workspace', 'workspace');
  await read(story, omar, id, 'opens everything that opens, and lends his session to a forger');
  const { alarms, undo } = await forgeGrant(machine, { caseId: id, kind: 'workspace', grantor: { person: omar.person, token: omar.token() }, recipient: fatou.person, at: story.clock.now() });
  const known = await alarms();
  const forged = await read(story, fatou, id, 'opens the workspace, where the superuser put a grant by Omar, who never held the key', 'workspace');
  story.holds('the false grant opens nothing', forged, []);
  story.holds('the journal tells of it', await alarms(), known + 1);
  await undo();
  const after = await read(story, fatou, id, 'opens the workspace again, the forgery taken away', 'workspace');
  story.holds('she reads what she read before', after, before);
}

/** Of the region's work only the facts sheets come up with a referral. */
export async function onlyFactsCameUp(story: Story, upper: Case): Promise<void> {
  const texts = await read(story, story.players.nadia, upper.id, 'opens everything that opens');
  story.holds('only the facts sheets came up', Object.keys(kindsOf(texts)), ['identity']);
}

/** Notes, workspace and deliberation of the region stay below; what a party wrote goes up only in that party's hands. */
export async function nothingTravelled(story: Story, upper: Case): Promise<void> {
  const { nadia, isabelle, rachid } = story.players;
  const below = planted.filter((phrase) => !agreement.finalAgreement.includes(phrase));
  for (const who of [nadia, isabelle, rachid]) {
    const texts = await read(story, who, upper.id, 'opens everything that opens');
    story.holds('none of the phrases of the region is among it', below.filter((phrase) => texts.some(({ text }) => text.includes(phrase))), []);
  }
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
