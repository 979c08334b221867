import { prose } from './prose.ts';

/** The national mediation: from the accepted referral to the session where the three parties agree. */
export const national = {
  // Nadia accepts the referral and tells each party.
  acceptanceLetterAmina: prose`
    Madame,

    J’ai accepté la transmission de la situation dont vous aviez saisi la médiatrice régionale. Votre propre
    demande, arrivée un peu plus tôt, n’avait pas pu être reçue, car les textes ne permettent pas à une partie de
    saisir directement l’échelon national ; vous n’aviez commis aucune erreur, et cela n’a eu aucune incidence sur
    ma décision. Je dispose de votre nom, de l’objet de la médiation, de ses dates et du constat qu’elle n’a pas
    abouti. Je n’ai ni votre récit ni vos messages. Si vous souhaitez que je lise tel ou tel de vos écrits, il vous
    suffira de le verser vous-même dans votre nouvel espace.

    Avec mes salutations attentives,

    Nadia Ferrand, médiatrice nationale
  `,

  acceptanceLetterRoussel: prose`
    Madame,

    La médiatrice régionale m’a transmis, à ma demande, la situation à laquelle vous êtes partie, et j’ai accepté de
    l’examiner. Je tiens à vous dire sans détour ce que cela change pour vous. Les personnes qui vous ont reçue à
    l’échelon régional n’ont plus accès au dossier. Leurs notes, leurs documents de travail et les avis de
    l’instance ne m’ont pas été remis. Ce que vous aviez écrit dans votre espace réservé n’en est pas sorti.
    L’instance nationale va maintenant être réunie à partir d’un résumé sans aucun nom. Si une médiation est
    ouverte, on vous demandera un consentement entièrement nouveau, que le précédent n’engage pas.

    Je vous adresse, Madame, mes salutations respectueuses.

    Nadia Ferrand, médiatrice nationale
  `,

  acceptanceLetterBloch: prose`
    Monsieur le Docteur,

    Je vous écris pour vous informer que la situation concernant votre service m’a été transmise par la voie
    régionale et que je l’ai acceptée. Il ne s’agit ni d’un recours exercé contre vous ni d’un second jugement,
    puisqu’il n’y en a pas eu de premier. L’échelon national intervient lorsque l’examen régional n’a pas abouti,
    avec des médiateurs étrangers à la région. Vos déclarations antérieures ne me sont pas connues et ne le seront
    que si vous le décidez. Vous pouvez dès à présent me faire part, si vous le souhaitez, de ce qui vous paraît
    indispensable pour qu’une nouvelle tentative ait un sens, ou attendre l’examen de l’instance.

    Recevez, Monsieur le Docteur, l’assurance de ma considération distinguée.

    Nadia Ferrand, médiatrice nationale
  `,

  // Instruction at the national tier.
  objectNational: prose`
    La médiation nationale porterait sur les conditions dans lesquelles trois professionnels d’un même service
    peuvent continuer à travailler ensemble, autour de trois questions. Comment rendre les plannings de nuit
    prévisibles et fixer ce qui se passe lorsqu’ils ne peuvent pas l’être ? Comment faire des transmissions du matin
    un temps protégé, utile aux soins et respectueux de ceux qui y parlent ? Comment revenir, dans une forme choisie
    par les intéressés, sur des paroles prononcées un matin et sur le silence qui les a suivies ? S’y ajoute, si les
    trois parties en conviennent, la formulation d’une demande commune à l’établissement au sujet des remplacements.
    Cet énoncé ne tient aucun fait pour établi et pourra être amendé par chacune des parties.
  `,

  summaryNational: prose`
    Trois personnes d’un même service hospitalier sont concernées. Partie 1 travaille de nuit et souhaite des
    plannings stables ainsi qu’une reconnaissance de son travail. Partie 2 encadre l’équipe, établit les plannings
    et cherche elle-même des remplaçants. Partie 3 exerce une responsabilité médicale et demande des transmissions
    plus sûres. Une conciliation locale puis une médiation régionale ont été tentées ; toutes deux sont restées sans
    accord, sans qu’aucune des parties se soit retirée. La médiation régionale s’est achevée au terme de trois mois.
    Aucune procédure disciplinaire ni action en justice n’est déclarée. Il est demandé à l’instance nationale si une
    nouvelle médiation paraît opportune, avec quels profils de médiateurs et selon quelles précautions
    particulières.
  `,

  convocationNational: prose`
    L’instance nationale de médiation est réunie pour examiner une situation transmise par un médiateur régional.
    Vous n’aurez accès au résumé qu’après avoir déclaré vos liens éventuels avec les éléments suivants, qui sont les
    seuls communiqués à ce stade. Établissement : CHU de Valmont, en région Auvergne-Rhône-Alpes. Service :
    pneumologie, hospitalisation complète. Familles professionnelles : filière infirmière, encadrement soignant,
    praticien hospitalier. Toute affectation passée, toute mission d’inspection, d’audit ou de formation, tout lien
    personnel ou amical dans cet établissement doit être mentionné, même ancien. L’échéance de réponse figure dans
    votre espace. Une absence de réponse ne vaut pas déclaration d’absence de lien et ne permet pas de siéger lors
    de l’examen.
  `,

  decisionNational: prose`
    Vu la transmission de la médiatrice régionale et le constat d’échec qui l’accompagne ; vu l’examen par
    l’instance nationale, au cours duquel sept membres se sont exprimés, six en faveur de l’ouverture, le septième
    s’abstenant. La médiatrice nationale décide d’ouvrir une médiation et se range ainsi à l’avis de la majorité.
    Elle en reprend trois recommandations : désigner deux médiateurs extérieurs à la région, dont l’un connaisse
    l’organisation du travail de nuit ; annoncer dès le départ un calendrier resserré, à des heures compatibles avec
    le repos des agents de nuit ; laisser aux parties le choix de la forme, écrite ou orale, pour ce qui touche aux
    paroles passées. La médiation reste subordonnée aux consentements nouveaux des trois parties.

    Nadia Ferrand, médiatrice nationale
  `,

  decisionLetterAmina: prose`
    Madame,

    L’instance nationale s’est prononcée, sans connaître votre nom, et j’ai suivi l’avis de sa majorité : une
    médiation nationale est ouverte, sous réserve des accords à venir. Plusieurs membres ont insisté pour que les
    rencontres tiennent compte de vos horaires ; aucune ne vous sera donc proposée au lendemain d’une nuit
    travaillée, ni avant le milieu de l’après-midi. Je sais qu’il s’agit pour vous de la troisième tentative. Vous
    n’avez pas à recommencer votre histoire depuis le début, et vous pouvez décider de ne plus vouloir. Dans les
    jours qui viennent, vous recevrez une invitation à consentir, que vous signerez ou non, à votre rythme.

    Croyez, Madame, à ma considération.

    Nadia Ferrand, médiatrice nationale
  `,

  decisionLetterRoussel: prose`
    Madame,

    Conformément à l’avis de la majorité de l’instance nationale, j’ai décidé d’ouvrir une médiation, si vous-même
    et les deux autres parties y consentez. Parmi les sujets retenus figure une question nouvelle : celle de savoir
    si vous souhaitez, tous les trois, vous adresser ensemble à votre établissement au sujet des remplacements. Rien
    ne sera demandé en votre nom sans votre signature. L’instance a relevé la difficulté particulière d’une fonction
    d’encadrement placée entre plusieurs exigences ; ce n’est pas une appréciation portée sur vous, qu’elle ne
    connaît pas, mais une précaution dont les médiateurs tiendront compte. Vous pourrez venir accompagnée, et
    suspendre votre participation quand vous le jugerez utile.

    Avec mes salutations respectueuses,

    Nadia Ferrand, médiatrice nationale
  `,

  decisionLetterBloch: prose`
    Monsieur le Docteur,

    Sur avis favorable de la majorité de l’instance nationale, je propose aux trois parties une nouvelle médiation.
    J’ai demandé que la forme des échanges relatifs aux paroles passées ne soit pas fixée d’avance : il appartiendra
    aux intéressés de dire ce qu’ils souhaitent écrire, ce qu’ils préfèrent se dire et ce qu’ils choisissent de
    laisser. Les séances seront peu nombreuses, trois en principe, et les dates vous seront soumises en fonction de
    votre tableau de gardes. Les médiateurs délégués n’exercent pas dans votre région et n’y ont pas exercé. Vous
    aurez la faculté de les récuser une fois, sans motif, avant l’entrée en médiation.

    Veuillez agréer, Monsieur le Docteur, l’expression de ma considération.

    Nadia Ferrand, médiatrice nationale
  `,

  // Consent is asked anew.
  consentInvitationAmina: prose`
    Madame,

    Vous trouverez dans votre espace le formulaire de consentement à la médiation nationale. Il rappelle l’objet,
    tel que vous pouvez encore le modifier, les noms des personnes qui auront accès à vos écrits, l’engagement de
    confidentialité que chacun souscrit et le délai de trois mois qui court à compter du dernier accord recueilli.
    En le signant, vous acceptez de chercher une solution ; vous ne renoncez à aucun droit, à aucun recours, et vous
    ne vous engagez pas à conclure. Si vous préférez ne pas signer, laissez le formulaire en l’état ou indiquez
    votre refus : aucun motif ne vous sera demandé et personne n’en tirera de conséquence.

    Nadia Ferrand, médiatrice nationale
  `,

  consentInvitationRoussel: prose`
    Madame,

    Le moment est venu de vous demander si vous consentez à la médiation nationale. Le consentement que vous aviez
    donné à l’échelon régional a pris fin avec cette médiation ; il n’est ni repris ni présumé. Avant de vous
    décider, vous pouvez demander un entretien téléphonique, montrer l’objet de la médiation à une personne de
    confiance, ou prendre quelques jours de plus. Votre hiérarchie ne connaîtra pas votre réponse, quelle qu’elle
    soit, et les deux autres parties sauront seulement si la médiation peut commencer. Vous indiquerez aussi, dans
    le même formulaire, si une procédure est en cours sur les mêmes faits, et si vous souhaitez être accompagnée.

    Nadia Ferrand, médiatrice nationale
  `,

  consentInvitationBloch: prose`
    Monsieur le Docteur,

    Je vous invite à faire connaître votre accord ou votre refus de participer à la médiation nationale. Votre
    signature vaut engagement de confidentialité : elle vous protège autant qu’elle vous oblige, puisque les deux
    autres parties et les médiateurs souscrivent le même. Elle ne contient aucune reconnaissance de faits et ne peut
    être comprise comme telle. Vous resterez libre de vous retirer à tout moment, par une simple phrase, que les
    autres recevront sans commentaire. Si vous aviez engagé ou subi une action en justice en rapport avec ce
    différend, il vous faudrait le mentionner ; cela n’exclurait pas nécessairement la médiation, mais nous devrions
    en parler avant de commencer.

    Nadia Ferrand, médiatrice nationale
  `,

  // Caucuses with the national delegates, Isabelle and Rachid.
  caucusAmina1: prose`
    Bonjour Madame, bonjour Monsieur. Je me présente puisque vous n’avez rien lu de moi, et cela me repose de le
    savoir. J’ai failli ne pas signer. Ce qui m’a décidée, c’est que depuis deux mois Mme Roussel affiche le tableau
    à date fixe, sans que personne l’y oblige, et qu’elle m’a demandé l’autre jour si cela changeait quelque chose.
    Cela change beaucoup. Il reste ce que le Dr Bloch a dit, que je n’arrive pas à ranger. Je voudrais lui poser une
    seule question et entendre sa réponse : pensait-il à moi ce matin-là, oui ou non ? Je ne vous demande pas de la
    lui transmettre. Je voudrais que vous m’aidiez à la poser moi-même.
  `,

  caucusAmina2: prose`
    Je vous écris le lendemain de notre séance, avant que l’émotion retombe. La conversation avec le Dr Bloch a duré
    un quart d’heure, peut-être moins, et il m’a répondu. Je n’en dirai pas plus ici, parce que nous sommes convenus
    que cela resterait entre nous. Je peux seulement vous dire que je n’ai plus besoin d’une phrase de regret dans
    l’accord, et que je préfère même qu’il n’y en ait pas. Pour le reste, le projet me convient, sauf un mot : je
    voudrais « demander » à la place de « imposer » dans l’article sur les changements. C’est un petit mot, mais
    c’est exactement ce que je cherchais depuis le début.
  `,

  caucusRoussel1: prose`
    Merci pour ce premier entretien. Vous m’avez demandé ce que je craignais le plus et je n’ai pas su répondre sur
    le moment. C’est de signer seule une règle que tout le monde m’opposera ensuite. Si l’établissement s’engage à
    fournir, pour chaque nuit, un nom à appeler ailleurs que dans ma propre équipe, je signe le délai de trois jours
    sans discuter. S’il ne s’engage pas, je demande que ce soit écrit également. Je vous autorise à reprendre cette
    condition en séance, en mon nom cette fois. J’aimerais aussi pouvoir dire à Mme Benali, avant tout le reste, que
    j’ai eu tort de lui parler de mobilité. Je ne veux plus attendre qu’on me le demande.
  `,

  caucusRoussel2: prose`
    J’ai bien reçu la dernière version et je l’ai relue à voix haute, comme vous le conseilliez, pour entendre ce
    qui sonnait faux. L’article sur les transmissions est juste. Celui sur les changements de planning me va, avec
    le verbe « demander ». Il me manque une ligne sur le temps nécessaire pour tenir la liste des volontaires : deux
    heures par semaine, ce n’est pas considérable, mais si elles ne sont inscrites nulle part, elles seront mangées
    par autre chose. Le Dr Bloch m’a dit en passant, dans le couloir, qu’il appuierait cette demande ; je vous le
    rapporte parce qu’il m’y a autorisée. Je n’avais pas eu une conversation aussi simple avec lui depuis longtemps.
  `,

  caucusBloch1: prose`
    Vous me demandez ce que je changerais par rapport aux tentatives précédentes. Je commencerais par moi, ce qui
    vous surprendra peut-être. J’ai passé la médiation régionale à défendre une phrase dont je ne suis pas fier. Je
    la croyais anodine parce qu’elle ne l’était pas pour moi non plus : j’étais inquiet, et j’ai déguisé mon
    inquiétude en ironie. Je suis d’accord pour un échange direct avec Mme Benali, en votre présence, et sans aucune
    trace écrite. Je souhaite savoir s’il lui conviendrait que je parle le premier. Pour l’organisation, dites à Mme
    Roussel que je signerai volontiers avec elle une demande de moyens ; un chef de service peut au moins servir à
    cela.
  `,

  caucusBloch2: prose`
    Je vous confirme mon accord sur la dernière rédaction. J’ai vérifié auprès de mes collègues que la présence d’un
    médecin au début des transmissions pouvait être assurée tous les jours, y compris les week-ends, et c’est le
    cas, au moyen d’un roulement que je tiendrai moi-même. Je vous remercie de n’avoir rien écrit de ma conversation
    avec Mme Benali. Je garde pour moi ce qu’elle m’a dit, mais je peux vous confier que je n’avais pas imaginé ce
    que représente une nuit entière à anticiper la remarque du matin. Une dernière chose : je préférerais que
    l’évaluation se fasse avec vous plutôt qu’entre nous, au moins la première fois.
  `,

  caucusReplyAmina: prose`
    Merci, Madame, pour votre premier message. Votre question vous appartient, et nous ne l’adresserons pas à votre
    place. Voici ce que nous vous proposons : un temps à trois, vous, le Dr Bloch et l’un de nous deux, avant la
    séance commune, dans une petite salle et sans ordinateur. Vous choisirez qui de nous sera présent, et vous
    pourrez interrompre l’échange d’un simple geste. Nous avons l’accord de principe du Dr Bloch, qui se demande
    s’il vous conviendrait qu’il parle le premier. Prenez le temps d’y réfléchir. Nous prévoyons ce rendez-vous à
    seize heures, un jour où vous n’aurez pas travaillé la nuit précédente, et vous pourrez venir avec la personne
    de votre choix.

    Isabelle et Rachid, médiateurs délégués
  `,

  caucusReplyRoussel: prose`
    Madame, votre condition est claire et nous la porterons en séance comme la vôtre, puisque vous le souhaitez.
    Nous vous suggérons de la formuler en deux temps : ce que vous vous engagez à faire dans tous les cas, puis ce
    que vous pourrez faire de plus si l’établissement désigne un interlocuteur pour les remplacements. Ainsi
    personne ne pourra confondre une promesse tenue et une aide attendue. Le Dr Bloch nous charge de vous dire qu’il
    signera volontiers avec vous une demande de moyens. Quant à ce que vous voulez dire à Mme Benali sur la
    mobilité, nous vous laisserons les premières minutes de la séance ; préparez-le avec vos mots, et rien de plus.

    Isabelle et Rachid, médiateurs délégués
  `,

  caucusReplyBloch: prose`
    Monsieur le Docteur, merci de la franchise de votre message, qui demeurera dans cet espace. Nous avons fait
    savoir à Mme Benali que vous acceptiez le principe d’un échange direct, et que vous vous demandiez s’il lui
    conviendrait que vous parliez le premier. Elle y réfléchit. Il ne sera établi ni compte rendu ni relevé, et nous
    ne prendrons pas de notes pendant ce temps-là. Nous vous conseillons de ne pas préparer un texte : deux ou trois
    phrases, au présent, suffisent généralement, et un silence vaut mieux qu’une explication trop longue. Nous
    transmettons à Mme Roussel votre proposition de signer avec elle une demande à la direction, dans les termes où
    vous l’avez exprimée.

    Isabelle et Rachid, médiateurs délégués
  `,

  // The room of the national mediation.
  roomIsabelle: prose`
    Bienvenue dans cet espace commun. Rachid et moi ne savons de votre situation que ce que chacun de vous a choisi
    de nous en dire depuis trois semaines, et nous ne chercherons pas à reconstituer le reste. Nous vous proposons
    trois séances, dont la première sera consacrée aux transmissions, la deuxième aux plannings, et la troisième à
    la relecture d’un texte, si vous en voulez un. D’ici là, nous vous invitons à un exercice qui peut sembler
    curieux : que chacun décrive ici, en quelques lignes et sans ironie, la contrainte la plus lourde d’un des deux
    autres. Il n’y a pas de bonne réponse, et vous pourrez vous corriger mutuellement avec bienveillance.
  `,

  roomAmina: prose`
    Je choisis la contrainte de Mme Roussel. Elle commence sa journée en comptant qui manque et la termine de la
    même manière. Quand elle appelle l’une de nous, elle sait qu’elle dérange une famille ; quand elle n’appelle
    pas, elle sait qu’une collègue sera seule pour vingt-six lits. Elle ne peut pas le dire à sa direction trop
    souvent, de peur que l’on pense qu’elle ne sait pas s’organiser, ni à nous, qui pensons qu’elle exagère. J’ai
    mis du temps à comprendre que mon « oui » l’arrangeait sans la soulager, puisqu’elle savait ce qu’il me coûtait.
    Si je me trompe, Madame Roussel, dites-le-moi, j’aimerais autant l’apprendre ici que dans un couloir.
  `,

  roomRoussel: prose`
    Vous ne vous trompez pas beaucoup, Madame Benali, et je vous remercie. À mon tour, je choisis le Dr Bloch. Sa
    contrainte, c’est de répondre de tout sans être informé de tout. Lorsqu’un malade s’aggrave la nuit, c’est à lui
    que la famille demande des comptes le matin, et il lui arrive de découvrir en même temps qu’elle ce qui s’est
    passé. Les remplaçantes changent, les supports aussi, et personne ne lui dit qui était là. Je n’y avais jamais
    pensé de cette façon, car je voyais surtout son impatience. Je propose qu’un tableau des présences de la nuit
    soit affiché en salle de transmissions, ce qui ne demande que cinq minutes et un feutre.
  `,

  roomBloch: prose`
    Je prends la contrainte de Mme Benali, et j’espère ne pas la trahir. Elle travaille quand les autres dorment, ce
    que chacun sait ; mais elle doit aussi prouver au matin qu’elle a travaillé, ce que je n’avais pas vu. Dix
    heures de soins tiennent en quelques lignes, et ces lignes sont lues par des gens reposés, qui cherchent ce qui
    manque. On ne transmet pas l’attention, ni les passages dans une chambre où, précisément, rien n’est arrivé. Je
    crois que c’est là que ma parole a fait le plus de mal. Je soutiens la proposition du tableau des présences.
    J’ajouterai mon feutre à celui de Mme Roussel, s’il le faut.
  `,

  // The delegates' own papers.
  workspacePlan: prose`
    Plan partagé entre les deux médiateurs délégués. Principe : trois séances, pas davantage, et entre elles des
    messages courts. Isabelle suit Mme Benali et Mme Roussel pour les rendez-vous, Rachid suit le Dr Bloch ; les
    entretiens restent menés à deux. Séance une, les transmissions, précédée si possible d’un temps direct entre Mme
    Benali et le Dr Bloch, sans trace. Séance deux, les plannings, avec la question d’une demande commune à
    l’établissement. Séance trois, lecture du projet à voix haute, article par article. Ne rien proposer qui ne
    vienne d’une partie. Horaires : jamais avant quinze heures. Date limite interne : deux semaines avant le terme
    des trois mois, afin de laisser le temps d’une relecture tranquille à chacun.
  `,

  noteIsabelle1: prose`
    Note personnelle après les entretiens. Trois personnes fatiguées d’avoir raison. Quelque chose a bougé avant
    nous : Mme Roussel applique déjà la date fixe, sans l’annoncer comme une concession, et Mme Benali l’a remarqué.
    S’appuyer là-dessus sans en faire un trophée. Le nœud reste une question que Mme Benali veut poser et que le Dr
    Bloch redoute sans la connaître. Je crois qu’il répondra bien si on ne lui tend pas de texte. Résister à mon
    goût pour les belles formules ; les leurs seront meilleures. Penser à l’après : qui tiendra la liste, avec quel
    temps, et que se passe-t-il en août ? Demander à Rachid de tenir le rôle du sceptique à la relecture.
  `,

  noteRachid1: prose`
    Note personnelle. Le Dr Bloch m’a surpris par sa lucidité ; il est venu avec une seule feuille, qu’il n’a pas
    dépliée. Je dois me garder d’une complicité de praticien, qui m’est venue trop vite. À mon avis, la demande
    commune à l’établissement est utile même si elle n’obtient rien, car elle les met du même côté de la table pour
    la première fois. Risque principal : un accord signé dans l’enthousiasme et démenti dès la première épidémie. Il
    faudra une clause qui dise simplement ce que l’on fait les mauvais jours. Risque secondaire : que l’équipe de
    nuit, absente de nos séances, se sente engagée sans avoir été consultée. Poser la question aux trois.
  `,

  interviewAmina: prose`
    Relevé d’entretien, espace partagé des délégués. Mme Benali a été reçue pendant une heure, à seize heures,
    accompagnée d’une collègue retraitée ayant signé l’engagement de confidentialité. Elle constate une amélioration
    de l’affichage des plannings et souhaite qu’elle soit consolidée par une règle. Elle tient à ce que tout
    changement soit demandé et non imposé. Elle propose que les volontaires pour un remplacement s’inscrivent à
    l’avance, par roulement. Concernant les transmissions, elle accepte le principe d’un support unique et offre de
    participer à sa rédaction avec deux collègues de nuit. Elle souhaite s’entretenir directement avec le Dr Bloch
    sur un point précis, qu’elle n’a pas voulu voir consigné et qui ne l’est donc pas.
  `,

  interviewRoussel: prose`
    Relevé d’entretien, espace partagé des délégués. Mme Roussel est venue seule et a parlé un peu plus d’une heure.
    Elle indique appliquer depuis deux mois la date fixe évoquée à l’échelon régional et en dresse un bilan mesuré :
    deux mois tenus, trois changements de dernière minute, tous expliqués par écrit aux intéressées. Elle demande
    que l’accord sépare ce qui dépend d’elle de ce qui dépend de l’établissement. Elle souhaite disposer d’un temps
    identifié pour tenir la liste des volontaires. Elle envisage une démarche conjointe avec le chef de service.
    Elle exprime spontanément un regret au sujet d’une parole adressée à Mme Benali et désire le lui dire elle-même
    en ouverture de séance.
  `,

  interviewBloch: prose`
    Relevé d’entretien, espace partagé des délégués. Le Dr Bloch a été reçu en fin de journée pendant cinquante
    minutes. Il décrit l’évolution des transmissions depuis quelques semaines, qu’il juge plus calmes, et attribue
    ce changement autant à lui-même qu’à l’équipe. Il confirme que le médecin de garde pourra assister au début de
    chaque transmission du matin, selon un roulement. Il est prêt à signer avec la cadre une demande relative aux
    remplacements et à la présenter devant les instances où il siège. Il accepte un échange direct avec Mme Benali,
    sous la seule condition qu’aucune trace n’en soit gardée. Il ne formule pas d’autre réserve sur l’objet de la
    médiation ni sur le calendrier proposé.
  `,

  plenary: prose`
    Relevé de la deuxième séance, lu et approuvé par les trois parties. Mme Roussel a ouvert la séance par une
    déclaration adressée à Mme Benali, qui l’en a remerciée. Les parties sont convenues des points suivants : date
    d’affichage du tableau, procédure de demande en cas de changement, inscription volontaire aux remplacements par
    roulement, durée et déroulement des transmissions, tableau des présences de la nuit. Elles ont décidé d’adresser
    ensemble une demande à l’établissement pour qu’un interlocuteur soit désigné chaque nuit. Elles souhaitent que
    les paroles prononcées autrefois ne fassent l’objet d’aucune clause, ce sujet étant clos entre elles. Les
    médiateurs rédigeront un projet à partir de ces éléments, sans rien y ajouter, en vue de la troisième séance.
  `,
} as const;
