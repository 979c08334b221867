import { enterAnswer } from '../../mediation/enter-answer.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { entersPaper, paperAsks } from './paper-asks.ts';

export const enterRefusalPage = deedPage({
  act: 'enter-refusal',
  slug: 'saisie-refus',
  words: fr.paper.deeds['enter-refusal'],
  isFor: entersPaper,
  isChecked: true,
  takesFile: true,
  asks: paperAsks,
  perform: ({ core, session, caseId }, { file: scan, ...paper }) => enterAnswer(core, session, caseId, { answer: 'refusal', ...paper, scan }),
});
