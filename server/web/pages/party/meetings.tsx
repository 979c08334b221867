import { caseTimeline } from '../../../mediation/case-timeline.ts';
import { reveal } from '../../../mediation/reveal.ts';
import type { TimelineEvent } from '../../../mediation/timeline.ts';
import { caseHref, type About } from '../../about.ts';
import { Message } from '../../components/message.tsx';
import type { Visit } from '../../components/page.tsx';
import { type Cell, Table } from '../../components/table.tsx';
import { Hint, Link, Paragraph, Section } from '../../components/text.tsx';
import { zone } from '../../site.ts';
import { noonOf } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { CaseFrame } from '../case/frame.tsx';
import { partyPlaces, partyTabs } from './tabs.ts';

const words = fr.ownMeetings;

/** The interviews of this party and the meetings of all; at the local tier, with the minutes everybody reads. */
export async function partyMeetings(about: About, visit: Visit): Promise<string> {
  const { core, session, caseId, facts } = about;
  const held = (await caseTimeline(core, session, caseId)).events.filter(({ event }) => event in words.kinds);
  const minutes = facts.readable.some(({ kind }) => kind === 'conciliation') ? (await reveal(core, session, caseId, [{ kind: 'conciliation' }])).filter(({ kind }) => kind === 'minutes') : [];

  return (
    <CaseFrame visit={visit} about={about} tabs={partyTabs(about)} current={partyPlaces.meetings}>
      <Paragraph text={words.intro} />
      {held.length > 0 ? <Table caption={words.caption} columns={[words.date, words.kind, words.minutes]} rows={held.map((one) => rowOf(one, caseId))} /> : <Paragraph text={words.empty} />}
      {minutes.length > 0 ? (
        <Section id="comptes-rendus" heading={words.minutesHeading}>
          <Hint text={words.minutesReaders} />
          {minutes.map(({ createdAt, text }, rank) => (
            <Message id={`compte-rendu-${rank + 1}`} author={words.minutesOf} on={dateInWords(createdAt, zone)} at={createdAt.toISOString()} text={text} />
          ))}
        </Section>
      ) : null}
      <Section id="prochain" heading={words.next}>
        <Paragraph text={words.nextText} />
        <Paragraph text={words.accompanied} />
        <Paragraph text="">
          <Link href={caseHref(caseId, partyPlaces.exchanges)} text={words.toExchanges} />
        </Paragraph>
      </Section>
    </CaseFrame>
  );
}

function rowOf({ event, at }: TimelineEvent, caseId: string): Cell[] {
  const minutes: Record<string, Cell> = { interview: words.none, plenary: { text: words.inRoom, href: caseHref(caseId, partyPlaces.shared) }, 'conciliation-meeting': words.below };

  return [dateInWords(noonOf(at), 'UTC'), words.kinds[event] ?? '', minutes[event] ?? ''];
}
