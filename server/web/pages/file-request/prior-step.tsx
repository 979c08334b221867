import { exclusions, priorStepOutcomes } from '../../../../policies/charter/words.ts';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { type Option, Radios, YesOrNo } from '../../components/radios.tsx';
import { Paragraph } from '../../components/text.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { priorStepForms, textLimits } from '../../forms/choices.ts';
import { fr } from '../../words/fr.ts';
import { optionsOf, type PartProps } from './part.ts';

/** What was tried on the spot, as codes and dates: never what was said there (Ch 9, 10). `byInstitution`: courts are for the parties to tell. `besides`: answers that a letter adds. */
export function PriorStepPart({ field, byInstitution = false, besides = [] }: PartProps & { byInstitution?: boolean; besides?: readonly Option[] }): JSX.Element {
  const words = fr.filing.priorStep;
  const partsOf = (name: string) => ({ day: field(`${name}.day`), month: field(`${name}.month`), year: field(`${name}.year`) });
  const pending = exclusions.map((code) => ({ field: field(`exclusions.${code}`), label: fr.choices.exclusions[code] }));

  return (
    <>
      <Paragraph text={words.intro} />
      <Radios field={field('priorStep.form')} legend={words.form} options={[...optionsOf(priorStepForms, fr.choices.priorSteps), ...besides]} />
      <DateInput field={field('priorStep.from')} parts={partsOf('priorStep.from')} legend={words.from} hint={words.dateHint} />
      <DateInput field={field('priorStep.to')} parts={partsOf('priorStep.to')} legend={words.to} hint={words.dateHint} />
      <Radios field={field('priorStep.outcome')} legend={words.outcome} options={optionsOf(priorStepOutcomes, fr.choices.outcomes)} />
      <YesOrNo field={field('priorStep.attested')} legend={words.attested} hint={byInstitution ? undefined : words.attestedHint} besides={besides} />
      <Checkboxes legend={words.exclusions} hint={words.exclusionsHint} items={pending} />
      {byInstitution ? null : <YesOrNo field={field('litigation.declared')} legend={words.litigation} hint={words.litigationHint} besides={besides} />}
      {byInstitution ? null : <Textarea field={field('litigation.detail')} label={words.litigationDetail} limit={textLimits.litigationDetail} rows={2} />}
    </>
  );
}
