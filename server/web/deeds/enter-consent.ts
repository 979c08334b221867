import { enterAnswer } from '../../mediation/enter-answer.ts';
import { choice } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { entersPaper, paperAsks } from './paper-asks.ts';

export const enterConsentPage = deedPage({
  act: 'enter-consent',
  slug: 'saisie-accord',
  words: fr.paper.deeds['enter-consent'],
  isFor: entersPaper,
  isChecked: true,
  takesFile: true,
  asks: async (about) => {
    const { label, options } = fr.paper.asks.litigation;
    const { file, ...paper } = await paperAsks(about);

    return { ...paper, litigation: choice({ label, options: [{ value: 'none', label: options.none }, { value: 'declared', label: options.declared }] }), file };
  },
  perform: ({ core, session, caseId }, { file: scan, ...paper }) => enterAnswer(core, session, caseId, { answer: 'consent', ...paper, scan }),
});
