import type { RedirectReason } from '../../../policies/charter/reasons.ts';

/** The answer to a request that is for another place, rendered from its reason: nobody who sends it needs a key. */
export function redirectLetter(reason: RedirectReason): string {
  return `Madame, Monsieur,

Votre demande a bien été lue. ${routes[reason]}

Aucune autre personne n’a été informée de cette réponse, et votre demande n’a aucune conséquence pour votre situation.

Les services de la médiation`;
}

const routes: Record<RedirectReason, string> = {
  'human-resources': 'Elle relève de la direction des ressources humaines de votre établissement, à laquelle vous pouvez vous adresser.',
  'occupational-health': 'Elle relève du service de santé au travail de votre établissement, que vous pouvez rencontrer en toute confidentialité.',
  'disciplinary-route': 'Elle porte sur une procédure disciplinaire, que la médiation ne peut pas traiter. Vous pouvez vous y faire assister par la personne de votre choix.',
  'harassment-line': 'Elle relève du dispositif de signalement des actes de violence, de discrimination et de harcèlement de votre établissement.',
  'police-or-justice': 'Elle relève de la police, de la gendarmerie ou de la justice. En cas de danger, appelez le 17 ou le 112.',
  'person-out-of-scope': 'La médiation dont nous avons la charge s’adresse aux personnels des établissements publics de santé, sociaux et médico-sociaux, et aux étudiants qui y sont en stage. Votre situation n’entre pas dans ce champ.',
  'establishment-out-of-scope': 'La médiation dont nous avons la charge s’adresse aux établissements publics de santé, sociaux et médico-sociaux. Le vôtre n’entre pas dans ce champ.',
  'patients-or-families': 'Elle concerne un patient ou ses proches : adressez-vous à la commission des usagers de l’établissement, ou à son médiateur médecin ou non médecin.',
  'other-territory': 'Elle relève du médiateur d’un autre territoire, celui de votre établissement d’affectation ou de stage.',
  'prior-step-first': 'Une conciliation doit d’abord être tentée dans votre établissement. Si elle n’aboutit pas, vous pourrez saisir de nouveau le médiateur.',
  'regional-route-first': 'Elle relève d’abord du médiateur régional ou interrégional : lui seul peut saisir le médiateur national.',
};
