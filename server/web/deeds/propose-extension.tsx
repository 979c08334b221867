import { proposeExtension } from '../../mediation/propose-extension.ts';
import { localDay } from '../asks.tsx';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { dayInWords } from '../words/due.ts';
import { fr } from '../words/fr.ts';

const words = fr.turns;

/** For a party and for a delegate alike. */
export const proposeExtensionPage = deedPage({
  act: 'propose-extension',
  slug: 'prolongation-proposee',
  words: fr.deeds.words['propose-extension'],
  isChecked: true,
  recall: ({ facts }) => {
    const running = facts.deadlines.find(({ rule, metAt }) => rule === 'agreement' && metAt === null);

    return running ? <Inset text={words.recalled.extensionNow(dayInWords(running.dueOn))} /> : <></>;
  },
  asks: () => ({ dueOn: localDay(words.asks.extendTo) }),
  perform: ({ core, session, caseId }, { dueOn }) => proposeExtension(core, session, caseId, { dueOn }),
});
