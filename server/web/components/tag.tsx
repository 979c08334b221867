export type TagProps = { text: string; tone?: 'neutral' | 'late' };

/** A state in words; the colour only repeats what the word says. */
export function Tag({ text, tone = 'neutral' }: TagProps): JSX.Element {
  return (
    <strong class={['govuk-tag', 'entente-tag', tone === 'late' && 'entente-tag--late']} safe>
      {text}
    </strong>
  );
}
