import { reveal } from '../../mediation/reveal.ts';
import { seatMembers } from '../../mediation/seat.ts';
import type { About } from '../about.ts';
import { agreement, optional, several } from '../asks.tsx';
import { colleaguesOf } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { Declarations } from '../pages/office/committee.tsx';
import { fr } from '../words/fr.ts';

export const seatPage = deedPage({
  act: 'seat',
  slug: 'siege',
  words: fr.deeds.words.seat,
  recall: async (about) => <Declarations texts={await declarations(about)} names={await namesOf(about)} />,
  asks: async (about) => {
    const names = await namesOf(about);
    const ready = declared(about);
    const options = ready.map(({ person, answer }) => ({ value: person, label: names.get(person) ?? fr.office.docket.somebody, hint: fr.office.committee.declarations[answer ?? 'none'] }));

    return {
      members: several({ ...fr.deeds.asks.seats, options }),
      ...(ready.some(({ answer }) => answer === 'link') && { acceptsLinks: optional(agreement(fr.deeds.asks.acceptsLinks)) }),
    };
  },
  perform: ({ core, session, caseId }, { members, acceptsLinks }) => seatMembers(core, session, caseId, { members, acceptsLinks: acceptsLinks === true }),
});

/** Who has answered and does not sit yet. */
function declared({ facts }: About) {
  return facts.seats.filter(({ answer, isSeated, excluded }) => (answer === 'none' || answer === 'link') && !isSeated && !excluded);
}

function declarations({ core, session, caseId }: About) {
  return reveal(core, session, caseId, [{ kind: 'declaration' }]);
}

async function namesOf(about: About): Promise<ReadonlyMap<string, string>> {
  return new Map((await colleaguesOf(about)).map(({ person, name }) => [person, name]));
}
