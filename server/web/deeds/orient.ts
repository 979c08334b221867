import { orientationReasons } from '../../../policies/charter/reasons.ts';
import { orient } from '../../mediation/orient.ts';
import { choice, longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const orientPage = deedPage({
  act: 'orient',
  slug: 'orientation',
  words: fr.deeds.words.orient,
  isChecked: true,
  asks: () => ({
    reason: choice({ ...fr.deeds.localAsks.orientation, options: orientationReasons.map((value) => ({ value, label: fr.local.orientations[value] })) }),
    letter: longText({ ...fr.deeds.localAsks.orientationLetter, limit: 20_000, rows: 10 }),
  }),
  starts: ({ facts }) => ({ letter: fr.deeds.localModels.orientation(facts.reference) }),
  perform: ({ core, session, caseId }, orientation) => orient(core, session, caseId, orientation),
});
