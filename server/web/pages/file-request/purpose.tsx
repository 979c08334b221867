import { purposes } from '../../../../policies/vocabulary.ts';
import { Radios } from '../../components/radios.tsx';
import { fr } from '../../words/fr.ts';
import { optionsOf, type PartProps } from './part.ts';

/** What is sought; the hints are for whoever asks for themselves. */
export function PurposePart({ field, byInstitution = false }: PartProps & { byInstitution?: boolean }): JSX.Element {
  const options = optionsOf(purposes, fr.choices.purposes);

  return <Radios field={field('purpose')} legend={fr.filing.purpose.question} options={byInstitution ? options.map(({ value, label }) => ({ value, label })) : options} />;
}
