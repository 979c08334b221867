import { caseHref } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { identitiesOf, partyName } from '../../case-reading.ts';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { ofSchemeWho } from './who.ts';

/** The way to the private exchange with each party: a conciliation has no room. */
export const localExchangesPage: CasePage = {
  below: 'echanges',
  tab: fr.local.tabs.exchanges,
  isFor: ofSchemeWho('in-charge', 'stand-in'),
  reads: ['identity'],
  body: async (about) => {
    const identities = await identitiesOf(about);
    const words = fr.office.exchanges;

    return (
      <>
        <Paragraph text={words.intro} />
        <Section id="prives" heading={words.caucuses}>
          {about.facts.parties.map(({ party }) => (
            <Paragraph text="">
              <Link href={caseHref(about.caseId, `echanges/${party}`)} text={words.caucus(partyName(about, party, identities))} />
            </Paragraph>
          ))}
        </Section>
      </>
    );
  },
};
