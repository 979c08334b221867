import { answersLeft, declareInterests, type Answer } from '../../mediation/declare-interests.ts';
import { reveal } from '../../mediation/reveal.ts';
import { Problem } from '../../problems.ts';
import { isOneOf } from '../about.ts';
import { choice, optionalText } from '../asks.tsx';
import { Section } from '../components/text.tsx';
import { Writing } from '../components/writing.tsx';
import { deedPage } from '../deed-page.tsx';
import { ownAnswer } from '../pages/committee/member.ts';
import { LeftPage } from '../pages/left.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { zone } from '../zone.ts';

const { asks, deeds, overview } = fr.committee;

/** The declaration of interests, on what the convocation shows and nothing else. */
export const declareInterestsPage = deedPage({
  act: 'declare-interests',
  slug: 'declaration-de-liens',
  words: deeds['declare-interests'],
  isFor: (about) => isOneOf(about, 'convened'),
  recall: async ({ core, session, caseId }) => {
    const texts = await reveal(core, session, caseId, [{ kind: 'convocation' }]);

    return (
      <Section id="convocation" heading={overview.convocation}>
        {texts.map(({ createdAt, text }) => (
          <Writing heading={overview.convocationOf(dateInWords(createdAt, zone))} audience={overview.convocationAudience} text={text} />
        ))}
      </Section>
    );
  },
  asks: (about) => ({ answer: askAnswer(asks.answer, answersLeft(ownAnswer(about))), text: optionalText({ ...asks.link, limit: 4_000, rows: 4 }) }),
  perform: async ({ core, session, caseId }, { answer, text }) => {
    requireLink('text', answer, text);

    return declareInterests(core, session, caseId, { answer, ...(text !== undefined && { text }) });
  },
  // Whoever leaves has nothing to go back to.
  once: (result, visit) => ((result as { answer: Answer }).answer === 'recused' ? <LeftPage visit={visit} words={fr.committee.apart} /> : undefined),
});

/** What may be answered, one case at a time. */
export function askAnswer(words: { label: string; hint?: string }, left: readonly Answer[]) {
  return choice({ ...words, options: left.map((value) => ({ value, ...asks.answers[value] })) });
}

/** @throws Problem `invalid-body` naming the field, for a link about which nothing is said */
export function requireLink(field: string, answer: Answer, text: string | undefined): void {
  if (answer === 'link' && text === undefined) throw new Problem('invalid-body', { errors: [{ field, message: asks.missingLink }] });
}
