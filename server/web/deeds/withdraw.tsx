import { withdrawalSentence } from '../../mediation/letters/withdrawal.ts';
import { withdraw } from '../../mediation/withdraw.ts';
import type { About } from '../about.ts';
import { BulletList, Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

const words = fr.turns.withdraw;

/** Who is told what, and what stays readable, said before. */
export const withdrawPage = deedPage({
  act: 'withdraw',
  slug: 'retrait',
  words: fr.deeds.words.withdraw,
  isFor: isParty,
  isChecked: true,
  asks: askParty,
  recall: ({ facts }) => (
    <Section id="ensuite" heading={words.heading}>
      <BulletList items={facts.tier === 'local' ? [words.local, words.final] : consequences(facts)} />
    </Section>
  ),
  perform: ({ core, session, caseId }, answers) => withdraw(core, session, caseId, partyIn(answers)),
});

function consequences({ parties }: About['facts']): string[] {
  return [words.sentence(withdrawalSentence), words.known, ...(parties.length > 2 ? [words.several, words.ends] : [words.two, words.ends]), words.kept, words.shut, words.final];
}
