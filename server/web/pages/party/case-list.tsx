import { localDate } from '../../../../policies/charter/calendar.ts';
import { isOver } from '../../../../policies/course.ts';
import type { State, Tier } from '../../../../policies/vocabulary.ts';
import type { Core, Session } from '../../../core.ts';
import { caseHref } from '../../about.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { type Cell, Table } from '../../components/table.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Heading, Link, Paragraph } from '../../components/text.tsx';
import { everyCase, type ListedCase } from '../../every-case.ts';
import { zone } from '../../site.ts';
import { distanceInWords, noonOf } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';

const words = fr.partyCases;
const here = '/dossiers';
const hereOver = '/dossiers?etat=termines';

/** The cases of somebody who holds no office: those under way, or those that are over. */
export async function partyCaseList(core: Core, session: Session, visit: Visit, { isOverShown }: { isOverShown: boolean }): Promise<string> {
  const cases = await everyCase(core, session);
  const shown = cases.filter(({ tier, state }) => isOver({ tier: tier as Tier, state: state as State }) === isOverShown);
  const today = localDate(core.clock(), zone);

  return (
    <Page title={isOverShown ? `${words.over} – ${words.title}` : words.title} visit={visit} current="cases" width="full">
      <Heading level={1} text={words.title} />
      <Tabs label={words.tabs} tabs={[{ href: here, text: words.open }, { href: hereOver, text: words.over }]} current={isOverShown ? hereOver : here} />
      {visit.roles?.some(({ role }) => role === 'referrer') ? (
        <Paragraph text={words.refers}>
          <Link href="/saisines-institutionnelles" text={fr.layout.institution} />
        </Paragraph>
      ) : null}
      {shown.length === 0 ? <NoCase isOverShown={isOverShown} /> : isOverShown ? <OverTable cases={shown} /> : <OpenTable cases={shown} today={today} />}
    </Page>
  );
}

function OpenTable({ cases, today }: { cases: readonly ListedCase[]; today: string }): JSX.Element {
  const rows = cases.map((one) => [linkTo(one), stateCell(one), deadlineCell(one, today)]);

  return <Table caption={words.captionOpen} columns={[words.reference, words.state, words.deadline]} rows={rows} />;
}

function OverTable({ cases }: { cases: readonly ListedCase[] }): JSX.Element {
  const rows = cases.map((one) => [linkTo(one), stateCell(one), dateInWords(new Date(one.receivedAt), zone)]);

  return <Table caption={words.captionOver} columns={[words.reference, words.state, words.received]} rows={rows} />;
}

function linkTo({ case: id, reference }: ListedCase): Cell {
  return { text: fr.casePage.heading(reference), href: caseHref(id) };
}

function stateCell({ state }: ListedCase): Cell {
  return { tag: { text: fr.choices.states[state as State] } };
}

/** What is due, until when and how far that is: late is a word, not a colour (RGAA 3.1). */
function deadlineCell({ nextDeadline }: ListedCase, today: string): Cell {
  if (!nextDeadline) return words.noDeadline;

  const { rule, dueOn } = nextDeadline;
  const text = words.deadlineOn(fr.choices.deadlines[rule] ?? rule, dateInWords(noonOf(dueOn), 'UTC'));

  return { text, tag: { text: distanceInWords(dueOn, today), ...(dueOn < today && { tone: 'late' as const }) } };
}

function NoCase({ isOverShown }: { isOverShown: boolean }): JSX.Element {
  if (isOverShown) return <Paragraph text={words.emptyOver} />;

  return (
    <>
      <Paragraph text={words.emptyOpen} />
      <Paragraph text={words.emptyWhy} />
      <LinkButton href="/demande" text={fr.layout.file} />
    </>
  );
}
