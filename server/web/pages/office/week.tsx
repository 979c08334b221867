import { addDays } from '../../../../policies/charter/calendar.ts';
import type { listEndingMandates } from '../../../mediation/list-ending-mandates.ts';
import type { Week } from '../../../mediation/my-week.ts';
import { caseHref } from '../../about.ts';
import { Page, type Visit } from '../../components/page.tsx';
import { BulletList, Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import { keepsDocket } from '../../docket.tsx';
import { dayInWords, dueInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, weekdayInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';

const endingWords = fr.office.week.ending;

type WeekPageProps = { visit: Visit; week: Week; ending: Awaited<ReturnType<typeof listEndingMandates>> };
type Line = { href: string; text: string };

/** The week of whoever runs cases: what is late, what waits for them (for a secretary, what to acknowledge, tell and post), then day by day; whose mandate ends with cases in charge. No name of a party, nothing of what was written. */
export function WeekPage({ visit, week, ending }: WeekPageProps): JSX.Element {
  const words = fr.office.week;
  const days = Array.from({ length: 7 }, (_, rank) => addDays(week.from, rank));
  const ways = [
    { href: `/semaine?jour=${addDays(week.from, -7)}`, text: words.before }, { href: `/semaine?jour=${addDays(week.from, 7)}`, text: words.after }, { href: '/dossiers', text: words.docket },
    ...(keepsDocket(visit.roles ?? []) ? [{ href: '/absences', text: fr.absences.link }] : []),
  ];
  const late = week.late.map(({ case: id, reference, rule, dueOn }) => ({ href: caseHref(id), text: words.lateDue(nameOf(rule), reference, dueInWords(dueOn, week.today, true)) }));

  return (
    <Page title={`${words.title} – ${words.heading(dayInWords(week.from))}`} visit={visit} current="week">
      <Heading level={1} text={words.title} />
      <Paragraph text={words.heading(dayInWords(week.from))} />
      <Lines lines={ways} empty="" />
      {late.length > 0 ? (
        <Section id="en-retard" heading={words.late}>
          <Lines lines={late} empty="" />
        </Section>
      ) : null}
      <Section id="attend" heading={words.waiting}>
        <Lines lines={waiting(week)} empty={words.nothingWaits} />
      </Section>
      {ending.length > 0 ? (
        <Section id="fins-de-mandat" heading={endingWords.heading}>
          <BulletList items={ending.map(({ name, role, validTo, casesInCharge }) => endingWords.line(name, fr.office.roles[role], dateInWords(new Date(validTo), zone), String(casesInCharge)))} />
          <Paragraph text={endingWords.toDo} />
        </Section>
      ) : null}
      {days.map((day) => (
        <Section id={`jour-${day}`} heading={`${weekdayInWords(day)} ${dayInWords(day)}`}>
          <Lines lines={linesOf(week, day)} empty={words.nothingDue} />
        </Section>
      ))}
    </Page>
  );
}

function waiting({ waiting: cases, letters, callUps, unassigned, toTell, referrals, sittings, today }: Week): Line[] {
  const words = fr.office.week;

  return [
    ...(unassigned > 0 ? [{ href: '/dossiers?suivi=nobody', text: fr.office.docket.unassigned(String(unassigned), unassigned > 1) }] : []),
    ...toTell.map(({ case: id, reference, what, dueOn }) => ({ href: caseHref(id), text: words.toTell(words.tell[what], reference, dueInWords(dueOn, today, dueOn < today)) })),
    ...referrals.map(({ reference, dueOn }) => ({ href: '/saisines', text: words.referred(reference, dueOn && dayInWords(dueOn)) })),
    ...sittings.filter(({ heldOn }) => heldOn >= today).flatMap(toSitOn),
    ...callUps.map(({ reference, dueOn }) => ({ href: '/saisines', text: words.calledUp(reference ?? words.unnamed, dayInWords(dueOn)) })),
    ...letters.map(({ case: id, reference, subject, count, dueOn }) => ({ href: caseHref(id, 'envois'), text: words.toPost(fr.office.dispatches.subjects[subject], count, reference, dueOn && dueInWords(dueOn, today, dueOn < today)) })),
    ...cases.flatMap(({ case: id, reference, state, hasDeclaredLitigation, hasHeldNotice, hasSummary }) => [
      ...(hasHeldNotice ? [{ href: caseHref(id, 'envois'), text: words.wait(words.held, reference) }] : []),
      ...[hasDeclaredLitigation ? words.litigation : undefined, state === 'convened' && !hasSummary ? words.summary : words.waits[state]].filter((text) => text !== undefined).map((text) => ({ href: caseHref(id), text: words.wait(text, reference) })),
    ]),
  ];
}

/** What a member still owes a sitting: to declare, then to read and advise. */
function toSitOn({ sitting, heldOn, toDeclare, toAdvise }: Week['sittings'][number]): Line[] {
  const words = fr.office.week;
  const on = `${weekdayInWords(heldOn)} ${dayInWords(heldOn)}`.toLowerCase();

  return [
    ...(toDeclare > 0 ? [{ href: `/seances/${sitting}/declarations`, text: words.toDeclare(on, fr.sittings.cases(String(toDeclare))) }] : []),
    ...(toAdvise > 0 ? [{ href: `/seances/${sitting}`, text: words.toAdvise(on, fr.sittings.cases(String(toAdvise))) }] : []),
  ];
}

function linesOf({ due, meetings, sittings }: Week, day: string): Line[] {
  const words = fr.office.week;

  return [
    ...sittings.filter(({ heldOn }) => heldOn === day).map(({ sitting, cases }) => ({ href: `/seances/${sitting}`, text: words.sitting(fr.sittings.cases(String(cases))) })),
    ...due.filter(({ dueOn }) => dueOn === day).map(({ case: id, reference, rule }) => ({ href: caseHref(id), text: words.due(nameOf(rule), reference) })),
    ...meetings.filter(({ heldOn }) => heldOn === day).map(({ case: id, reference, kind }) => ({ href: caseHref(id, 'rendez-vous'), text: words.met(fr.office.meetings.kinds[kind as keyof typeof fr.office.meetings.kinds], reference) })),
  ];
}

function nameOf(rule: string): string {
  return fr.choices.deadlines[rule] ?? fr.office.due.other;
}

function Lines({ lines, empty }: { lines: readonly Line[]; empty: string }): JSX.Element {
  if (lines.length === 0) return <Paragraph text={empty} />;

  return (
    <>
      {lines.map((line) => (
        <Paragraph text="">
          <Link {...line} />
        </Paragraph>
      ))}
    </>
  );
}
