import type { CommitteeProgress } from '../../../mediation/committee-progress.ts';
import { reveal, type Revealed } from '../../../mediation/reveal.ts';
import { caseHref, type About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { MainAction } from '../../components/main-action.tsx';
import { Inset } from '../../components/messages.tsx';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { Writing } from '../../components/writing.tsx';
import { declareInterestsPage } from '../../deeds/declare-interests.tsx';
import { giveAdvicePage } from '../../deeds/give-advice.tsx';
import { recusePage } from '../../deeds/recuse.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { Deeds } from '../case/deeds.tsx';
import { Around } from './around.tsx';
import { isMember, isSeated, mayOpen, ownAnswer, progressOf, sittingOf } from './member.ts';

const words = fr.committee.overview;

/** What a member has to do now, and the convocation: before they declare there is nothing else. */
export const memberOverview: CasePage = {
  below: '',
  tab: fr.committee.tabs.overview,
  isFor: isMember,
  reads: ['convocation', 'convocation-names'],
  body: async (about) => {
    const { core, session, caseId } = about;
    const progress = isSeated(about) ? await progressOf(about) : undefined;
    const texts = await reveal(core, session, caseId, [{ kind: 'convocation' }, { kind: 'convocation-names' }]);

    return (
      <>
        <Section id="a-faire" heading={words.next}>
          {progress ? <Seated about={about} progress={progress} /> : <NotSeated about={about} />}
        </Section>
        <Texts id="convocation" heading={words.convocation} audience={words.convocationAudience} texts={texts.filter(({ compartment }) => compartment === 'convocation')} />
        <Texts id="noms" heading={words.names} audience={words.namesAudience} texts={texts.filter(({ compartment }) => compartment === 'convocation-names')} />
        <Deeds about={about} pages={[recusePage]} id="autre" heading={words.other} />
        <Around sitting={await sittingOf(about)} caseId={caseId} />
        <Paragraph text="">
          <Link href="/seances" text={words.sittings} />
        </Paragraph>
      </>
    );
  },
};

function NotSeated({ about }: { about: About }): JSX.Element {
  const answer = ownAnswer(about);
  if (about.facts.state !== 'convened') return <Paragraph text={words.over} />;
  if (answer === null) {
    return (
      <>
        <Paragraph text={words.declareFirst} />
        <MainAction href={caseHref(about.caseId, declareInterestsPage.slug)} text={words.declare} />
      </>
    );
  }

  return (
    <>
      <Paragraph text={words.declared[answer] ?? ''} />
      <Paragraph text={words.waits} />
      <LaterLink about={about} />
    </>
  );
}

function Seated({ about, progress: { seated, advices, quorum, own } }: { about: About; progress: CommitteeProgress }): JSX.Element {
  const isOpen = about.facts.state === 'convened';

  return (
    <>
      {isOpen ? <Advising about={about} given={own && new Date(own.givenAt)} /> : <Decided about={about} />}
      <Inset text={words.progress(String(advices), String(seated), String(quorum))} />
      {isOpen ? <Paragraph text={words.progressWhy} /> : null}
      {isOpen ? <LaterLink about={about} /> : null}
    </>
  );
}

function Advising({ about, given }: { about: About; given: Date | null }): JSX.Element {
  if (!mayOpen(about, 'summary')) return <Paragraph text={words.noSummary} />;

  return (
    <>
      <Paragraph text={given ? words.given(dateInWords(given, zone), hourInWords(given, zone)) : words.readFirst} />
      <MainAction href={caseHref(about.caseId, 'lecture')} text={words.read} />
      <Paragraph text="">
        <Link href={caseHref(about.caseId, giveAdvicePage.slug)} text={given ? words.change : words.advise} />
      </Paragraph>
    </>
  );
}

function Decided({ about }: { about: About }): JSX.Element {
  return (
    <>
      <Paragraph text={words.decided} />
      <MainAction href={caseHref(about.caseId, 'decision')} text={words.readDecision} />
    </>
  );
}

/** Names come after the declaration: who knows one then says so. */
function LaterLink({ about }: { about: About }): JSX.Element {
  return (
    <Paragraph text="">
      <Link href={caseHref(about.caseId, declareInterestsPage.slug)} text={words.declareLater} />
    </Paragraph>
  );
}

function Texts({ id, heading, audience, texts }: { id: string; heading: string; audience: string; texts: readonly Revealed[] }): JSX.Element | null {
  if (texts.length === 0) return null;

  return (
    <Section id={id} heading={heading}>
      {texts.map(({ createdAt, text }) => (
        <Writing heading={words.convocationOf(dateInWords(createdAt, zone))} audience={audience} text={text} />
      ))}
    </Section>
  );
}
