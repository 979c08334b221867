import { prose } from './prose.ts';

/** What comes out of the national mediation: recommendations, agreement, and what follows them. */
export const agreement = {
  recommendations: prose`
    Préconisations issues de la médiation, formulées à partir des propositions des parties. Il est préconisé de
    fixer une date unique d’affichage du tableau de nuit ; de distinguer, pour tout changement ultérieur, la
    demande, la réponse et la confirmation écrite ; de répartir les remplacements par inscription volontaire et par
    roulement ; de protéger chaque matin un temps de transmission de quinze minutes, avec un support unique et un
    médecin présent au début ; d’adresser toute remarque sur le travail d’un collègue à l’intéressé lui-même, en
    particulier ; de reconnaître à l’encadrement un temps dédié au suivi des remplacements ; enfin, de faire le
    point à échéances régulières. Ces préconisations n’ont pas de force par elles-mêmes : seul l’accord final engage
    ceux qui le signent.
  `,

  finalAgreement: prose`
    Accord final de médiation entre Mme Amina Benali, infirmière, Mme Sylvie Roussel, cadre de santé, et le Dr
    Étienne Bloch, praticien hospitalier, chef de service, au CHU de Valmont.

    Préambule. Les parties ont librement participé à une médiation conduite au niveau national. Elles souhaitent
    continuer à travailler ensemble et conviennent de ce qui suit, sans que le présent texte constitue la
    reconnaissance d’une faute par quiconque.

    Article 1. Affichage. Le tableau de nuit du mois suivant est arrêté et affiché le 15 de chaque mois. Les parties
    retiennent une phrase pour s’en souvenir : le planning du quinze ne bouge plus seul.

    Article 2. Changements. Après l’affichage, tout changement est demandé et non imposé. La demande est faite au
    moins trois jours à l’avance, de vive voix, puis confirmée par écrit. L’agent peut la refuser sans donner de
    motif, et son refus n’a aucune suite.

    Article 3. Jours difficiles. Lorsqu’une absence imprévue rend ce délai impossible, Mme Roussel s’adresse d’abord
    aux volontaires inscrits, puis à l’interlocuteur désigné par l’établissement s’il en existe un. Elle explique
    par écrit, dans la semaine, ce qui s’est passé.

    Article 4. Volontaires. Une liste de volontaires est ouverte chaque mois et suivie à tour de rôle. Nul n’est
    appelé deux fois de suite tant que d’autres sont inscrits.

    Article 5. Transmissions. Les transmissions du matin durent quinze minutes et reposent sur un support unique,
    rédigé avec trois infirmières de nuit. Un médecin assiste aux dix premières minutes, selon un roulement tenu par
    le Dr Bloch. Le tableau des présences de la nuit est affiché dans la salle.

    Article 6. Remarques. Une remarque sur le travail d’un collègue lui est faite directement, en particulier, et le
    jour même si possible. Chacune des parties peut rappeler cette règle à une autre, quelle que soit sa fonction.

    Article 7. Demande commune. Mme Roussel et le Dr Bloch adressent à l’établissement, avec l’appui de Mme Benali,
    une demande tendant à la désignation d’un interlocuteur pour les remplacements de nuit et à l’attribution à la
    cadre de deux heures hebdomadaires pour le suivi de la liste. L’exécution des autres articles ne dépend pas de
    la réponse.

    Article 8. Suivi. Les parties se réunissent une fois par trimestre pendant un an. Les médiateurs évaluent
    l’application de l’accord après trois, six et douze mois.

    Article 9. Confidentialité. Les échanges qui ont précédé cet accord demeurent confidentiels. Le texte est
    transmis aux seuls destinataires prévus par le décret.

    Article 10. Durée. L’accord prend effet à la date de la dernière signature. Il peut être modifié par écrit, avec
    l’assentiment des trois parties.
  `,

  transmissionCover: prose`
    Madame, Monsieur,

    En application de l’article 13 du décret n° 2019-897 du 28 août 2019 modifié, vous voudrez bien trouver ci-joint
    l’accord de médiation accepté et signé par des personnels de votre établissement. Cet exemplaire vous est
    personnellement destiné en votre qualité de destinataire désigné par ce texte. Il ne comporte ni annexe ni
    commentaire, et aucune pièce de la médiation ne pourra vous être communiquée, les échanges demeurant
    confidentiels. Je vous remercie d’en assurer la conservation dans des conditions qui en réservent la lecture aux
    seules personnes devant concourir à son exécution. Une évaluation sera conduite avec les signataires par les
    médiateurs ; elle ne requiert aucune démarche de vos services.

    Pour la médiatrice nationale, le secrétariat de la médiation
  `,

  evaluation3Months: prose`
    Évaluation de l’accord, trois mois après la dernière signature, établie avec les trois signataires. Articles 1
    et 2 : trois tableaux affichés à la date convenue ; cinq demandes de changement, dont quatre acceptées et une
    refusée sans suite. Article 3 : deux situations imprévues, toutes deux expliquées par écrit. Article 4 : neuf
    volontaires inscrits, roulement respecté. Article 5 : transmissions tenues en quinze minutes la plupart des
    jours ; médecin présent neuf fois sur dix. Article 6 : rappelé une fois, avec le sourire, selon les intéressés.
    Article 7 : demande adressée, interlocuteur désigné les week-ends seulement ; deux heures accordées à titre
    d’essai. Conclusion commune : accord appliqué pour l’essentiel, réunion trimestrielle tenue, aucun avenant
    demandé à ce jour.
  `,

  closingNote: prose`
    La médiation est close après la première évaluation. Les formalités suivantes ont été vérifiées : consentements
    écrits des trois parties, désignation de deux médiateurs dont un certifié, respect du délai de trois mois,
    accord signé par toutes les parties, transmission aux destinataires prévus, évaluation effectuée. Les parties
    ont été informées de cette clôture et de la possibilité de demander, si elles le souhaitent, l’homologation de
    leur accord au juge compétent. Les évaluations à six et à douze mois demeurent inscrites au calendrier et
    pourront être conduites sans rouvrir le dossier. Les notes personnelles et les documents de travail suivent les
    durées de conservation en vigueur. La présente mention ne rapporte rien du contenu des échanges.
  `,
} as const;
