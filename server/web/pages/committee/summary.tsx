import { reveal } from '../../../mediation/reveal.ts';
import { canDo, caseHref } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { MainAction } from '../../components/main-action.tsx';
import { Paragraph } from '../../components/text.tsx';
import { Writing } from '../../components/writing.tsx';
import { giveAdvicePage } from '../../deeds/give-advice.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { Around } from './around.tsx';
import { isSeated, sittingOf } from './member.ts';

const words = fr.committee.summary;

/** The anonymised summary, for those who sit. */
export const memberSummary: CasePage = {
  below: 'lecture',
  tab: fr.committee.tabs.summary,
  isFor: isSeated,
  reads: ['summary'],
  body: async (about) => {
    const { core, session, caseId } = about;
    const texts = await reveal(core, session, caseId, [{ kind: 'summary' }]);

    return (
      <>
        {texts.length === 0 ? <Paragraph text={words.none} /> : null}
        {texts.map(({ createdAt, text }) => (
          <Writing level={2} heading={words.of(dateInWords(createdAt, zone))} audience={words.audience} text={text} />
        ))}
        {canDo(about, 'give-advice') ? <MainAction href={caseHref(caseId, giveAdvicePage.slug)} text={fr.committee.overview.advise} /> : null}
        <Around sitting={await sittingOf(about)} caseId={caseId} />
      </>
    );
  },
};
