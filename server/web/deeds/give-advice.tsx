import { advices, type Advice } from '../../../policies/vocabulary.ts';
import { giveAdvice } from '../../mediation/give-advice.ts';
import { reveal } from '../../mediation/reveal.ts';
import { isOneOf, type About } from '../about.ts';
import { choice, longText } from '../asks.tsx';
import { Paragraph, Section } from '../components/text.tsx';
import { Writing } from '../components/writing.tsx';
import { deedPage } from '../deed-page.tsx';
import { progressOf } from '../pages/committee/member.ts';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { zone } from '../zone.ts';

const words = fr.committee;

/** A member's advice, under the summary it is about; the former one is there to be changed. */
export const giveAdvicePage = deedPage({
  act: 'give-advice',
  slug: 'avis',
  words: words.deeds['give-advice'],
  isFor: (about) => isOneOf(about, 'seated'),
  isChecked: true,
  recall: async ({ core, session, caseId }) => {
    const texts = await reveal(core, session, caseId, [{ kind: 'summary' }]);

    return (
      <Section id="resume" heading={words.tabs.summary}>
        {texts.length === 0 ? <Paragraph text={words.summary.none} /> : null}
        {texts.map(({ createdAt, text }) => (
          <Writing heading={words.summary.of(dateInWords(createdAt, zone))} audience={words.summary.audience} text={text} />
        ))}
      </Section>
    );
  },
  starts: formerAdvice,
  asks: () => ({
    advice: choice({ label: words.question, options: advices.map((value) => ({ value, label: fr.office.advices[value], hint: words.adviceHints[value] })) }),
    reasons: longText({ ...words.asks.reasons, limit: 6_000, rows: 8 }),
  }),
  perform: ({ core, session, caseId }, advice) => giveAdvice(core, session, caseId, advice),
});

/** One's own advice alone: those of the others are not opened. */
async function formerAdvice(about: About): Promise<Record<string, string>> {
  const { core, session, caseId } = about;
  const { own } = await progressOf(about);
  if (!own) return {};
  const [former] = await reveal(core, session, caseId, [{ kind: 'deliberation', item: own.item }]);

  return former ? (JSON.parse(former.text) as { advice: Advice; reasons: string }) : {};
}
