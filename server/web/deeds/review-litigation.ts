import { litigationOutcomes } from '../../../policies/charter/reasons.ts';
import { reviewLitigation } from '../../mediation/review-litigation.ts';
import type { About } from '../about.ts';
import { choice, longText, optionalText } from '../asks.tsx';
import { courseOf, identitiesOf, partyName } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns;

export const reviewLitigationPage = deedPage({
  act: 'review-litigation',
  slug: 'examen-de-procedure',
  words: fr.deeds.words['review-litigation'],
  isChecked: true,
  starts: ({ facts }) => ({ letter: words.letters.close(facts.reference) }),
  asks: async (about) => ({
    party: choice({ ...fr.deeds.asks.litigant, options: await litigants(about) }),
    outcome: choice({ ...words.asks.litigationOutcome, options: outcomesOf(about).map((value) => ({ value, ...words.litigation[value] })) }),
    reasons: longText({ ...fr.deeds.asks.litigationReasons, limit: 20_000 }),
    letter: optionalText({ ...words.asks.litigationLetter, limit: 20_000, rows: 10 }),
  }),
  perform: ({ core, session, caseId }, { letter, ...review }) => reviewLitigation(core, session, caseId, { ...review, ...(letter !== undefined && { letter }) }),
});

/** Whoever declared; while the case is suspended also whom that was for, since it may be closed later. */
async function litigants(about: About) {
  const [identities, { parties }] = [await identitiesOf(about), await courseOf(about)];
  const isSuspended = about.facts.suspendedAt !== null;

  return parties.filter(({ litigation }) => litigation === 'declared' || (isSuspended && litigation === 'reviewed')).map(({ party }) => ({ value: party, label: partyName(about, party, identities) }));
}

/** What is suspended is not suspended again. */
function outcomesOf({ facts }: About) {
  return litigationOutcomes.filter((outcome) => outcome !== 'suspend' || facts.suspendedAt === null);
}
