import { listNotices } from '../../../mediation/list-notices.ts';
import { printDispatch } from '../../../mediation/print-dispatch.ts';
import { caseHref } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Hint, Link, Paragraph } from '../../components/text.tsx';
import { Letter } from '../../components/writing.tsx';
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
  body: async ({ core, session, caseId }) => {
    const words = fr.office.dispatches;
    const notices = await listNotices(core, session, caseId);
    const rows = notices.map(({ notice, subject, function: held, state, recordedAt }): Cell[] => [
      fr.office.functions[held], words.subjects[subject], words.states[state], dateInWords(new Date(recordedAt), zone),
      state === 'sent' ? { text: words.open, href: caseHref(caseId, `envois/${notice}`) } : words.noLetter,
    ]);

    return (
      <>
        <Paragraph text={words.intro} />
        {rows.length === 0 ? (
          <Paragraph text={words.none} />
        ) : (
          <Scroll>
            <Table caption={words.caption} columns={[words.function, words.subject, words.state, words.day, words.print]} rows={rows} />
          </Scroll>
        )}
      </>
    );
  },
};

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
  body: async ({ core, session, caseId }, { params }) => {
    const words = fr.office.dispatches;
    const { to, letter } = await printDispatch(core, session, caseId, params['notice'] ?? '');

    return (
      <>
        <Hint text={words.howToPrint} />
        <Letter to={[to.name, fr.office.functions[to.function], to.establishment, to.postalAddress]} text={letter} />
        <Paragraph text="">
          <Link href={caseHref(caseId, 'envois')} text={words.back} />
        </Paragraph>
      </>
    );
  },
};
