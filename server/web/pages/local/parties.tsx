import { listEstablishments } from '../../../people/directory.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { type Cell, Table } from '../../components/table.tsx';
import { Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { accountState, givenAnswer } from '../office/parties.tsx';
import { Identity } from '../office/request.tsx';
import { ofSchemeWho } from './who.ts';

/** Who the parties of a conciliation are, how to reach them, and what each has answered. */
export const localPartiesPage: CasePage = {
  below: 'parties',
  tab: fr.local.tabs.parties,
  isFor: ofSchemeWho('register', 'in-charge', 'alternate', 'stand-in'),
  width: 'full',
  reads: ['identity'],
  body: async (about) => {
    const [identities, { parties }, places] = await Promise.all([identitiesOf(about), courseOf(about), listEstablishments(about.core)]);
    const words = fr.office.parties;
    const now = about.core.clock();
    const rows = parties.map((one): Cell[] => [partyName(about, one.party, identities), accountState(one, now), givenAnswer(one)]);

    return (
      <>
        <Table caption={words.caption} columns={[words.name, words.account, words.answer]} rows={rows} />
        <Section id="coordonnees" heading={words.identities}>
          {parties.map(({ party }) => (
            <Identity about={about} party={party} identities={identities} establishments={new Map(places.map(({ id, name }) => [id, name]))} />
          ))}
        </Section>
      </>
    );
  },
};
