/** What people write, invented, one for each kind of situation: short, plain, and without a patient or an illness. */
export type Situation = {
  whatHappened: string;
  sinceWhen: string;
  effectOnWork: string;
  expectations: string;
  /** The neutral words agreed with whoever asked. */
  object: string;
  /** What the committee reads: no name, no place. */
  summary: string;
  answer: string;
  caucus: string;
  plenary: string;
  agreement: string;
};

export const situations = {
  rota: {
    whatHappened: 'Les plannings de nuit changent la veille, parfois par un message laissé à la relève. J’ai demandé plusieurs fois une règle écrite. La dernière fois, la réponse a été faite devant toute l’équipe.',
    sinceWhen: 'Depuis le printemps.',
    effectOnWork: 'L’équipe ne se parle plus qu’à la relève, et deux collègues ont demandé à partir.',
    expectations: 'Une date à laquelle le planning est arrêté, et une manière de demander un changement.',
    object: 'La prévisibilité des plannings de nuit et la manière de demander un remplacement.',
    summary: 'Trois professionnels d’un même service. Désaccord sur les plannings de nuit et sur la façon dont les remplacements sont demandés. Une conciliation locale n’a pas abouti.',
    answer: 'J’ai manqué de postes tout l’été. J’aurais dû prévenir autrement, et j’aimerais pouvoir l’expliquer.',
    caucus: 'Ce qui m’a blessée, c’est d’avoir été reprise devant les autres. Je ne l’ai dit à personne.',
    plenary: 'Chacun a décrit une semaine ordinaire. Une règle d’un mois a été évoquée.',
    agreement: 'Article 1. Le planning est arrêté un mois à l’avance. Article 2. Tout changement est demandé de vive voix, puis confirmé par écrit. Article 3. Un point est fait chaque trimestre.',
  },
  theatre: {
    whatHappened: 'Deux équipes se partagent les mêmes salles d’opération. Les listes sont modifiées sans accord et les reproches se font par courriel, en copie à tous.',
    sinceWhen: 'Depuis la réorganisation du bloc, il y a un an.',
    effectOnWork: 'Des vacations restent vides, d’autres débordent.',
    expectations: 'Une règle d’attribution des vacations que chacun respecte.',
    object: 'La répartition des vacations opératoires et les échanges entre deux équipes.',
    summary: 'Deux praticiens de deux équipes. Désaccord sur la répartition des vacations. Échanges écrits tendus.',
    answer: 'Je n’ai jamais voulu prendre la place de quiconque. Les listes arrivent trop tard pour être tenues.',
    caucus: 'Je pense à quitter l’établissement, et je n’en ai parlé ni à mon équipe ni à la direction.',
    plenary: 'Les deux équipes ont comparé leurs besoins sur un mois.',
    agreement: 'Article 1. Les vacations sont attribuées par trimestre. Article 2. Une vacation rendue l’est dix jours avant. Article 3. Les désaccords se disent à deux, jamais en copie.',
  },
  return: {
    whatHappened: 'Je reviens dans mon service après une longue absence. Des tensions existaient avant mon départ et je ne sais pas comment je serai accueilli.',
    sinceWhen: 'Mon retour est prévu le mois prochain.',
    effectOnWork: 'Je dors mal à l’idée de la première réunion.',
    expectations: 'Préparer ce retour avec quelqu’un d’extérieur, et savoir sur quel poste je reviens.',
    object: 'La préparation d’un retour dans le service.',
    summary: 'Un professionnel prépare son retour après une longue absence. Personne n’est mis en cause.',
    answer: 'Nous souhaitons ce retour. L’équipe a changé, et il faut en parler avant.',
    caucus: 'Je crains surtout que l’on m’évite.',
    plenary: 'Le poste et les trois premières semaines ont été décrits.',
    agreement: 'Article 1. Le retour se fait par demi-journées pendant trois semaines. Article 2. Un référent est choisi d’un commun accord.',
  },
  merger: {
    whatHappened: 'Deux services ont été réunis. Les habitudes diffèrent, chacun défend les siennes, et les réunions se passent mal.',
    sinceWhen: 'Depuis la fusion, en début d’année.',
    effectOnWork: 'Les transmissions se font deux fois, ou pas du tout.',
    expectations: 'Construire des habitudes communes sans désigner un gagnant.',
    object: 'Les habitudes de travail de deux équipes réunies.',
    summary: 'Deux cadres et leurs équipes, réunies par une réorganisation. Difficultés de transmission.',
    answer: 'Mon équipe a le sentiment d’avoir été absorbée. Nous sommes prêts à chercher.',
    caucus: 'J’ai appris la fusion par un couloir. Je n’ai jamais pu le dire.',
    plenary: 'Les deux équipes ont dressé la liste de ce qu’elles voulaient garder.',
    agreement: 'Article 1. Une transmission unique, écrite ensemble. Article 2. Une réunion par semaine, conduite à tour de rôle.',
  },
  respect: {
    whatHappened: 'Des remarques sur mon travail sont faites devant les étudiants. Quand je demande à en parler, on me répond que ce n’est pas le moment.',
    sinceWhen: 'Depuis l’arrivée du nouveau responsable.',
    effectOnWork: 'Je n’ose plus prendre la parole en réunion.',
    expectations: 'Que l’on se parle en dehors de la salle, et que les remarques soient faites à part.',
    object: 'La manière de se faire des remarques dans le travail.',
    summary: 'Un agent et un responsable. Désaccord sur la manière dont les remarques sont faites.',
    answer: 'Je ne mesurais pas l’effet de mes mots. J’attends aussi que les consignes soient suivies.',
    caucus: 'J’ai gardé tous les courriels. Je préférerais ne jamais avoir à m’en servir.',
    plenary: 'Chacun a dit ce qu’il attendait de l’autre dans une journée ordinaire.',
    agreement: 'Article 1. Les remarques se font à part, le jour même. Article 2. Un entretien par mois pendant six mois.',
  },
  tools: {
    whatHappened: 'Le nouveau logiciel de prescription a été imposé en une semaine. La secrétaire médicale et l’interne se renvoient les erreurs.',
    sinceWhen: 'Depuis septembre.',
    effectOnWork: 'Les courriers partent avec trois semaines de retard.',
    expectations: 'Savoir qui fait quoi, et cesser de se surveiller.',
    object: 'Le partage des tâches autour d’un outil informatique.',
    summary: 'Deux professionnels d’un même secrétariat. Désaccord sur le partage des tâches.',
    answer: 'Personne ne nous a formés. Je veux bien tout reprendre depuis le début, ensemble.',
    caucus: 'J’ai corrigé en silence pendant des mois, et je n’en peux plus.',
    plenary: 'La chaîne d’un courrier a été dessinée au tableau.',
    agreement: 'Article 1. Chaque courrier a un seul responsable. Article 2. Les erreurs se notent dans un cahier commun, sans nom.',
  },
  prevention: {
    whatHappened: 'Le pôle change de chef et de bâtiment la même année. Les équipes demandent à en parler avant que les choses ne se tendent.',
    sinceWhen: '',
    effectOnWork: 'Rien de grave encore : des silences, des portes fermées.',
    expectations: 'Quelques rencontres conduites par quelqu’un d’extérieur.',
    object: 'La préparation d’un changement de bâtiment et de responsable.',
    summary: 'Prévention : deux équipes et leurs responsables souhaitent préparer un changement.',
    answer: 'Nous venons volontiers : c’est le bon moment.',
    caucus: 'Je crains de ne pas être retenu dans la nouvelle organisation.',
    plenary: 'Chaque équipe a dit ce qu’elle voulait garder et ce qu’elle laisserait volontiers.',
    agreement: 'Article 1. Un calendrier du déménagement, arrêté ensemble. Article 2. Une permanence pour les questions, chaque mardi.',
  },
} as const satisfies Record<string, Situation>;

export type SituationName = keyof typeof situations;
