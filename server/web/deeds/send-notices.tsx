import type { InstitutionalFunction } from '../../../policies/charter/words.ts';
import { noticesToSend, type LettersToSend } from '../../mediation/notices-to-send.ts';
import { sendNotices } from '../../mediation/send-notices.ts';
import { readOnce } from '../about.ts';
import { optionalText, type Asks } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { LettersPreview, soughtAsk } from './letters-to-send.tsx';

const drafts = readOnce(({ core, session, caseId }) => noticesToSend(core, session, caseId));

export const sendNoticesPage = deedPage<Asks>({
  act: 'send-notices',
  slug: 'informer',
  words: fr.deeds.words['send-notices'],
  isChecked: true,
  recall: async (about) => <LettersPreview {...await drafts(about)} />,
  asks: async (about) => {
    const letters = await drafts(about);

    return {
      ...soughtAsk(letters),
      ...Object.fromEntries(functionsOf(letters).map((held) => [fieldOf(held), optionalText({ label: fr.deeds.letters.ownWords(fr.office.functions[held]), hint: fr.deeds.letters.ownWordsHint, limit: 20_000 })])),
    };
  },
  perform: ({ core, session, caseId }, answers) =>
    sendNotices(core, session, caseId, {
      vacantSought: answers['sought'] === true,
      letters: Object.entries(answers).flatMap(([field, text]) => (field.startsWith('letter-') && typeof text === 'string' ? [{ function: field.slice('letter-'.length) as InstitutionalFunction, text }] : [])),
    }),
});

function functionsOf({ letters }: LettersToSend): InstitutionalFunction[] {
  return [...new Set(letters.filter(({ state }) => state === 'sent').map(({ function: held }) => held))];
}

function fieldOf(held: InstitutionalFunction): string {
  return `letter-${held}`;
}
