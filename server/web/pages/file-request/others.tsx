import { Button } from '../../components/button.tsx';
import { Fieldset } from '../../components/fieldset.tsx';
import { HiddenField } from '../../components/form.tsx';
import { TextInput } from '../../components/input.tsx';
import { Inset } from '../../components/messages.tsx';
import { Select } from '../../components/select.tsx';
import { Paragraph } from '../../components/text.tsx';
import { mostOthers } from '../../forms/choices.ts';
import { othersShown } from '../../forms/filing-values.ts';
import { fr } from '../../words/fr.ts';
import { type PartProps, professionGroups, relationGroups } from './part.ts';

/** As many blocks as asked for; « Ajouter une personne » posts the whole form and comes back at the new one. */
export function OthersPart(props: PartProps): JSX.Element {
  const words = fr.filing.others;
  const shown = othersShown(props.values);

  return (
    <>
      <Paragraph text={words.intro} />
      <Paragraph text={words.blank} />
      <HiddenField name="others-shown" value={String(shown)} />
      {Array.from({ length: shown }, (_, index) => (
        <PersonBlock {...props} index={index} />
      ))}
      {shown < mostOthers ? (
        <Button text={words.more} kind="secondary" name="more" value="yes" target={`/demande#${blockId(shown)}`} />
      ) : (
        <Inset text={words.noMore} />
      )}
    </>
  );
}

function PersonBlock({ field, establishments, index }: PartProps & { index: number }): JSX.Element {
  const words = fr.filing.others;
  const of = (name: string) => field(`others.${index}.${name}`);

  return (
    <Fieldset legend={words.person(String(index + 1))} id={blockId(index)}>
      <TextInput field={of('name')} label={words.name} />
      <TextInput field={of('function')} label={words.function} />
      <Select field={of('profession')} label={words.profession} groups={professionGroups} />
      <Select field={of('establishment')} label={words.establishment} groups={establishments} unanswered={words.sameEstablishment} />
      <Select field={of('relation')} label={words.relation} groups={relationGroups} unanswered={words.relationUnknown} />
    </Fieldset>
  );
}

function blockId(index: number): string {
  return `personne-${index + 1}`;
}
