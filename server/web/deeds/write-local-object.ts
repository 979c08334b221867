import { isOneOf } from '../about.ts';
import { fr } from '../words/fr.ts';
import { writeObjectPage } from './write-object.tsx';

export const writeLocalObjectPage = {
  ...writeObjectPage,
  slug: 'objet-de-la-conciliation',
  words: fr.deeds.words['write-local-object'],
  isFor: (about) => about.facts.tier === 'local' && isOneOf(about, 'in-charge'),
} satisfies typeof writeObjectPage;
