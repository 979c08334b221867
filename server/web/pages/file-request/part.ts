import { relations } from '../../../../policies/charter/words.ts';
import type { Field, Values } from '../../components/field.tsx';
import type { SelectGroup } from '../../components/select.tsx';
import { fr } from '../../words/fr.ts';
import { professionsByFamily } from '../../forms/choices.ts';
import type { Places } from '../../forms/places.ts';

/** What each step of a request is given. */
export type PartProps = {
  field: (name: string) => Field;
  values: Values;
  places: Places;
};

/** Professions by family, as a list to choose from. */
export const professionGroups: readonly SelectGroup[] = professionsByFamily.map(([family, professions]) => ({
  label: fr.choices.families[family],
  options: professions.map((profession) => ({ value: profession, label: fr.choices.professions[profession] })),
}));

/** What may tie two people at work, in one list. */
export const relationGroups: readonly SelectGroup[] = [
  {
    label: fr.filing.others.relation,
    options: relations.map((relation) => ({ value: relation, label: fr.choices.relations[relation] })),
  },
];

/** A closed list with its words, as radio options. */
export function optionsOf<Code extends string>(codes: readonly Code[], words: Record<Code, { label: string; hint?: string } | string>) {
  return codes.map((code) => {
    const said: { label: string; hint?: string } | string = words[code];

    return typeof said === 'string' ? { value: code, label: said } : { value: code, label: said.label, hint: said.hint };
  });
}
