import { Heading, Paragraph } from './text.tsx';

type RecoveryCodeProps = { heading: string; code: string; before: string; after: string };

/** A secret shown once, set large enough to be copied by hand and kept whole on paper. */
export function RecoveryCode({ heading, code, before, after }: RecoveryCodeProps): JSX.Element {
  return (
    <section class="entente-recovery-code" aria-labelledby="code-de-secours">
      <Heading level={2} text={heading} id="code-de-secours" />
      <Paragraph text={before} />
      <p class="entente-recovery-code__code" translate="no" safe>
        {code}
      </p>
      <Paragraph text={after} />
    </section>
  );
}
