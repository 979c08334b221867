import { reveal } from '../../../mediation/reveal.ts';
import type { About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { Advices, Decision } from '../office/committee.tsx';
import { isSeated, mayOpen, progressOf } from './member.ts';

const words = fr.committee.decision;

/** What was decided, and on which advices: shown to those who sit once the mediator has decided, and not before. */
export const memberDecision: CasePage = {
  below: 'decision',
  tab: fr.committee.tabs.decision,
  isFor: (about) => isSeated(about) && isDecided(about),
  reads: ['deliberation'],
  body: async (about) => {
    const { core, session, caseId } = about;
    const texts = await reveal(core, session, caseId, [{ kind: 'deliberation' }]);
    const { seated, advices, quorum } = await progressOf(about);
    if (!texts.some(({ kind }) => kind === 'decision')) return <Paragraph text={words.none} />;

    return (
      <>
        <Paragraph text={words.audience} />
        <Decision texts={texts} />
        <Section id="avis" heading={words.advices}>
          <Paragraph text={fr.committee.overview.progress(String(advices), String(seated), String(quorum))} />
          <Advices texts={texts} headingOf={(author) => (author === session.person ? words.own : words.of)} />
        </Section>
      </>
    );
  },
};

function isDecided(about: About): boolean {
  return about.facts.state !== 'convened' && mayOpen(about, 'deliberation');
}
