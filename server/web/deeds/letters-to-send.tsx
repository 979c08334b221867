import type { LettersToSend } from '../../mediation/notices-to-send.ts';
import { agreement, type Ask } from '../asks.tsx';
import { Warning } from '../components/messages.tsx';
import { Heading, Hint, Paragraph, Section } from '../components/text.tsx';
import { Letter } from '../components/writing.tsx';
import { fr } from '../words/fr.ts';

/** Who will be told, by function, and the letter word for word; what is held, and what nobody is known to hold. */
export function LettersPreview({ letters, vacant }: LettersToSend): JSX.Element {
  const words = fr.deeds.letters;

  return (
    <Section id="lettres" heading={words.heading}>
      {vacant.length > 0 ? <Warning text={words.vacant(vacant.map(functionOf).join(', '))} /> : null}
      {letters.length === 0 ? <Paragraph text={words.none} /> : null}
      {letters.map(({ function: held, establishment, state, letter }) => (
        <>
          <Heading level={3} text={words.to(fr.office.functions[held], establishment)} />
          {state === 'held' ? <Warning text={words.held} /> : <Letter text={letter} />}
        </>
      ))}
      <Hint text={words.eachApart} />
    </Section>
  );
}

/** Asked when a function is vacant in the directory, and only then. */
export function soughtAsk({ vacant }: LettersToSend): { sought?: Ask<true> } {
  return vacant.length === 0 ? {} : { sought: agreement(fr.deeds.letters.sought) };
}

function functionOf(held: string): string {
  return fr.office.functions[held as keyof typeof fr.office.functions];
}
