import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Fieldset } from '../../components/fieldset.tsx';
import { HiddenField } from '../../components/form.tsx';
import { TextInput } from '../../components/input.tsx';
import { Inset } from '../../components/messages.tsx';
import { Radios } from '../../components/radios.tsx';
import { Select } from '../../components/select.tsx';
import { Paragraph } from '../../components/text.tsx';
import { attachmentsOf, mostOthers } from '../../forms/choices.ts';
import { othersShown } from '../../forms/filing-values.ts';
import { fr } from '../../words/fr.ts';
import { optionsOf, type PartProps, professionGroups, relationGroups } from './part.ts';

/** An institution refers for all of them and is none of them: what ties them to it is not asked, and each place is chosen. */
type OthersProps = PartProps & { byInstitution?: { faculty: boolean; school: boolean } };

/** As many blocks as asked for; adding or removing one saves the step and comes back to it. */
export function OthersPart(props: OthersProps): JSX.Element {
  const words = fr.filing.others;
  const { values, byInstitution } = props;
  const shown = othersShown(values);
  const intro = byInstitution ? undefined : { return: words.returnIntro, prevention: words.preventionIntro }[values['purpose'] ?? ''];

  return (
    <>
      <Paragraph text={byInstitution ? fr.institution.form.partiesIntro : (intro ?? words.intro)} />
      {intro ? <Paragraph text={fr.filing.notices.others} /> : null}
      <HiddenField name="others-shown" value={String(shown)} />
      {Array.from({ length: shown }, (_, index) => (
        <PersonBlock {...props} index={index} canLeave={shown > 1 || (values[`others.${index}.name`] ?? '') !== ''} />
      ))}
      {shown < mostOthers ? <Button text={words.more} kind="secondary" name="more" value="yes" /> : <Inset text={words.noMore} />}
    </>
  );
}

function PersonBlock({ field, places, values, index, canLeave, byInstitution }: OthersProps & { index: number; canLeave: boolean }): JSX.Element {
  const words = fr.filing.others;
  const of = (name: string) => field(`others.${index}.${name}`);
  const rank = String(index + 1);
  const attachments = attachmentsOf(of('profession').value);
  const isPrevention = values['purpose'] === 'prevention' && !byInstitution;

  return (
    <Fieldset legend={words.person(rank)} id={blockId(index)}>
      {isPrevention ? <Radios field={{ ...of('kind'), value: of('kind').value || 'person' }} legend={words.kind} options={optionsOf(['person', 'team'], words.kinds)} /> : null}
      <TextInput field={of('name')} label={isPrevention ? words.nameOrTeam : words.name} />
      <TextInput field={of('function')} label={words.function} />
      <Select field={of('profession')} label={words.profession} hint={isPrevention ? words.teamHint : undefined} groups={professionGroups} />
      <Select field={of('establishment')} label={words.establishment} groups={places.workplaces} unanswered={byInstitution ? fr.components.choose : words.sameEstablishment} />
      {attachments.faculty || byInstitution?.faculty ? <Select field={of('faculty')} label={words.faculty} groups={places.faculties} unanswered={fr.filing.author.none} /> : null}
      {attachments.school || byInstitution?.school ? <Select field={of('school')} label={words.school} groups={places.schools} unanswered={fr.filing.author.none} /> : null}
      {byInstitution ? null : <Select field={of('relation')} label={words.relation} groups={relationGroups} unanswered={words.relationUnknown} />}
      {byInstitution ? null : <Checkboxes legend={words.unawareLegend} items={[{ field: of('isUnaware'), label: words.unaware }]} />}
      {canLeave ? <Button text={words.remove(rank)} kind="secondary" name="remove" value={String(index)} /> : null}
    </Fieldset>
  );
}

/** The place of a block in the page. */
export function blockId(index: number): string {
  return `personne-${index + 1}`;
}
