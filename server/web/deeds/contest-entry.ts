import { contestEntry } from '../../mediation/contest-entry.ts';
import { listPaperEntries } from '../../mediation/list-paper-entries.ts';
import { Problem } from '../../problems.ts';
import { choice } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { isParty } from './own-party.ts';

const words = fr.paper.entries;

export const contestEntryPage = deedPage({
  act: 'contest-entry',
  slug: 'contestation',
  from: 'papiers',
  words: fr.paper.deeds['contest-entry'],
  isFor: isParty,
  isChecked: true,
  starts: (_, { saisie = '' }) => ({ entry: saisie }),
  asks: async ({ core, session, caseId }) => {
    const entries = await listPaperEntries(core, session, caseId);
    if (entries.length === 0) throw new Problem('not-found');
    const options = entries.map(({ entry, kind, receivedOn }) => ({ value: entry, label: words.entryLine(words.kinds[kind] ?? kind, dateInWords(new Date(`${receivedOn}T12:00:00Z`), 'UTC')) }));

    return { entry: choice({ ...fr.paper.asks.entry, options }) };
  },
  perform: ({ core, session, caseId }, { entry }) => contestEntry(core, session, caseId, entry),
});
