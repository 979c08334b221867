import { enterWithdrawal } from '../../mediation/enter-withdrawal.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { entersPaper, paperAsks } from './paper-asks.ts';

export const enterWithdrawalPage = deedPage({
  act: 'enter-withdrawal',
  slug: 'saisie-retrait',
  words: fr.paper.deeds['enter-withdrawal'],
  isFor: entersPaper,
  isChecked: true,
  takesFile: true,
  asks: paperAsks,
  perform: ({ core, session, caseId }, { file: scan, ...paper }) => enterWithdrawal(core, session, caseId, { ...paper, scan }),
});
