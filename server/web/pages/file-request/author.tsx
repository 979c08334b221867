import { Checkboxes } from '../../components/checkboxes.tsx';
import { Fieldset } from '../../components/fieldset.tsx';
import { TextInput } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Select } from '../../components/select.tsx';
import { Heading, Hint } from '../../components/text.tsx';
import { contactChannels } from '../../forms/choices.ts';
import { fr } from '../../words/fr.ts';
import { optionsOf, type PartProps, professionGroups } from './part.ts';

const words = fr.filing.author;

/** `isAnother`: somebody else writes it down, and the browser has nothing of theirs to fill in. */
export function AuthorPart({ field, places, isAnother = false }: PartProps & { isAnother?: boolean }): JSX.Element {
  return (
    <>
      <TextInput field={field('author.name')} label={words.name} autocomplete={isAnother ? 'off' : 'name'} />
      <WorkQuestions field={field} places={places} isAnother={isAnother} professionHint={words.professionHint} />
      <Fieldset legend={words.attachments}>
        <Hint text={words.attachmentsHint} />
        <Select field={field('author.placement')} label={words.placement} groups={places.workplaces} unanswered={words.none} />
        <Select field={field('author.faculty')} label={words.faculty} groups={places.faculties} unanswered={words.none} />
        <Select field={field('author.school')} label={words.school} groups={places.schools} unanswered={words.none} />
      </Fieldset>
      <Heading level={2} text={words.contact} />
      <ContactQuestions field={field} />
    </>
  );
}

type WorkProps = Pick<PartProps, 'field' | 'places'> & { isAnother?: boolean; professionHint?: string };

/** What somebody does, and where: of whoever asks, and of whoever is invited. */
export function WorkQuestions({ field, places, isAnother = false, professionHint }: WorkProps): JSX.Element {
  return (
    <>
      <TextInput field={field('author.function')} label={words.function} hint={words.functionHint} autocomplete={isAnother ? 'off' : 'organization-title'} />
      <Select field={field('author.profession')} label={words.profession} hint={professionHint} groups={professionGroups} />
      <Select field={field('author.establishment')} label={words.establishment} hint={words.establishmentHint} groups={places.workplaces} />
      <TextInput field={field('author.service')} label={words.service} />
    </>
  );
}

/** How and when to reach them, and how discreetly. */
export function ContactQuestions({ field }: Pick<PartProps, 'field'>): JSX.Element {
  return (
    <>
      <Radios field={field('author.contact.channel')} legend={words.channel} options={optionsOf(contactChannels, fr.choices.channels)} />
      <TextInput field={field('author.contact.value')} label={words.value} hint={words.valueHint} />
      <TextInput field={field('author.contact.when')} label={words.when} hint={words.whenHint} />
      <Checkboxes
        legend={words.discreetLegend}
        items={[{ field: field('author.contact.discreet'), label: words.discreet, hint: words.discreetHint }]}
      />
    </>
  );
}
