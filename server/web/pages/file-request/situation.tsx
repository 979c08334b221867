import { Inset, Warning } from '../../components/messages.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { textLimits } from '../../forms/choices.ts';
import { accountWords } from '../../forms/filing-summary.ts';
import { fr } from '../../words/fr.ts';
import type { PartProps } from './part.ts';

export function SituationPart({ field, values }: PartProps): JSX.Element {
  const words = accountWords(values['purpose']);

  return (
    <>
      {values['purpose'] === 'return' ? <Inset text={fr.filing.account.returnIntro} /> : null}
      <Warning text={words.noHealth} />
      <Textarea field={field('account.whatHappened')} label={words.whatHappened} hint={words.whatHappenedHint} limit={textLimits.whatHappened} rows={10} />
      <Textarea field={field('account.sinceWhen')} label={words.sinceWhen} hint={words.sinceWhenHint} limit={textLimits.sinceWhen} rows={2} />
      <Textarea field={field('account.effectOnWork')} label={words.effectOnWork} hint={words.effectOnWorkHint} limit={textLimits.effectOnWork} />
    </>
  );
}
