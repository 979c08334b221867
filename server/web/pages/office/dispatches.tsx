import { listNotices } from '../../../mediation/list-notices.ts';
import { printDispatch } from '../../../mediation/print-dispatch.ts';
import type { postings } from '../../../mediation/record-posting.ts';
import { canDo, caseHref, isOneOf, type About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { Warning } from '../../components/messages.tsx';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Hint, Link, Paragraph } from '../../components/text.tsx';
import { Letter } from '../../components/writing.tsx';
import { decideHeldNoticePage } from '../../deeds/decide-held-notice.ts';
import type { ListedNotice } from '../../deeds/letter-options.ts';
import { recordPostingPage } from '../../deeds/record-posting.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { officialsWho } from './who.ts';

const isFor = officialsWho('register', 'secretary', 'in-charge');

/** What leaves and what is held, by function: no name before a letter is opened. */
export const dispatchesPage: CasePage = {
  below: 'envois',
  tab: fr.office.tabs.dispatches,
  isFor,
  width: 'full',
  body: async (about) => {
    const { core, session, caseId } = about;
    const words = fr.office.dispatches;
    const letters = fr.paper.letters;
    const notices = await listNotices(core, session, caseId);
    const rows = notices.map((one): Cell[] => [
      fr.office.functions[one.function], words.subjects[one.subject], words.states[one.state], dateInWords(new Date(one.recordedAt), zone),
      one.state === 'sent' ? { text: words.open, href: caseHref(caseId, `envois/${one.notice}`) } : words.noLetter,
      decision(about, one), posting(about, one),
    ]);

    return (
      <>
        <Paragraph text={words.intro} />
        {isTakenBack(about) ? <Warning text={words.takenBack} /> : null}
        {rows.length === 0 ? (
          <Paragraph text={words.none} />
        ) : (
          <Scroll>
            <Table caption={words.caption} columns={[words.function, words.subject, words.state, words.day, words.print, letters.decided, letters.left]} rows={rows} />
          </Scroll>
        )}
      </>
    );
  },
};

/** What was decided of a letter held, or that a decision is awaited. */
function decision(about: About, { notice, state, decision: decided, substitute }: ListedNotice): Cell {
  const words = fr.paper.letters;
  if (substitute) return words.substitute(fr.office.functions[substitute]);
  if (decided) return words.decisions[decided] ?? words.undecided;
  if (state !== 'held') return words.undecided;

  return isOneOf(about, 'in-charge') && canDo(about, 'decide-held-notice') ? { text: words.decide, href: `${caseHref(about.caseId, decideHeldNoticePage.slug)}?envoi=${notice}` } : words.waits;
}

/** When and how a letter left, or the way to say so. */
function posting(about: About, { notice, state, postedOn, postedHow }: ListedNotice): Cell {
  const words = fr.paper.letters;
  if (state !== 'sent') return words.notLeaving;
  if (postedOn !== null) return words.leftOn(dateInWords(new Date(`${postedOn}T12:00:00Z`), 'UTC'), fr.paper.asks.how.options[postedHow as (typeof postings)[number]]);

  return marksPosted(about) ? { text: words.markPosted, href: postingHref(about, notice) } : words.notLeft;
}

/** Whoever files reads that nobody knows of a request taken back before its letters have left. */
function isTakenBack({ facts }: About): boolean {
  return facts.outcome === 'desisted';
}

function marksPosted(about: About): boolean {
  return isOneOf(about, 'secretary') && canDo(about, 'record-posting');
}

function postingHref({ caseId }: About, notice: string): string {
  return `${caseHref(caseId, recordPostingPage.slug)}?lettre=${notice}`;
}

/** One letter, to print. */
export const letterPage: CasePage = {
  below: 'envois/:notice',
  under: 'envois',
  isFor,
  reads: ['dispatch'],
  title: async ({ core, session, caseId }, { notice }) => {
    const notices = await listNotices(core, session, caseId);
    const rank = notices.findIndex((one) => one.notice === notice);

    return fr.office.dispatches.title(String(rank + 1));
  },
  body: async (about, { params }) => {
    const { core, session, caseId } = about;
    const words = fr.office.dispatches;
    const notice = params['notice'] ?? '';
    const { to, letter } = await printDispatch(core, session, caseId, notice);
    const listed = (await listNotices(core, session, caseId)).find((one) => one.notice === notice);
    const drawnUp = listed && words.drawnUp(dateInWords(new Date(listed.recordedAt), zone));

    return (
      <>
        {isTakenBack(about) ? <Warning text={words.takenBack} /> : null}
        <Hint text={words.howToPrint} />
        <Letter to={[to.name, fr.office.functions[to.function], to.establishment, to.postalAddress]} on={drawnUp} text={letter} />
        {marksPosted(about) && listed?.postedOn === null ? (
          <Paragraph text="">
            <Link href={postingHref(about, notice)} text={fr.paper.letters.markPosted} />
          </Paragraph>
        ) : null}
        <Paragraph text="">
          <Link href={caseHref(caseId, 'envois')} text={words.back} />
        </Paragraph>
      </>
    );
  },
};
