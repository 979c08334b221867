import { advices as adviceWords, type Advice } from '../../../../policies/vocabulary.ts';
import { reveal, type Revealed } from '../../../mediation/reveal.ts';
import type { About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { colleaguesOf, courseOf } from '../../case-reading.ts';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Paragraph, Section } from '../../components/text.tsx';
import { Writing } from '../../components/writing.tsx';
import { fr } from '../../words/fr.ts';
import { officialsWho } from './who.ts';

type Names = ReadonlyMap<string, string>;

/** The committee on this case: who sits, what they declared, read and advised; for whoever decides. */
export const committeePage: CasePage = {
  below: 'instance',
  tab: fr.office.tabs.committee,
  isFor: officialsWho('in-charge'),
  width: 'full',
  reads: ['convocation', 'convocation-names', 'declaration', 'summary', 'deliberation'],
  body: async (about) => {
    const { core, session, caseId } = about;
    const words = fr.office.committee;
    if (about.facts.seats.length === 0) return <Paragraph text={words.nobody} />;

    const course = await courseOf(about);
    const names: Names = new Map([...course.names, ...(await colleaguesOf(about)).map(({ person, name }) => [person, name] as const)]);
    const texts = await reveal(core, session, caseId, [{ kind: 'convocation' }, { kind: 'convocation-names' }, { kind: 'declaration' }, { kind: 'summary' }, { kind: 'deliberation' }]);
    const of = (kind: Revealed['compartment']) => texts.filter(({ compartment }) => compartment === kind);

    return (
      <>
        <Seats about={about} names={names} />
        <Declarations texts={of('declaration')} names={names} />
        <Papers heading={words.convocation} audience={words.convocationAudience} id="convocation" texts={of('convocation')} />
        <Papers heading={words.names} audience={words.namesAudience} id="noms" texts={of('convocation-names')} />
        <Papers heading={words.summary} audience={words.summaryAudience} id="resume" texts={of('summary')} />
        <Section id="avis" heading={words.advices}>
          <Paragraph text={words.quorum(String(course.advices), String(course.quorum))} />
          <Advices texts={of('deliberation')} headingOf={(author) => words.adviceOf(names.get(author) ?? fr.office.docket.somebody)} />
        </Section>
        <Decision texts={of('deliberation')} />
      </>
    );
  },
};

function Seats({ about: { facts }, names }: { about: About; names: Names }): JSX.Element {
  const words = fr.office.committee;
  const rows = facts.seats.map(({ person, excluded, answer, isSeated }): Cell[] => [
    names.get(person) ?? fr.office.docket.somebody, excluded ? words.excluded : answer === null ? words.noAnswer : words.declarations[answer], isSeated ? words.isSeated : words.isNot,
  ]);

  return (
    <Scroll>
      <Table caption={words.caption} columns={[words.member, words.declaration, words.place]} rows={rows} />
    </Scroll>
  );
}

/** What members said beyond « no link »: the last declaration of each. */
export function Declarations({ texts, names }: { texts: readonly Revealed[]; names: Names }): JSX.Element | null {
  const words = fr.office.committee;
  const told = texts.flatMap(({ author, text }) => {
    const { answer, text: reason } = JSON.parse(text) as { answer: keyof typeof words.declarations; text: string };

    return reason === '' ? [] : [{ author, text: `${words.declarations[answer]}. ${reason}` }];
  });
  if (told.length === 0) return null;

  return (
    <Section id="liens" heading={words.links}>
      <Paragraph text={words.declarationAudience} />
      {told.map(({ author, text }) => (
        <Writing heading={words.linkOf(names.get(author) ?? fr.office.docket.somebody)} text={text} />
      ))}
    </Section>
  );
}

function Papers({ id, heading, audience, texts }: { id: string; heading: string; audience: string; texts: readonly Revealed[] }): JSX.Element | null {
  if (texts.length === 0) return null;

  return (
    <Section id={id} heading={heading}>
      <Paragraph text={audience} />
      {texts.map(({ text }) => (
        <Writing heading={heading} text={text} />
      ))}
    </Section>
  );
}

/** How many advise what, then each advice with its reasons: the last of each member counts. */
export function Advices({ texts, headingOf }: { texts: readonly Revealed[]; headingOf: (author: string) => string }): JSX.Element | null {
  const words = fr.office.committee;
  const last = new Map(texts.filter(({ kind }) => kind === 'advice').map(({ author, text }) => [author, JSON.parse(text) as { advice: Advice; reasons: string }]));
  if (last.size === 0) return null;
  const tally = adviceWords.map((advice): Cell[] => [fr.office.advices[advice], String([...last.values()].filter((one) => one.advice === advice).length)]);

  return (
    <>
      <Table caption={words.advicesCaption} columns={[words.advice, words.howMany]} rows={tally} />
      {[...last].map(([author, { advice, reasons }]) => (
        <Writing heading={headingOf(author)} text={`${fr.office.advices[advice]}. ${reasons}`} />
      ))}
    </>
  );
}

/** The last decision, and whether it follows the advice. */
export function Decision({ texts }: { texts: readonly Revealed[] }): JSX.Element | null {
  const words = fr.office.committee;
  const last = texts.findLast(({ kind }) => kind === 'decision');
  if (!last) return null;
  const { decision, followsAdvice, reasons } = JSON.parse(last.text) as { decision: string; followsAdvice: boolean; reasons: string };

  return (
    <Section id="decision" heading={words.decision}>
      <Writing heading={words.decisions[decision] ?? words.decision} text={`${followsAdvice ? words.follows : words.departs} ${reasons}`} />
    </Section>
  );
}
