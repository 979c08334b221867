import type { Advice } from '../../../../policies/vocabulary.ts';
import type { DeedWords } from './deeds.ts';

/** What each advice means, under its name (domain 9.3). */
const adviceHints: Record<Advice, string> = {
  open: 'Une rencontre entre les personnes, si chacune l’accepte, peut aider.',
  'advice-or-intervention': 'Un conseil, un contact ou une aide suffit, sans médiation.',
  'prior-step-first': 'La conciliation de l’établissement n’a pas été tentée, et peut encore l’être.',
  redirect: 'Une autre voie convient mieux, par exemple la médecine du travail.',
  'more-information': 'Le résumé ne permet pas de se prononcer : dites ce qui manque.',
  abstain: 'Vous ne vous prononcez pas. Votre avis compte pour le quorum.',
};

/** The pages of those who sit in the peer committee. */
export const committee = {
  tabs: { overview: 'Suivi', summary: 'Résumé', decision: 'Décision' },
  adviceHints,

  overview: {
    next: 'Ce que vous avez à faire',
    declare: 'Déclarer mes liens',
    declareFirst: 'Lisez la convocation ci-dessous, puis dites si vous avez un lien avec ces établissements, ces services ou ces personnes. Rien d’autre ne s’ouvre avant votre réponse.',
    declareLater: 'Dire un lien que je vois maintenant',
    declared: { none: 'Vous avez déclaré n’avoir aucun lien.', link: 'Vous avez déclaré un lien. Le médiateur l’examine.', recused: '' } as Record<string, string>,
    waits: 'Le médiateur en charge doit maintenant vous faire siéger. Vous n’avez rien à faire d’ici là.',
    read: 'Lire le résumé',
    advise: 'Donner mon avis',
    readFirst: 'Vous siégez. Lisez le résumé, puis donnez votre avis.',
    noSummary: 'Vous siégez. Le résumé n’est pas encore remis au comité.',
    given: (date: string, hour: string) => `Vous avez donné votre avis le ${date} à ${hour}. Il peut être changé jusqu’à la décision.`,
    change: 'Changer mon avis',
    decided: 'Le médiateur a décidé.',
    readDecision: 'Lire la décision',
    over: 'L’examen est terminé. Rien ne vous est plus demandé.',
    convocation: 'La convocation',
    convocationAudience: 'Visible par les membres convoqués et par le médiateur en charge.',
    convocationOf: (date: string) => `Texte du ${date}`,
    names: 'Les noms',
    namesAudience: 'Visible par les membres qui n’ont vu aucun lien, et par le médiateur en charge. Si un nom vous est connu, dites-le.',
    other: 'Ce que vous pouvez faire aussi',
    progress: (given: string, seated: string, quorum: string) => `${given} avis ${given === '0' || given === '1' ? 'reçu' : 'reçus'} sur ${seated} ; quorum ${quorum}`,
    progressWhy: 'Seul le nombre est montré. Les membres qui siègent découvrent les avis avec la décision.',
    sittings: 'Voir les séances',
  },

  summary: {
    audience: 'Visible par les membres qui siègent et par le médiateur en charge. Les noms sont remplacés par « Partie 1 », « Partie 2 ».',
    of: (date: string) => `Résumé remis le ${date}`,
    none: 'Le résumé n’est pas encore remis au comité.',
  },

  decision: {
    none: 'Aucune décision n’est prise.',
    audience: 'Visible par les membres qui siègent et par le médiateur en charge.',
    on: (date: string) => `Décision du ${date}`,
    advices: 'Les avis du comité',
    own: 'Votre avis',
    of: 'Avis d’un membre',
  },

  question: 'Faut-il ouvrir une médiation dans la situation que le résumé décrit ?',

  asks: {
    answer: { label: 'Avez-vous un lien avec cette situation ?', hint: 'Avoir travaillé dans ce service, connaître une personne concernée, avoir eu à juger de ces faits.' },
    answers: {
      none: { label: 'Je n’ai aucun lien', hint: 'Vous pourrez siéger. Si vous voyez un lien plus tard, vous pourrez encore le dire.' },
      recused: { label: 'Je me déporte', hint: 'Vous ne siégez pas pour ce dossier. Aucune raison ne vous est demandée.' },
      link: { label: 'Je déclare un lien', hint: 'Le médiateur lit votre texte et décide si vous siégez.' },
    },
    link: { label: 'Le lien que vous déclarez', hint: 'Visible par vous et par le médiateur en charge. À remplir si vous déclarez un lien.' },
    missingLink: 'Dites en quelques mots quel est ce lien.',
    reasons: { label: 'Vos raisons', hint: 'Visible par les membres qui siègent et par le médiateur en charge. Elles ne sont montrées aux autres membres qu’avec la décision.' },
  },

  deeds: {
    'declare-interests': {
      title: 'Déclarer mes liens',
      intro: ['Votre réponse est datée et signée. Elle est visible par vous et par le médiateur en charge. Sans réponse, vous ne lisez rien de plus que la convocation.'],
      submit: 'Remettre ma déclaration au médiateur',
      done: 'Votre déclaration est remise au médiateur en charge.',
    },
    'give-advice': {
      title: 'Donner mon avis',
      link: 'Donner ou changer mon avis',
      intro: ['Le comité conseille, le médiateur décide. Votre avis peut être changé jusqu’à la décision ; le dernier remplace le précédent.'],
      submit: 'Remettre mon avis',
      done: 'Votre avis est remis. Il peut être changé jusqu’à la décision.',
      refusals: { 'key-missing': 'Le résumé n’est pas encore remis au comité. Donnez votre avis après l’avoir lu.' },
    },
  } satisfies Record<string, DeedWords>,

  apart: {
    title: 'Déclaration remise',
    heading: 'Votre déclaration est remise',
    text: 'Vous ne siégez pas pour cette situation. Elle ne s’ouvre plus pour vous, et rien ne vous est demandé. Seul le médiateur sait que vous vous êtes déporté.',
    toCases: 'Revenir à mes dossiers',
  },
};
