import { listEstablishments } from '../../../people/directory.ts';
import type { CaseCourse } from '../../../mediation/case-course.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { Identity } from './request.tsx';
import { officialsWho } from './who.ts';

type PartyCourse = CaseCourse['parties'][number];

/** Who the parties are, how to reach them, and what each has answered. */
export const partiesPage: CasePage = {
  below: 'parties',
  tab: fr.office.tabs.parties,
  isFor: officialsWho('register', 'secretary', 'in-charge', 'successor', 'delegate'),
  width: 'full',
  reads: ['identity'],
  body: async (about) => {
    const [identities, course, places] = [await identitiesOf(about), await courseOf(about), await listEstablishments(about.core)];
    const words = fr.office.parties;
    const now = about.core.clock();
    const rows = course.parties.map((one): Cell[] => [
      partyName(about, one.party, identities), accountState(one, now), givenAnswer(one), words.litigations[one.litigation], words.challenges[one.challenge ?? 'none'],
    ]);

    return (
      <>
        <Scroll>
          <Table caption={words.caption} columns={[words.name, words.account, words.answer, words.litigation, words.challenge]} rows={rows} />
        </Scroll>
        <Section id="coordonnees" heading={words.identities}>
          {about.facts.parties.map(({ party }) => (
            <Identity about={about} party={party} identities={identities} establishments={new Map(places.map(({ id, name }) => [id, name]))} />
          ))}
        </Section>
      </>
    );
  },
};

/** Whether a party has an account, or how their invitation stands. */
export function accountState({ isRepresented, isRequester, invitation }: PartyCourse, now: Date): string {
  const words = fr.office.parties;
  if (isRequester) return words.isRequester;
  if (isRepresented) return words.hasAccount;
  if (!invitation) return words.notInvited;
  if (invitation.state !== 'open') return words.invitationStates[invitation.state];

  return invitation.expiresAt < now ? words.invitationStates.expired : words.invited(dateInWords(invitation.expiresAt, 'UTC'));
}

/** What a party has answered, with its day. */
export function givenAnswer({ answer: given }: PartyCourse): string {
  const words = fr.office.parties;

  return given ? words.answers[given.given](dateInWords(given.at, zone)) : words.noAnswer;
}
