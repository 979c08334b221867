import { postings, recordPosting } from '../../mediation/record-posting.ts';
import { Problem } from '../../problems.ts';
import { isOneOf } from '../about.ts';
import { choice, localDay } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { letterOptions } from './letter-options.ts';

export const recordPostingPage = deedPage({
  act: 'record-posting',
  slug: 'depart-de-lettre',
  from: 'envois',
  words: fr.paper.deeds['record-posting'],
  isFor: (about) => isOneOf(about, 'secretary'),
  starts: (_, { lettre = '' }) => ({ letter: lettre }),
  asks: async (about) => {
    const words = fr.paper.asks;
    const options = await letterOptions(about, ({ state, postedOn }) => state === 'sent' && postedOn === null);
    if (options.length === 0) throw new Problem('not-found');

    return { letter: choice({ ...words.letter, options }), on: localDay(words.postedOn), how: choice({ label: words.how.label, options: postings.map((value) => ({ value, label: words.how.options[value] })) }) };
  },
  perform: ({ core, session, caseId }, { letter, ...posting }) => recordPosting(core, session, caseId, letter, posting),
});
