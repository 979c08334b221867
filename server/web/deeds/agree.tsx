import { consent } from '../../mediation/consent.ts';
import { consentVersion } from '../../mediation/consent-text.ts';
import { agreement, asShown } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { recallConsent } from './consent.tsx';
import { askParty, isParty, partyIn } from './own-party.ts';

/** The same as a consent at the local tier, where no procedure is to be declared. */
export const agreePage = deedPage({
  act: 'agree',
  slug: 'accord-de-conciliation',
  words: fr.deeds.words.agree,
  isFor: isParty,
  isChecked: true,
  asks: (about) => ({
    ...askParty(about),
    textVersion: asShown(consentVersion('local')),
    accept: agreement({ legend: fr.partyAsks.acceptLegend, label: fr.partyAsks.accept }),
  }),
  recall: recallConsent,
  perform: ({ core, session, caseId }, { textVersion, ...answers }) => consent(core, session, caseId, { textVersion, ...partyIn(answers) }),
});
