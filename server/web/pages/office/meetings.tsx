import { reveal } from '../../../mediation/reveal.ts';
import { canDo, caseHref, isOneOf } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { Writing } from '../../components/writing.tsx';
import { recordInterviewPage, recordPlenaryPage } from '../../deeds/record-meeting.ts';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { officialsWho } from './who.ts';

/** Who met whom and when, and the accounts of interviews. */
export const meetingsPage: CasePage = {
  below: 'rendez-vous',
  tab: fr.office.tabs.meetings,
  isFor: officialsWho('in-charge', 'delegate'),
  width: 'full',
  reads: ['identity', 'workspace'],
  body: async (about) => {
    const { core, session, caseId } = about;
    const words = fr.office.meetings;
    const { meetings, names } = await courseOf(about);
    if (meetings.length === 0) return <Nothing about={about} />;

    const [identities, texts] = [await identitiesOf(about), await reveal(core, session, caseId, [{ kind: 'workspace' }])];
    const rows = meetings.map(({ heldOn, kind, party, recordedBy }): Cell[] => [
      dayInWords(heldOn), words.kinds[kind], kind === 'interview' ? partyName(about, party, identities) : words.everybody, names.get(recordedBy) ?? fr.office.docket.somebody,
    ]);
    const accounts = meetings.flatMap(({ item, heldOn, party }) => texts.filter(({ id }) => id === item).map(({ text }) => ({ text, heading: words.account(partyName(about, party, identities), dayInWords(heldOn)) })));

    return (
      <>
        <Record about={about} />
        <Scroll>
          <Table caption={words.caption} columns={[words.day, words.kind, words.with, words.by]} rows={rows} />
        </Scroll>
        {accounts.length > 0 ? (
          <Section id="comptes-rendus" heading={words.accounts}>
            <Paragraph text={words.accountsAudience} />
            {accounts.map(({ heading, text }) => (
              <Writing heading={heading} text={text} />
            ))}
          </Section>
        ) : null}
      </>
    );
  },
};

type Props = { about: Parameters<typeof courseOf>[0] };

function Nothing({ about }: Props): JSX.Element {
  return (
    <>
      <Record about={about} />
      <Paragraph text={fr.office.meetings.empty} />
    </>
  );
}

function Record({ about }: Props): JSX.Element {
  const offered = canDo(about, 'record-meeting') && isOneOf(about, 'delegate') ? [recordInterviewPage, recordPlenaryPage].filter(({ isFor }) => isFor?.(about) ?? true) : [];

  return (
    <>
      {offered.map(({ slug, words: { title, link = title } }) => (
        <Paragraph text="">
          <Link href={caseHref(about.caseId, slug)} text={link} />
        </Paragraph>
      ))}
    </>
  );
}
