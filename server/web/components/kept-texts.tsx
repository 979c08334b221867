import { fr } from '../words/fr.ts';
import type { Values } from './field.tsx';
import { formTokenField } from './form.tsx';
import { isSecretField } from './passphrase-input.tsx';
import { SummaryList } from './summary-list.tsx';
import { Hint, Section } from './text.tsx';

/** Shorter answers are choices, and a long one without a space a digest: not texts somebody would miss. */
const longest = 40;

/** What was typed in a form that could not be received nor shown again, to copy before one leaves the page; never a secret. */
export function KeptTexts({ values }: { values: Values }): JSX.Element {
  const texts = Object.entries(values).filter(([name, value]) => name !== formTokenField && !isSecretField(name) && value.length > longest && /\s/.test(value));
  if (texts.length === 0) return <></>;

  return (
    <Section id="garde" heading={fr.problems.kept}>
      <Hint text={fr.problems.keptHint} />
      <SummaryList rows={texts.map(([, value], place) => ({ key: String(place + 1), value }))} />
    </Section>
  );
}
