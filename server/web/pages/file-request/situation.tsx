import { Warning } from '../../components/messages.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { textLimits } from '../../forms/choices.ts';
import { fr } from '../../words/fr.ts';
import type { PartProps } from './part.ts';

export function SituationPart({ field }: PartProps): JSX.Element {
  const words = fr.filing.account;

  return (
    <>
      <Warning text={words.noHealth} />
      <Textarea
        field={field('account.whatHappened')}
        label={words.whatHappened}
        hint={words.whatHappenedHint}
        limit={textLimits.whatHappened}
        rows={10}
      />
      <Textarea
        field={field('account.sinceWhen')}
        label={words.sinceWhen}
        hint={words.sinceWhenHint}
        limit={textLimits.sinceWhen}
        rows={2}
      />
      <Textarea
        field={field('account.effectOnWork')}
        label={words.effectOnWork}
        hint={words.effectOnWorkHint}
        limit={textLimits.effectOnWork}
      />
    </>
  );
}
