import type { PropsWithChildren } from '@kitajs/html';
import type { Revealed } from '../../../mediation/reveal.ts';
import { Writing } from '../../components/writing.tsx';
import { Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';

type TextsProps = { texts: readonly Revealed[]; authorOf: (text: Revealed) => string; audience?: string | undefined };

/** What was written in one place, in the order in which it was. */
export function Texts({ texts, authorOf, audience }: TextsProps): JSX.Element {
  if (texts.length === 0) return <Paragraph text={fr.office.exchanges.empty} />;

  return (
    <>
      {texts.map((text) => (
        <OneText text={text} author={authorOf(text)} audience={audience} />
      ))}
    </>
  );
}

/** One of them, then what may be done with it. */
export function OneText({ text, author, audience, children }: PropsWithChildren<{ text: Revealed; author: string; audience?: string | undefined }>): JSX.Element {
  const words = fr.office.exchanges;
  const by = words.by(author, dateInWords(text.createdAt, zone), hourInWords(text.createdAt, zone));

  return (
    <Writing heading={words.heading(words.kinds[text.kind] ?? words.kinds['message'] ?? '', by)} audience={audience} text={text.text}>
      {children}
    </Writing>
  );
}
