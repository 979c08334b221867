import { casePeople } from '../../mediation/case-people.ts';
import { challenge } from '../../mediation/challenge.ts';
import { choice } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

export const challengePage = deedPage({
  act: 'challenge',
  slug: 'recusation',
  words: fr.deeds.words.challenge,
  isFor: isParty,
  isChecked: true,
  asks: async (about) => {
    const { officials } = await casePeople(about.core, about.session, about.caseId);
    const options = officials.filter((one) => one.as === 'delegate').map(({ person, name }) => ({ value: person, label: name }));

    return { ...askParty(about), delegate: choice({ label: fr.partyAsks.delegate, options }) };
  },
  perform: ({ core, session, caseId }, { delegate, ...answers }) => challenge(core, session, caseId, { delegate, ...partyIn(answers) }),
});
