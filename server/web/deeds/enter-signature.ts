import { enterSignature } from '../../mediation/enter-signature.ts';
import { versionToSign } from '../../mediation/version-to-sign.ts';
import { asShown } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { entersPaper, paperAsks } from './paper-asks.ts';

/** The version is the one proposed last when the page was shown: a later one makes the paper out of date. */
export const enterSignaturePage = deedPage({
  act: 'enter-signature',
  slug: 'saisie-signature',
  words: fr.paper.deeds['enter-signature'],
  isFor: entersPaper,
  isChecked: true,
  takesFile: true,
  asks: async (about) => ({ agreement: asShown((await versionToSign(about.core, about.session, about.caseId)).agreement), ...(await paperAsks(about)) }),
  perform: ({ core, session, caseId }, { file: scan, ...paper }) => enterSignature(core, session, caseId, { ...paper, scan }),
});
