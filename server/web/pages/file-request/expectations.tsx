import { YesOrNo, type Option } from '../../components/radios.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { textLimits } from '../../forms/choices.ts';
import { fr } from '../../words/fr.ts';
import type { PartProps } from './part.ts';

/** `besides`: answers that a letter adds to yes and no. */
export function ExpectationsPart({ field, besides }: PartProps & { besides?: readonly Option[] | undefined }): JSX.Element {
  const words = fr.filing.expectations;

  return (
    <>
      <Textarea field={field('account.expectations')} label={words.text} hint={words.textHint} limit={textLimits.expectations} />
      <YesOrNo field={field('accompanied')} legend={words.accompanied} hint={words.accompaniedHint} besides={besides} />
    </>
  );
}
