import { localDate } from '../../../../policies/charter/calendar.ts';
import type { DeadlineRule } from '../../../../policies/charter/deadlines.ts';
import type { Act } from '../../../../policies/lifecycle.ts';
import type { State } from '../../../../policies/vocabulary.ts';
import { casePeople, type CasePeople } from '../../../mediation/case-people.ts';
import { caseTimeline, type CaseTimeline, type RunningDeadline } from '../../../mediation/case-timeline.ts';
import { canDo, caseHref, hasEnded, isOneOf, type About } from '../../about.ts';
import { MainAction } from '../../components/main-action.tsx';
import type { Visit } from '../../components/page.tsx';
import { Steps } from '../../components/steps.tsx';
import { BulletList, Paragraph, Section } from '../../components/text.tsx';
import type { DeedPage } from '../../deed-page.tsx';
import { extensionsOf, type Extensions } from '../../extensions.ts';
import { zone } from '../../site.ts';
import { distanceInWords, noonOf } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { namesInWords } from '../../words/names.ts';
import { Deeds } from '../case/deeds.tsx';
import { movedBecause } from '../case/pauses.ts';
import { CaseFrame } from '../case/frame.tsx';
import { stepOf } from './progress.ts';
import { partyTabs } from './tabs.ts';
import { PartyTimeline } from './timeline.tsx';
import { Told, WhoLeft } from './told.tsx';

const words = fr.partyCase;

/** The deeds a case waits for, the most pressing first, and the clock each runs under. */
const awaited: readonly (readonly [Act, DeadlineRule | null])[] = [
  ['sign-agreement', 'agreement'], ['settle', 'local-conciliation'], ['consent', 'consent-answer'], ['agree', 'consent-answer'], ['extend', 'agreement'], ['agree-object', null],
];

/** A case for one of its parties: where it stands, the one thing to do, what is due and why, and what has happened. */
export async function partyOverview(about: About, visit: Visit, pages: readonly DeedPage[]): Promise<string> {
  const { core, session, caseId } = about;
  const [timeline, extensions, people] = await Promise.all([caseTimeline(core, session, caseId), extensionsOf(about), isOneOf(about, 'party') ? casePeople(core, session, caseId) : { officials: [], parties: [] }]);
  const today = localDate(core.clock(), zone);
  const deadlines = hasEnded(about) ? [] : timeline.deadlines.filter(({ metAt }) => metAt === null);

  return (
    <CaseFrame visit={visit} about={about} tabs={partyTabs(about)} current="">
      <WhoLeft about={about} />
      <Told about={about} people={people} />
      <Progress about={about} timeline={timeline} people={people} />
      <ToDo about={about} pages={pages} deadlines={deadlines} today={today} />
      <Deadlines running={deadlines} extensions={extensions} today={today} />
      {timeline.events.length > 0 ? (
        <Section id="deroulement" heading={words.timeline}>
          <PartyTimeline events={timeline.events} people={people} />
        </Section>
      ) : null}
    </CaseFrame>
  );
}

function Progress({ about, timeline: { consents }, people: { officials } }: { about: About; timeline: CaseTimeline; people: CasePeople }): JSX.Element {
  const { facts } = about;
  const isLocal = facts.tier === 'local';
  const names = [...new Set(officials.filter((one) => one.as !== 'former-delegate').map(({ name }) => name))];
  const isAsked = facts.state === 'consent_requested' && consents !== null;

  return (
    <Section id="etape" heading={words.progress}>
      <Steps steps={isLocal ? words.localSteps : words.steps} current={stepOf(facts.tier, facts.state as State)} />
      {isAsked ? <Paragraph text={words.consents(String(consents.given), String(consents.of))} /> : null}
      {isOneOf(about, 'party') && !(hasEnded(about) && names.length === 0) ? <Paragraph text={readersIn(names)} /> : null}
    </Section>
  );
}

function readersIn(names: readonly string[]): string {
  if (names.length === 0) return words.nobodyYet;

  return (names.length === 1 ? words.reader : words.readers)(namesInWords(names));
}

type ToDoProps = { about: About; pages: readonly DeedPage[]; deadlines: readonly RunningDeadline[]; today: string };

function ToDo({ about, pages, deadlines, today }: ToDoProps): JSX.Element {
  const [act, rule] = awaited.find(([one]) => canDo(about, one)) ?? [];
  const page = pages.find((one) => one.act === act && (one.isFor?.(about) ?? true));
  const running = deadlines.find((one) => one.rule === rule);

  return (
    <>
      <Section id="a-faire" heading={words.toDo}>
        {page ? <MainAction href={caseHref(about.caseId, page.slug)} text={page.words.link ?? page.words.title} /> : <Paragraph text={words.nothing} />}
        {page && running ? <Paragraph text={words.before(dateInWords(noonOf(running.dueOn), 'UTC'), distanceInWords(running.dueOn, today))} /> : null}
      </Section>
      <Deeds about={about} pages={pages.filter((one) => one !== page)} id="possible" heading={words.alsoPossible} />
    </>
  );
}

/** What runs now, each with its cause: the rule in words, the day it counts from, and what moved it since. */
function Deadlines({ running, extensions, today }: { running: readonly RunningDeadline[]; extensions: Extensions; today: string }): JSX.Element {
  const lines = running.map(({ rule, dueOn, startedAt, suspensions }) =>
    words.deadlineBecause(fr.choices.deadlines[rule] ?? rule, dateInWords(noonOf(dueOn), 'UTC'), distanceInWords(dueOn, today), [causeOf(rule, startedAt), ...movedBecause({ rule, suspensions }, extensions)].join(' ')));

  return (
    <Section id="echeances" heading={words.deadlines}>
      {lines.length > 0 ? <BulletList items={lines} /> : <Paragraph text={words.noDeadline} />}
      {running.some(({ dueOn }) => dueOn < today) ? <Paragraph text={words.lateIsNotVoid} /> : null}
    </Section>
  );
}

function causeOf(rule: string, startedAt: string): string {
  const causes: Partial<Record<string, (start: string) => string>> = words.causes;

  return causes[rule]?.(dateInWords(new Date(startedAt), zone)) ?? '';
}
