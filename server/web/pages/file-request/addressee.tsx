import { Radios } from '../../components/radios.tsx';
import { fr } from '../../words/fr.ts';
import { optionsOf, type PartProps } from './part.ts';

/** To whom one writes: the region's mediator unless one says otherwise, or the conciliator of one's establishment. */
export function AddresseePart({ field }: PartProps): JSX.Element {
  const words = fr.filing.addressee;
  const tier = field('tier');

  return <Radios field={{ ...tier, value: tier.value || 'regional' }} legend={words.question} options={optionsOf(['regional', 'local'], words.tiers)} />;
}
