import { Warning } from '../../components/messages.tsx';
import { BulletList, Heading, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

/** Nothing to give yet: documents join the case, where each is told who may read it. */
export function DocumentsPart(): JSX.Element {
  const words = fr.filing.pieces;

  return (
    <>
      <Paragraph text={words.intro} />
      <Heading level={2} text={words.useful} />
      <BulletList items={words.items} />
      <Warning text={words.never} />
    </>
  );
}
