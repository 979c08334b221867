import type { PersonEntry } from '../../../mediation/request-body.ts';
import { caseHref, isOneOf, type About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { Hint, Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { officialsWho } from './who.ts';

const words = fr.office.exchanges;
export const mayExchange = officialsWho('in-charge', 'delegate');

/** The way to each exchange: one private page per party, the room, and what mediators prepare among themselves. */
export const exchangesPage: CasePage = {
  below: 'echanges',
  tab: fr.office.tabs.exchanges,
  isFor: mayExchange,
  reads: ['identity'],
  body: async (about) => {
    const [identities, { isRoomOpen }] = [await identitiesOf(about), await courseOf(about)];
    const isDelegate = isOneOf(about, 'delegate');

    return (
      <>
        <Paragraph text={words.intro} />
        <CaucusLinks about={about} identities={identities} />
        <Section id="communs" heading={words.together}>
          {isRoomOpen && isDelegate ? (
            <Paragraph text="">
              <Link href={caseHref(about.caseId, 'salle')} text={words.room} />
            </Paragraph>
          ) : (
            <Paragraph text={isRoomOpen ? words.notInRoom : words.roomClosed} />
          )}
        </Section>
        <Section id="entre-mediateurs" heading={words.amongMediators}>
          <Paragraph text="">
            <Link href={caseHref(about.caseId, 'mediateurs')} text={words.workspace} />
          </Paragraph>
          <Hint text={words.workspaceAudience} />
        </Section>
      </>
    );
  },
};

/** The way to the private exchange with each party. */
export function CaucusLinks({ about, identities }: { about: About; identities: ReadonlyMap<string, PersonEntry> }): JSX.Element {
  return (
    <Section id="prives" heading={words.caucuses}>
      {about.facts.parties.map(({ party }) => (
        <Paragraph text="">
          <Link href={caseHref(about.caseId, `echanges/${party}`)} text={words.caucus(partyName(about, party, identities))} />
        </Paragraph>
      ))}
    </Section>
  );
}
