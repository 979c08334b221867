type Problem = { title: string; heading: string; what: string; todo: string };

export type ProblemStatus = 400 | 401 | 404 | 409 | 413 | 422 | 429 | 500 | 503;

/** What happened, then what to do. */
const byStatus: Record<ProblemStatus, Problem> = {
  400: {
    title: 'Envoi illisible',
    heading: 'Votre envoi n’a pas pu être lu',
    what: 'Le navigateur a transmis la page de façon incomplète.',
    todo: 'Revenez à la page précédente et envoyez-la de nouveau.',
  },
  401: {
    title: 'Connexion nécessaire',
    heading: 'Vous n’êtes plus connecté',
    what: 'Votre connexion s’est fermée, après un temps sans action ou parce que vous l’avez demandé.',
    todo: 'Connectez-vous de nouveau pour continuer.',
  },
  404: {
    title: 'Page introuvable',
    heading: 'Cette page n’existe pas ou ne vous est pas accessible',
    what: 'L’adresse est peut-être incomplète, ou le lien ancien.',
    todo: 'Vérifiez l’adresse, ou repartez de l’accueil.',
  },
  409: {
    title: 'Dossier déjà modifié',
    heading: 'C’est déjà fait, ou le dossier a changé',
    what: 'Vous ou une autre personne avez agi depuis que vous avez ouvert la page. Rien n’a été fait deux fois.',
    todo: 'Rouvrez le dossier, vérifiez où il en est, puis recommencez si c’est encore utile.',
  },
  413: {
    title: 'Envoi trop lourd',
    heading: 'Votre envoi est trop lourd',
    what: 'Il dépasse la taille que le service accepte. Rien n’a été gardé.',
    todo: 'Raccourcissez vos textes, puis envoyez de nouveau.',
  },
  422: {
    title: 'Action impossible pour l’instant',
    heading: 'Il manque quelque chose pour continuer',
    what: 'Une condition prévue par les règles de la médiation n’est pas remplie. Votre action n’a pas été faite.',
    todo: 'Revenez au dossier : il dit ce qui est attendu, et de qui.',
  },
  429: {
    title: 'Trop d’essais',
    heading: 'Trop d’essais en peu de temps',
    what: 'Pour protéger les comptes, le service vous demande d’attendre.',
    todo: 'Attendez quelques minutes, puis essayez de nouveau.',
  },
  500: {
    title: 'Erreur du service',
    heading: 'Le service a rencontré une erreur',
    what: 'Ce n’est pas de votre fait. Votre action n’a pas été faite.',
    todo: 'Essayez de nouveau dans quelques minutes. Si l’erreur revient, téléphonez en donnant le numéro ci-dessous.',
  },
  503: {
    title: 'Service occupé',
    heading: 'Le service ne peut pas vous répondre pour l’instant',
    what: 'Il est surchargé ou en maintenance. Votre action n’a pas été faite.',
    todo: 'Gardez cette page ouverte et essayez de nouveau dans une minute.',
  },
};

export const problems = {
  byStatus,
  reference: 'Numéro à donner si vous téléphonez',
  telephone: 'Téléphone',
  kept: 'Ce que vous aviez écrit',
  keptHint: 'Ce texte n’est gardé nulle part ailleurs que dans cette page : copiez-le avant de la quitter.',
  waitMinutes: (minutes: string) => `Vous pourrez essayer de nouveau dans ${minutes} min.`,
  toHome: 'Revenir à l’accueil',
  toSignIn: 'Se connecter',
};
