import { isOneOf, type About } from '../../about.ts';
import { fr } from '../../words/fr.ts';

const words = fr.partyCase.tabs;

/** Addresses of a party's pages, below the case's. */
export const partyPlaces = { overview: '', request: 'ma-demande', exchanges: 'mes-echanges', shared: 'mes-echanges/communs', meetings: 'mes-rendez-vous', agreement: 'mon-accord', documents: 'documents', papers: 'papiers', readings: 'consultations' } as const;

/** The pages a party has; one who has left keeps those of their own things. Whoever asked for others (an institution) follows the case, and reads nothing of it. */
export function partyTabs(about: Pick<About, 'facts'>): { below: string; text: string }[] {
  const overview = { below: partyPlaces.overview, text: words.overview };
  const own = [{ below: partyPlaces.request, text: words.request }, { below: partyPlaces.exchanges, text: words.exchanges }];
  const readings = { below: partyPlaces.readings, text: fr.documents.readings.tab };
  if (!isOneOf(about, 'party')) return isOneOf(about, 'former-party') ? [overview, ...own, readings] : [overview];

  return [
    overview,
    ...own,
    { below: partyPlaces.meetings, text: words.meetings },
    { below: partyPlaces.agreement, text: words.agreement },
    { below: partyPlaces.documents, text: fr.documents.tab },
    { below: partyPlaces.papers, text: fr.paper.tab },
    readings,
  ];
}
