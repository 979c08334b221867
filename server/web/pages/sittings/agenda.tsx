import type { AgendaCase, Sitting } from '../../../mediation/list-sittings.ts';
import { caseHref } from '../../about.ts';
import { MainAction } from '../../components/main-action.tsx';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { durationInWords } from '../../words/reading.ts';

const words = fr.sittings;

/** The agenda of a sitting: to whoever is called, what they have done of each case and what comes next; to others, the list. */
export function Agenda({ sitting }: { sitting: Sitting }): JSX.Element {
  const { cases } = sitting;
  if (cases.length === 0) return <Paragraph text={words.empty} />;
  const isCalled = cases.some(({ own }) => own !== null);
  const unwritten = cases.filter(({ minutes }) => minutes === null).length;

  return (
    <>
      {isCalled ? <Next sitting={sitting} /> : null}
      <Scroll>
        {isCalled ? (
          <Table caption={words.caption} columns={[words.reference, words.declared, words.read, words.advised, words.duration]} rows={cases.map(memberRow)} />
        ) : (
          <Table caption={words.captionOffice} columns={[words.reference, words.state, words.duration]} rows={cases.map(officeRow)} />
        )}
      </Scroll>
      {unwritten > 0 ? <Paragraph text={words.unwritten(String(unwritten))} /> : null}
    </>
  );
}

/** One thing at a time: declarations first, all on one page, then case after case. */
function Next({ sitting: { sitting, cases } }: { sitting: Sitting }): JSX.Element | null {
  const undeclared = cases.filter(isToDeclare);
  if (undeclared.length > 0) return <MainAction href={`/seances/${sitting}/declarations`} text={words.declareAll(String(undeclared.length))} />;
  const next = cases.find((one) => one.own?.isSeated && one.state === 'convened' && one.minutes !== null && !one.own.hasAdvised);
  if (next) return <MainAction href={caseHref(next.case, 'lecture')} text={words.readNext(next.reference)} />;

  return cases.every(({ own }) => own === null || own.hasAdvised) ? <Paragraph text={words.allDone} /> : null;
}

/** Whether whoever is called has still to answer the convocation. */
export function isToDeclare({ own, state }: AgendaCase): boolean {
  return own !== null && own.answer === null && state === 'convened';
}

function memberRow({ case: id, reference, own, minutes }: AgendaCase): Cell[] {
  const name = { text: reference, href: caseHref(id) };
  if (own === null) return [name, '', '', '', durationOf(minutes)];

  return [
    name,
    own.answer === null ? words.toDeclare : (words.answers[own.answer] ?? ''),
    own.hasRead ? words.yesRead : own.isSeated && minutes !== null ? words.toRead : words.notYet,
    own.hasAdvised ? words.yesAdvised : own.isSeated ? words.toAdvise : words.notYet,
    durationOf(minutes),
  ];
}

function officeRow({ case: id, reference, state, minutes }: AgendaCase): Cell[] {
  return [{ text: reference, href: caseHref(id) }, fr.choices.states[state], durationOf(minutes)];
}

function durationOf(minutes: number | null): string {
  return minutes === null ? words.unknown : durationInWords(minutes);
}
