import { localDate } from '../../../../policies/charter/calendar.ts';
import type { CaseCourse } from '../../../mediation/case-course.ts';
import { hasEnded, isOneOf, type About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Paragraph, Section } from '../../components/text.tsx';
import { deedPages } from '../../deeds/all.ts';
import { extensionsOf, type Extensions } from '../../extensions.ts';
import { dueInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { Deeds } from '../case/deeds.tsx';
import { movedBecause } from '../case/pauses.ts';
import { Joinings } from './joinings.tsx';
import { turnRows } from './turn-rows.ts';
import { isOfficial } from './who.ts';

/** Where the case stands, what is due and why then, what is missing, and what may be decided now. */
export const overviewPage: CasePage = {
  below: '',
  tab: fr.office.tabs.overview,
  isFor: isOfficial,
  width: 'full',
  reads: ['identity'],
  body: async (about) => {
    const course = await courseOf(about);
    const rows = [...essentials(about, course), ...(await turnRows(about, course)), ...(await missing(about, course))];
    const extensions = await extensionsOf(about);

    return (
      <>
        <Deeds about={about} pages={deedPages} />
        <Section id="essentiel" heading={fr.office.overview.facts}>
          <SummaryList rows={rows} />
        </Section>
        <Joinings about={about} />
        <Deadlines about={about} extensions={extensions} />
      </>
    );
  },
};

type Row = { key: string; value: string };

function essentials({ facts }: About, { names, referral }: CaseCourse): Row[] {
  const words = fr.office.overview;
  const on = (moment: string | null) => (moment === null ? undefined : dateInWords(new Date(moment), zone));
  const delegates = facts.designations.filter(({ endedAt }) => endedAt === null).map(({ person }) => names.get(person) ?? fr.office.docket.somebody);
  const represented = facts.parties.filter(({ isRepresented }) => isRepresented).length;

  return given([
    [words.purpose, fr.choices.purposes[facts.purpose as keyof typeof fr.choices.purposes].label],
    [words.receivedOn, on(facts.receivedAt)],
    [words.acknowledgedOn, on(facts.acknowledgedAt)],
    [words.consentedOn, on(facts.consentedAt)],
    [words.inCharge, facts.inCharge === null ? words.nobodyInCharge : (names.get(facts.inCharge) ?? fr.office.docket.somebody)],
    [words.delegates, delegates.length > 0 ? delegates.join(', ') : undefined],
    [words.parties, words.represented(String(represented), String(facts.parties.length))],
    [words.referral, referral ? `${words.referralStates[referral.state]}. ${fr.office.grounds[referral.ground as keyof typeof fr.office.grounds]}` : undefined],
  ]);
}

/** What the case still waits for. Names of parties are opened only while their answers are awaited. */
async function missing(about: About, course: CaseCourse): Promise<Row[]> {
  const words = fr.office.overview;
  const { state } = about.facts;
  const silent = course.parties.filter(({ answer }) => answer?.given !== 'consent');
  const mayName = isOneOf(about, 'register', 'in-charge', 'stand-in', 'delegate', 'secretary');
  const awaits = state === 'consent_requested' && silent.length > 0;
  const identities = awaits && mayName ? await identitiesOf(about) : undefined;
  const named = awaits && identities ? ` ${words.missingNamed(silent.map(({ party }) => partyName(about, party, identities)).join(', '))}.` : '';
  const objectState = course.isObjectAgreed ? 'agreed' : course.isObjectWritten ? 'written' : 'none';

  return given([
    [words.object, ['received', 'acknowledged', 'notified', 'convened', 'consent_requested'].includes(state) ? words.objectStates[objectState] : undefined],
    [words.advices, state === 'convened' ? words.advicesGiven(String(course.advices), String(course.quorum)) : undefined],
    [words.consents, awaits ? `${words.missingConsents(String(silent.length), String(course.parties.length))}.${named}` : undefined],
    [words.litigation, course.parties.some(({ litigation }) => litigation === 'declared') ? words.litigationWaits : undefined],
  ]);
}

function given(rows: readonly (readonly [string, string | undefined])[]): Row[] {
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

function Deadlines({ about, extensions }: { about: About; extensions: Extensions }): JSX.Element {
  const words = fr.office.overview;
  const { core, facts } = about;
  const today = localDate(core.clock(), zone);
  const running = hasEnded(about) ? [] : facts.deadlines.filter(({ metAt }) => metAt === null);
  const rows = running.map(({ rule, dueOn, suspensions }): Cell[] => {
    const isLate = dueOn < today;
    const when = dueInWords(dueOn, today, isLate);

    return [fr.choices.deadlines[rule] ?? fr.office.due.other, isLate ? { text: when, tag: { text: fr.office.due.isLate, tone: 'late' } } : when, [words.causes[rule] ?? fr.office.unknown, ...movedBecause({ rule, suspensions }, extensions)].join('. ')];
  });

  return (
    <Section id="echeances" heading={words.deadlines}>
      {rows.length === 0 ? (
        <Paragraph text={words.noDeadline} />
      ) : (
        <Scroll>
          <Table caption={words.deadlinesCaption} columns={[words.what, words.when, words.cause]} rows={rows} />
        </Scroll>
      )}
    </Section>
  );
}
