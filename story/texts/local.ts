import { prose } from './prose.ts';

/** The local conciliation at the CHU de Valmont: from Amina’s signal at 03:10 to the attestation. */
export const local = {
  // What Amina writes at 03:10, before anyone else is told.
  signalAccount: prose`
    Il est trois heures passées et j’écris depuis l’office, entre deux rondes, parce que je n’arrive plus à garder
    cela pour moi. Je suis infirmière de nuit en pneumologie depuis six ans. Depuis que deux collègues sont parties
    et n’ont pas été remplacées, mon planning change sans cesse : un message la veille, parfois un appel à vingt
    heures pour une prise de poste à vingt et une heures. Vendredi, aux transmissions du matin, le Dr Bloch a dit
    devant toute l’équipe de jour que « la nuit, on ne sait jamais ce qui a été fait ». Ma cadre, Mme Roussel, était
    là. Elle a regardé ses feuilles et personne n’a rien répondu.
  `,

  signalExpectations: prose`
    Je ne demande pas de sanction et je ne veux nuire à personne. Je voudrais d’abord pouvoir dire ce qui se passe à
    quelqu’un qui n’a pas d’avis d’avance, puis que nous nous asseyions tous les trois, Mme Roussel, le Dr Bloch et
    moi, avec une personne qui tienne le cadre. J’attends deux choses simples : connaître mon planning assez tôt
    pour organiser la garde de ma fille, et que les transmissions redeviennent un moment où l’on parle des soins et
    non de ce que vaut l’équipe de nuit. Si ce n’est pas possible ici, dites-le-moi franchement, je chercherai
    ailleurs, mais sans partir en silence.
  `,

  // The letters of Yves, who has met nobody yet.
  invitationRoussel: prose`
    Madame,

    Je suis conciliateur du dispositif local du CHU de Valmont. Une personne du service de pneumologie, Mme Amina
    Benali, souhaite qu’une conciliation soit tentée à propos de l’organisation des plannings de nuit et du climat
    des transmissions. Je ne vous transmets pas ce qu’elle m’a confié, et je ne lui transmettrai pas davantage ce
    que vous me direz. Vous êtes libre d’accepter ou de refuser ; un refus n’appelle aucune explication et n’aura
    aucune suite. Si vous acceptez, je vous recevrai d’abord seule, une heure environ, en dehors du service et à un
    moment choisi par vous.

    Je vous prie d’agréer, Madame, mes salutations respectueuses.

    Yves Lambert, conciliateur
  `,

  invitationBloch: prose`
    Monsieur le Docteur,

    J’interviens comme conciliateur du dispositif local, sans lien avec le pôle dont dépend votre service. Il m’est
    demandé de proposer une conciliation entre trois personnes, dont vous-même, au sujet des relations entre
    l’équipe de nuit, l’encadrement et le corps médical en pneumologie. Cette démarche n’est ni une enquête ni une
    procédure : je ne rends compte de son contenu ni à la direction ni à la commission médicale d’établissement. Je
    connais la charge de vos journées et je me déplacerai à l’heure qui vous convient, y compris tôt le matin. Vous
    pouvez accepter, refuser, ou me poser d’abord toutes les questions utiles.

    Avec mes salutations distinguées,

    Yves Lambert, conciliateur
  `,

  objectText: prose`
    La conciliation porte sur deux sujets, retenus avec chacune des trois personnes et formulés sans donner raison à
    l’une d’elles. Le premier est la manière dont les plannings de nuit du service de pneumologie sont établis,
    communiqués puis modifiés, et la façon dont les remplacements sont demandés lorsqu’un poste reste à pourvoir. Le
    second est le déroulement des transmissions du matin entre l’équipe de nuit, l’équipe de jour, l’encadrement et
    le chef de service, et ce qui s’y dit du travail des uns et des autres. La conciliation ne porte ni sur la
    carrière ni sur l’évaluation d’une personne, et n’examine la situation d’aucun patient.
  `,

  // Each account is written for the conciliator alone.
  accountRoussel: prose`
    J’ai accepté de venir parce que je préfère parler que laisser dire. Je suis cadre de ce service depuis quatre
    ans et je fais les plannings de quarante-deux agents, avec un logiciel qui ne connaît pas les enfants malades.
    Lorsque le pool de remplacement a été supprimé, personne ne m’a donné d’autre solution que mon téléphone.
    J’appelle donc celles qui répondent, et Mme Benali répond : c’est injuste, je le sais, et c’est pourtant ainsi
    que le service a tenu. Quant aux transmissions, j’aurais dû reprendre la parole ce vendredi-là. Je ne l’ai pas
    fait, parce que je venais moi-même de passer vingt minutes à chercher une infirmière pour le soir.
  `,

  accountBloch: prose`
    Je dirige ce service depuis sept ans et je n’avais encore jamais reçu de lettre d’un conciliateur ; j’avoue que
    je l’ai d’abord mal prise. Je reconnais avoir parlé sèchement un matin, au sortir d’une garde, parce qu’une
    surveillance que j’avais demandée n’apparaissait nulle part dans le dossier. Je visais une organisation, non une
    personne. Depuis, je sens que l’on se tait quand j’entre, et cela ne rend service à personne. Je ne compose pas
    les plannings, je n’en ai d’ailleurs pas le droit, et je m’étonne d’être mêlé à cette partie du différend. Je
    viendrai une fois, pour écouter, et nous verrons ensuite si la démarche a un sens.
  `,

  meeting1: prose`
    Les trois personnes se sont réunies pendant une heure et demie, dans une salle extérieure au service. Chacune a
    parlé sans être interrompue. Il a été constaté ensemble que le tableau de nuit a été modifié onze fois au cours
    des quatre derniers mois, dont six fois moins de deux jours à l’avance. Mme Benali a dit l’effet de ces appels
    sur sa vie familiale. Mme Roussel a exposé les moyens dont elle dispose depuis la fin du pool. Le Dr Bloch a
    rappelé ce qu’il attend des transmissions. Les propos tenus un vendredi matin ont été évoqués ; aucun accord n’a
    été trouvé sur leur sens. Une proposition écrite sera remise à chacun avant la prochaine rencontre.
  `,

  proposal: prose`
    Comme mon rôle me le permet, je soumets à votre réflexion une proposition en trois points, que vous pouvez
    corriger, compléter ou écarter. Premièrement, le tableau de nuit serait arrêté à date fixe, et tout changement
    ultérieur ferait l’objet d’un appel suivi d’un écrit, avec un droit de dire non sans avoir à se justifier.
    Deuxièmement, une liste de volontaires pour les remplacements serait tenue à tour de rôle, afin que la même
    personne ne soit pas toujours la première appelée. Troisièmement, les transmissions du matin dureraient quinze
    minutes et ne porteraient que sur les soins ; une remarque sur le travail d’un collègue se ferait ensuite, à
    part et en sa présence. Je vous demande une réponse sous dix jours.
  `,

  conciliatorNote: prose`
    Note pour moi seul, après la première rencontre. L’écart n’est pas là où je l’attendais : sur le planning, Mme
    Benali et Mme Roussel décrivent presque la même chose, l’une du côté du téléphone qui sonne, l’autre du côté de
    celle qui appelle. Le point dur est la phrase du vendredi. Le Dr Bloch accepte d’en parler au passé, jamais au
    présent, et consulte l’heure dès qu’il est question de regret. Je crains que ma proposition paraisse trop
    technique à Mme Benali et trop coûteuse à Mme Roussel, qui ne décide pas seule des renforts. Revoir chacun
    brièvement, ne pas insister au-delà d’une seconde tentative, et ne rien promettre sur la suite.
  `,

  endLetter: prose`
    Mesdames, Monsieur le Docteur,

    Après une rencontre commune et plusieurs entretiens séparés, vos réponses à la proposition que je vous avais
    remise ne permettent pas de conclure. Je mets donc fin à la conciliation locale, sans résultat et sans reproche
    envers quiconque. Ce que vous m’avez dit demeure confidentiel et mes notes personnelles seront détruites. Je
    remettrai à chacun de vous une attestation qui mentionne seulement qu’une tentative a eu lieu, ses dates et son
    issue. Chacun reste libre d’en rester là ou de s’adresser au médiateur régional, qui appréciera lui-même la
    demande. Je vous remercie du temps que vous avez donné à cette démarche et vous adresse mes salutations
    respectueuses.

    Yves Lambert, conciliateur
  `,

  attestationCover: prose`
    Madame, Monsieur,

    Vous trouverez ci-jointe l’attestation relative à la conciliation tentée au sein du dispositif local du CHU de
    Valmont. Elle indique l’établissement, la forme de la démarche, sa date de début et sa date de fin, son issue,
    ainsi que la qualité de la personne qui atteste. Elle ne rapporte rien de ce qui a été dit, proposé ou refusé,
    et ne permet pas de savoir qui a souhaité s’arrêter. Un exemplaire identique est placé dans l’espace de chacune
    des personnes concernées. Vous pouvez la conserver, ou la joindre à une demande adressée au médiateur régional ;
    rien ne vous oblige à faire l’un ou l’autre.

    Yves Lambert, conciliateur
  `,
} as const;
