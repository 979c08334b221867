import type { CasePage } from '../../case-page.ts';
import { identitiesOf } from '../../case-reading.ts';
import { Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { CaucusLinks } from '../office/exchanges.tsx';
import { ofSchemeWho } from './who.ts';

/** The way to the private exchange with each party: a conciliation has no room. */
export const localExchangesPage: CasePage = {
  below: 'echanges',
  tab: fr.local.tabs.exchanges,
  isFor: ofSchemeWho('in-charge', 'stand-in'),
  reads: ['identity'],
  body: async (about) => (
    <>
      <Paragraph text={fr.office.exchanges.intro} />
      <CaucusLinks about={about} identities={await identitiesOf(about)} />
    </>
  ),
};
