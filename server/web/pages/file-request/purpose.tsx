import { purposes } from '../../../../policies/vocabulary.ts';
import { Radios } from '../../components/radios.tsx';
import { fr } from '../../words/fr.ts';
import { optionsOf, type PartProps } from './part.ts';

export function PurposePart({ field }: PartProps): JSX.Element {
  return <Radios field={field('purpose')} legend={fr.filing.purpose.question} options={optionsOf(purposes, fr.choices.purposes)} />;
}
