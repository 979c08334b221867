import { acceptHandOver } from '../../mediation/accept-hand-over.ts';
import { declineHandOver, withdrawHandOver } from '../../mediation/answer-hand-over.ts';
import { offerHandOver } from '../../mediation/offer-hand-over.ts';
import { choice } from '../asks.tsx';
import { colleaguesOf } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { colleagueOptions } from './colleague-options.ts';

/** Who runs cases of an office, and may therefore be offered one. */
const presiding: readonly string[] = ['mediator', 'deputy', 'conciliator'];

export const offerHandOverPage = deedPage({
  act: 'offer-hand-over',
  slug: 'proposition-a-un-collegue',
  words: fr.deeds.words['offer-hand-over'],
  isChecked: true,
  asks: async (about) => {
    const able = (await colleaguesOf(about)).filter(({ person, roles }) => person !== about.session.person && roles.some((role) => presiding.includes(role)));

    return { to: choice({ ...fr.turns.asks.colleague, options: colleagueOptions(able) }) };
  },
  perform: ({ core, session, caseId }, { to }) => offerHandOver(core, session, caseId, to),
});

export const withdrawHandOverPage = deedPage({
  act: 'withdraw-hand-over',
  slug: 'proposition-reprise',
  words: fr.deeds.words['withdraw-hand-over'],
  perform: ({ core, session, caseId }) => withdrawHandOver(core, session, caseId),
});

export const acceptHandOverPage = deedPage({
  act: 'accept-hand-over',
  slug: 'reprise-du-dossier',
  words: fr.deeds.words['accept-hand-over'],
  isChecked: true,
  perform: ({ core, session, caseId }) => acceptHandOver(core, session, caseId),
});

export const declineHandOverPage = deedPage({
  act: 'decline-hand-over',
  slug: 'proposition-declinee',
  words: fr.deeds.words['decline-hand-over'],
  perform: ({ core, session, caseId }) => declineHandOver(core, session, caseId),
});
