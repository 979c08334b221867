import { sitNationally, sitRegionally } from './chapters/committee.ts';
import { conciliate } from './chapters/local.ts';
import { mediateRegionally } from './chapters/mediation.ts';
import { agree, close, consentAnew, mediateNationally, prepareNationally, refer } from './chapters/national.ts';
import { openOffices } from './chapters/offices.ts';
import { fileRegionally, gatherConsents } from './chapters/regional.ts';
import { existsNotFor, forgedGrantOpensNothing, mediatorLeavesTheCaucus, nothingTravelled, onlyFactsCameUp, partiesAreApart, regionLosesReach, secretaryReadsLittle } from './chapters/walls.ts';
import type { Name } from './cast.ts';
import type { Machine } from './forgery.ts';
import type { Story } from './story.ts';
import { local } from './texts/local.ts';
import { regional } from './texts/regional.ts';

/** How many days before today the story begins. */
export const length = 385;

/** Who has no part in any case: the hierarchy, the service itself, and a member of another region. */
const outsiders: readonly Name[] = ['director', 'administrator', 'registrar', 'loic'];

/** The whole case, from the first office to the closing. Throws when anything in it is not as it must be. */
export async function play(story: Story, machine: Machine): Promise<void> {
  await openOffices(story);

  const conciliation = await conciliate(story);
  await partiesAreApart(story, conciliation, { amina: local.signalAccount, roussel: local.accountRoussel, bloch: local.accountBloch });
  await existsNotFor(story, conciliation, [...outsiders, 'claire', 'omar', 'nadia']);

  const region = await fileRegionally(story, conciliation);
  await secretaryReadsLittle(story, region, 'omar');
  await sitRegionally(story, region);
  await existsNotFor(story, region, [...outsiders, 'thierry', 'bernard', 'nadia', 'yves']);
  await gatherConsents(story, region);
  await mediateRegionally(story, region);
  await partiesAreApart(story, region, { amina: regional.whatHappened, roussel: regional.accountRoussel, bloch: regional.accountBloch });
  await mediatorLeavesTheCaucus(story, region);
  await forgedGrantOpensNothing(story, region, machine);
  await existsNotFor(story, region, [...outsiders, 'thierry', 'bernard', 'nadia']);

  const nation = await refer(story, region, conciliation);
  await onlyFactsCameUp(story, nation);
  await regionLosesReach(story, region);
  await existsNotFor(story, nation, [...outsiders, 'claire', 'helene', 'omar', 'yves']);
  await prepareNationally(story, nation);
  await sitNationally(story, nation);
  await consentAnew(story, nation);
  await mediateNationally(story, nation);
  await secretaryReadsLittle(story, nation, 'solene');
  await agree(story, nation);
  await partiesAreApart(story, nation, {});
  await nothingTravelled(story, nation);
  await close(story, nation);
}
