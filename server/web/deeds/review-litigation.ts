import { reviewLitigation } from '../../mediation/review-litigation.ts';
import { choice, longText } from '../asks.tsx';
import { courseOf, identitiesOf, partyName } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const reviewLitigationPage = deedPage({
  act: 'review-litigation',
  slug: 'examen-de-procedure',
  words: fr.deeds.words['review-litigation'],
  isChecked: true,
  asks: async (about) => {
    const [identities, { parties }] = [await identitiesOf(about), await courseOf(about)];
    const options = parties.filter(({ litigation }) => litigation === 'declared').map(({ party }) => ({ value: party, label: partyName(about, party, identities) }));

    return { party: choice({ ...fr.deeds.asks.litigant, options }), reasons: longText({ ...fr.deeds.asks.litigationReasons, limit: 20_000 }) };
  },
  perform: ({ core, session, caseId }, review) => reviewLitigation(core, session, caseId, review),
});
