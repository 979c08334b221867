import type { Asked } from '../../case-page.ts';
import { Button } from '../../components/button.tsx';
import { fieldsOf } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { Hint, Section } from '../../components/text.tsx';
import { messageLimit } from '../../forms/choices.ts';
import { fr } from '../../words/fr.ts';

type ComposerProps = { asked: Asked; action: string; label: string; audience: string; button: string };

/** Where one writes: who will read stands above, and in the button. */
export function Composer({ asked: { visit, values, errors }, action, label, audience, button }: ComposerProps): JSX.Element {
  return (
    <Section id="ecrire" heading={fr.office.exchanges.write}>
      <Hint text={audience} />
      <Form action={action} token={visit.formToken}>
        <Textarea field={fieldsOf(values, errors)('text')} label={label} limit={messageLimit} />
        <Button text={button} />
      </Form>
    </Section>
  );
}
