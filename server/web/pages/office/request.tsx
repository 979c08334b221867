import { listEstablishments } from '../../../people/directory.ts';
import { reveal } from '../../../mediation/reveal.ts';
import type { About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { identitiesOf, partyName } from '../../case-reading.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { Heading, Hint, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { accountRows } from './account-rows.ts';
import { identityRows } from './identity-rows.ts';
import { officialsWho } from './who.ts';

/** What was asked, and by whom: identities and accounts. Opening it is a reading. */
export const requestPage: CasePage = {
  below: 'demande',
  tab: fr.office.tabs.request,
  isFor: officialsWho('request', 'in-charge', 'successor', 'delegate'),
  reads: ['identity', 'account'],
  body: async (about) => {
    const { core, session, caseId } = about;
    const [identities, accounts, places] = [await identitiesOf(about), await reveal(core, session, caseId, [{ kind: 'account' }]), await listEstablishments(core)];
    // Who accompanies a party is said where a meeting is prepared.
    const told = accounts.filter(({ kind }) => kind !== 'companion');
    const establishments = new Map(places.map(({ id, name }) => [id, name]));
    const words = fr.office.request;

    return (
      <>
        <Paragraph text={words.read} />
        <Section id="recits" heading={words.accounts}>
          {told.length === 0 ? <Paragraph text={words.none} /> : null}
          {told.map(({ kind, subject, text }) => (
            <Account name={partyName(about, subject, identities)} kind={kind} text={text} establishments={establishments} />
          ))}
        </Section>
        <Section id="personnes" heading={words.identities}>
          {about.facts.parties.map(({ party }) => (
            <Identity about={about} party={party} identities={identities} establishments={establishments} />
          ))}
        </Section>
      </>
    );
  },
};

type Establishments = ReadonlyMap<string, string>;

function Account({ name, kind, text, establishments }: { name: string; kind: string; text: string; establishments: Establishments }): JSX.Element {
  const words = fr.office.request;

  return (
    <>
      <Heading level={3} text={kind === 'attestation' ? words.attestation : words.account(name)} />
      <Hint text={words.audience(name)} />
      <SummaryList rows={accountRows(text, establishments)} />
    </>
  );
}

export function Identity({ about, party, identities, establishments }: { about: About; party: string; identities: Awaited<ReturnType<typeof identitiesOf>>; establishments: Establishments }): JSX.Element {
  const entry = identities.get(party);

  return (
    <>
      <Heading level={3} text={partyName(about, party, identities)} />
      {entry ? <SummaryList rows={identityRows(entry, establishments)} /> : <Paragraph text={fr.office.parties.shut} />}
    </>
  );
}
