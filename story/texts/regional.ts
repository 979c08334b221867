import { prose } from './prose.ts';

/** The regional mediation: from Amina’s request to its end without agreement and the referral. */
export const regional = {
  // Amina's request, one text for each part of the form.
  whatHappened: prose`
    Depuis le départ de deux collègues, les nuits du service de pneumologie tiennent par des appels de dernière
    minute. En quatre mois, mon tableau a été modifié onze fois, dont six fois moins de deux jours avant la prise de
    poste. Quand j’ai demandé s’il était possible d’être prévenue plus tôt, ma cadre m’a répondu que la mobilité
    existait. Un vendredi matin, aux transmissions, le chef de service a dit devant douze personnes que l’on ne
    savait jamais ce que la nuit avait fait. Je venais de passer dix heures auprès des malades, sans m’asseoir. Je
    me suis sentie comme un parapluie ouvert dans un couloir vide : visible de tous, utile à personne. Depuis, je
    transmets par écrit et je ne parle presque plus.
  `,

  sinceWhen: prose`
    Les premiers changements répétés remontent à un peu plus d’un an, lorsque deux infirmières de nuit ont quitté le
    service à quelques semaines d’intervalle. Pendant l’été qui a suivi, nous avons toutes accepté de dépanner, en
    pensant que cela durerait trois mois. Les postes n’ont pas été pourvus et l’exception est devenue la règle. Les
    paroles aux transmissions sont plus récentes : quelques remarques générales sur la nuit d’abord, puis cette
    phrase prononcée un vendredi devant toute l’équipe. J’ai signalé la situation au dispositif local peu de temps
    après, une nuit où je n’arrivais plus à penser à autre chose. Entre ce signalement et aujourd’hui, rien ne s’est
    aggravé brutalement, mais rien ne s’est réparé non plus.
  `,

  effectOnWork: prose`
    Dans le service, les effets se voient. L’équipe de nuit ne reste plus après sept heures, alors que nous prenions
    volontiers quelques minutes pour compléter de vive voix ce que le dossier dit mal. Les collègues de jour
    rappellent ensuite chez nous pour obtenir une précision. Deux infirmières ont demandé à partir, et les
    remplaçantes qui viennent une fois ne reviennent guère. Pour ma part, je garde mon téléphone allumé pendant mes
    repos, je refuse toute invitation d’avance et j’arrive à la prise de poste déjà sur la défensive. J’aime la
    nuit, le calme des chambres et cette manière de travailler à deux ou trois. Je crains simplement que nous
    finissions par nous protéger les unes des autres.
  `,

  priorSteps: prose`
    J’ai d’abord parlé à ma cadre, à deux reprises, dans son bureau, puis lors de mon entretien annuel. J’ai ensuite
    saisi le dispositif local de conciliation de l’établissement. Le conciliateur nous a reçus séparément tous les
    trois, puis ensemble une fois. Il a fait une proposition écrite, que nous n’avons pas su accepter en même temps.
    Il a mis fin à la conciliation et m’a remis l’attestation que je joins à cette demande. Je n’ai engagé aucune
    action devant un tribunal, je n’ai pas saisi le Défenseur des droits et, à ma connaissance, aucune procédure
    disciplinaire n’est ouverte contre l’un de nous. Je n’ai pas souhaité passer par une organisation syndicale pour
    ce qui reste, à mes yeux, un désaccord entre trois personnes.
  `,

  expectations: prose`
    J’attends d’abord un lieu où nous puissions reprendre cette conversation avec des personnes qui n’appartiennent
    pas à l’établissement. Je voudrais que nous trouvions une règle claire pour les changements de planning : une
    date, un délai, une manière de demander, et la possibilité de dire non sans craindre la prochaine affectation.
    Je voudrais aussi que le Dr Bloch entende ce que sa phrase a produit, et pouvoir entendre de mon côté ce qu’il
    attend réellement de l’équipe de nuit. À Mme Roussel, j’aimerais dire que je ne la tiens pas pour responsable du
    manque de postes, mais que son silence m’a pesé. Je ne demande ni mutation ni excuse publique, seulement de
    pouvoir continuer mon métier ici.
  `,

  // Instruction: the object, the notices, the committee's documents.
  object: prose`
    La demande porte sur un différend entre trois professionnels d’un même service hospitalier. Deux questions sont
    soumises à la médiation. La première concerne la prévisibilité des plannings de nuit : dates auxquelles ils sont
    arrêtés, conditions dans lesquelles ils sont modifiés, répartition des remplacements entre les membres de
    l’équipe. La seconde concerne les échanges professionnels au moment des transmissions et la reconnaissance
    mutuelle du travail entre la nuit, le jour, l’encadrement et le corps médical. La présente formulation a été
    relue et acceptée par la personne qui a fait la demande. Elle ne préjuge ni des faits, ni des responsabilités,
    ni des solutions ; les autres parties pourront demander qu’elle soit complétée.
  `,

  noticeDirector: prose`
    Madame la Directrice générale, Monsieur le Directeur général,

    En application de l’article 6 du décret n° 2019-897 du 28 août 2019 modifié, je vous informe que le médiateur
    régional a été saisi d’une demande de médiation concernant des personnels affectés dans votre établissement. La
    présente lettre porte sur la seule existence de cette demande. Elle n’en révèle ni l’objet ni le contenu,
    n’appelle aucune réponse de votre part et ne préjuge pas de la suite qui lui sera réservée. Une demande de
    médiation ne saurait entraîner aucune conséquence défavorable pour les personnes concernées ; je vous remercie
    de veiller à ce que nul ne cherche à en connaître l’origine.

    Je vous prie d’agréer l’expression de ma considération distinguée.

    Pour la médiatrice régionale, le secrétaire, Omar Haddad
  `,

  noticeCmePresident: prose`
    Madame la Présidente, Monsieur le Président de la commission médicale d’établissement,

    La médiatrice régionale a reçu une demande de médiation qui concerne au moins un membre du personnel médical de
    votre établissement. Les dispositions réglementaires prévoient que cette saisine, et elle seule, soit portée à
    votre connaissance. Vous ne trouverez donc ici ni exposé de la situation, ni indication sur les échanges à
    venir, lesquels sont confidentiels par nature. Il ne vous est demandé ni avis ni démarche, et je vous saurais
    gré de n’en entreprendre aucune auprès des équipes. Si un accord venait à être conclu puis signé, il vous serait
    adressé dans les formes prévues par le même texte.

    Veuillez recevoir l’assurance de ma considération distinguée.

    Omar Haddad, secrétariat de la médiation régionale
  `,

  convocation: prose`
    Votre présence est demandée à une séance de l’instance régionale de médiation, pour l’examen d’une demande.
    Avant tout accès au résumé, il vous revient de déclarer si vous avez un lien avec l’un des éléments qui suivent.
    Établissement concerné : CHU de Valmont, région Auvergne-Rhône-Alpes. Service concerné : pneumologie, équipes de
    jour et de nuit. Familles professionnelles des parties : une personne de la filière infirmière, une personne de
    l’encadrement soignant, une personne du corps médical, praticien hospitalier. Aucun nom ne vous est communiqué à
    ce stade. Est un lien, notamment, le fait d’exercer ou d’avoir exercé dans cet établissement ou dans son
    groupement, d’y compter un proche, ou d’avoir eu à connaître de cette situation. En cas de doute, déclarez-le :
    un lien déclaré n’est pas une faute.
  `,

  summary: prose`
    La situation oppose trois personnes d’un même service d’hospitalisation. Partie 1 travaille de nuit ; elle fait
    état de modifications fréquentes et tardives de son planning, et d’une parole dévalorisante prononcée en public
    lors d’une transmission. Partie 2 encadre l’équipe ; elle établit les tableaux de service dans un contexte de
    postes vacants et assure elle-même la recherche de remplaçants. Partie 3 exerce une responsabilité médicale dans
    le service ; elle attend des transmissions plus complètes et conteste avoir visé une personne. Une conciliation
    locale a eu lieu : entretiens séparés, une rencontre commune, une proposition écrite, pas de résultat. Aucune
    procédure disciplinaire ni action en justice n’est signalée. La question posée à l’instance est celle de
    l’opportunité d’ouvrir une médiation.
  `,

  recusalReason: prose`
    Je demande à ne pas siéger pour cette demande. À la lecture de la convocation, j’ai reconnu un établissement
    dans lequel j’ai exercé pendant onze ans, et un service voisin de celui que j’y dirigeais. J’ai quitté cette
    maison depuis trois ans seulement ; j’y garde des amitiés, quelques désaccords aussi, et plusieurs personnes de
    l’encadrement m’y appellent encore pour demander conseil. Je ne sais pas qui sont les parties et je ne souhaite
    pas le savoir. Même si je pensais pouvoir rester impartial, l’une d’elles pourrait légitimement en douter en
    découvrant mon nom. Je n’ai pas ouvert le résumé, n’ai parlé de la convocation à personne, et je prie la
    présidente de prendre acte de mon retrait.
  `,

  linkDeclared: prose`
    Je déclare un lien ancien et indirect, dont j’ignore s’il doit m’écarter. Il y a une vingtaine d’années, j’ai
    été formatrice pendant deux ans dans un institut de formation en soins infirmiers dont les étudiants
    effectuaient une partie de leurs stages dans l’établissement cité. Je n’y ai jamais été affectée, je n’y connais
    plus personne par son nom et je n’ai aucun proche parmi ses agents. Je n’ai entendu parler d’aucun différend
    dans le service mentionné. Il est possible, sans que je puisse le vérifier à ce stade, que l’une des parties ait
    suivi autrefois l’un de mes cours. Je m’en remets à l’appréciation de la présidente et signalerai tout élément
    nouveau, notamment lorsque les noms seront connus.
  `,

  decisionToOpen: prose`
    Vu la demande, vu l’attestation établissant qu’une conciliation locale a été tentée sans succès, vu l’examen de
    la demande par l’instance régionale : sept membres ont rendu un avis, cinq pour l’ouverture d’une médiation, un
    pour une simple intervention, un pour un complément d’information. La médiatrice régionale décide d’ouvrir une
    médiation et suit en cela l’avis majoritaire. Elle retient, parmi les motifs exprimés, que les trois personnes
    continuent de travailler ensemble, que le différend demeure circonscrit et que l’essai local a mis au jour des
    points d’entente qui méritent d’être repris hors de l’établissement. Le complément demandé sera recueilli
    pendant les entretiens. La médiation ne commencera qu’avec l’accord écrit de chacune des parties.

    Claire Morel, médiatrice régionale
  `,

  // The decision, told to each party in a letter of its own.
  decisionLetterAmina: prose`
    Madame,

    J’ai décidé d’ouvrir la médiation que vous avez demandée, après examen de votre demande par l’instance régionale
    et conformément à l’avis de la majorité de ses membres, qui ne connaissaient pas votre nom. Cette décision ne
    vous donne ni raison ni tort. J’écris aujourd’hui aux deux autres personnes pour leur proposer d’y participer ;
    leur refus éventuel ne vous serait pas expliqué, et le vôtre, si vous changiez d’avis, ne le serait pas
    davantage. Votre récit reste dans votre seul espace. Si vous souhaitez me parler avant de donner votre
    consentement écrit, la porte du bureau vert restera ouverte chaque jeudi après-midi, dans nos locaux ou au
    téléphone.

    Je vous prie de croire, Madame, à mon attention.

    Claire Morel, médiatrice régionale
  `,

  decisionLetterRoussel: prose`
    Madame,

    L’instance régionale de médiation a examiné une demande dans laquelle vous êtes citée comme partie. Suivant
    l’avis de la majorité de ses membres, j’ai décidé d’ouvrir une médiation portant sur les plannings de nuit et
    sur les échanges lors des transmissions dans votre service. Être citée n’est pas être mise en cause : la
    médiation ne juge pas, n’évalue pas votre encadrement et ne donne lieu à aucun rapport destiné à votre
    hiérarchie. Je sais que vous avez déjà pris part à une tentative locale et que recommencer peut sembler lourd ;
    il ne vous sera pas demandé de tout redire. Rien ne commencera sans votre accord écrit, que vous pourrez
    reprendre à tout moment.

    Avec mes salutations respectueuses,

    Claire Morel, médiatrice régionale
  `,

  decisionLetterBloch: prose`
    Monsieur le Docteur,

    Je vous informe qu’après examen par l’instance régionale, et en accord avec l’avis de la majorité de ses
    membres, j’ai décidé d’ouvrir une médiation à laquelle je vous propose de prendre part. Elle concerne deux
    autres personnes de votre service et porte sur l’organisation des nuits ainsi que sur le déroulement des
    transmissions. Je vous précise d’emblée ce qu’elle n’est pas : une instruction, une expertise de votre pratique
    ou un préalable à une procédure. Les médiateurs n’ont aucun pouvoir de décision. Vous pourrez être accompagné
    par une personne de votre choix, écarter une fois les médiateurs désignés et quitter la démarche sans donner de
    raison.

    Je vous prie d’agréer l’expression de ma considération.

    Claire Morel, médiatrice régionale
  `,

  invitationRoussel: prose`
    Madame,

    Cette invitation vous permet de rejoindre l’espace de médiation régionale avec le compte que vous avez déjà créé
    lors de la conciliation. Vous y trouverez l’objet de la médiation, les règles de confidentialité et un
    formulaire de consentement que vous signerez si vous le souhaitez. Vous disposez également d’un espace réservé :
    ce que vous y écrirez ne sera lu que par vous et par les personnes chargées de la médiation, jamais par les
    autres parties. Aucune réponse n’est attendue dans l’urgence, et je ne compterai pas votre silence comme un
    accord. Si une procédure, quelle qu’elle soit, était en cours sur les mêmes faits, il vous appartiendrait de me
    le signaler dans ce formulaire.

    Claire Morel, médiatrice régionale
  `,

  invitationBloch: prose`
    Monsieur le Docteur,

    Vous recevez ce message parce qu’une médiation régionale vous est proposée. En l’acceptant, vous n’acceptez
    encore que de prendre connaissance de son objet ; votre participation suppose ensuite un consentement écrit,
    distinct et révocable. L’espace qui vous est ouvert vous appartient : vous pouvez y exposer votre point de vue
    avec vos mots, y déposer un document antérieur au différend, ou n’y rien écrire. Merci de n’y faire figurer
    aucun élément relatif à un patient, même sans son nom. Deux médiateurs délégués seront désignés lorsque les
    trois accords auront été recueillis, et vous saurez alors qui ils sont. Je me tiens à votre disposition pour un
    échange téléphonique préalable, à l’heure de votre choix.

    Claire Morel, médiatrice régionale
  `,

  // What the two other parties tell in their own words.
  accountRoussel: prose`
    Je reprends ici ce que je n’ai pas su dire devant le conciliateur. Chaque soir, avant de partir, je note dans
    mon cahier orange au ruban gris le nom de celles que j’ai appelées et celui de celles qui ont accepté. Mme
    Benali y figure plus souvent que les autres, parce qu’elle ne refusait jamais. J’ai pris sa bonne volonté pour
    un accord, et le jour où elle m’a demandé d’être prévenue plus tôt, je lui ai parlé de mobilité. Je regrette ce
    mot : il venait de la fatigue et de la peur de ne pas couvrir la nuit suivante. Mais je refuse que l’on fasse de
    moi celle qui commande par caprice, alors que je demande des postes depuis dix-huit mois.
  `,

  accountBloch: prose`
    Je veux bien expliquer ma position, puisqu’elle a été rapportée sans moi. On m’appelle chef de service, mais je
    ne nomme pas les infirmières, je ne décide pas de leurs horaires et je n’apprends les remplacements qu’en
    croisant des visages nouveaux dans le couloir : un chef de gare sans aucun train. Ce que je maîtrise, c’est la
    qualité de l’information médicale, et elle se perd entre la nuit et le jour. Le vendredi en question, je sortais
    d’une garde difficile et je cherchais une information que je n’ai pas trouvée. Ma phrase était générale. Elle
    était sans doute maladroite, je l’admets volontiers, mais je ne laisserai pas dire que je méprise une équipe à
    laquelle je confie mes malades toutes les nuits.
  `,

  // Caucuses: each party with the mediators, out of sight of the two others.
  caucusClaireAmina: prose`
    Madame, avant de réunir l’instance, je souhaite m’assurer que l’objet de la médiation dit bien ce que vous avez
    voulu dire. J’ai retiré les dates précises et les paroles citées : elles ont leur place dans votre récit, non
    dans un texte que d’autres liront. J’ai remplacé « paroles blessantes » par « échanges professionnels au moment
    des transmissions », non pour minimiser ce que vous avez vécu, mais pour que les deux autres personnes puissent
    entrer dans la conversation sans se sentir déjà jugées. Dites-moi si vous vous y reconnaissez encore. Je vous
    confirme aussi qui sera informé de l’existence de votre demande, et vous rappelle que vous pouvez la retirer à
    ce stade sans aucune explication.
  `,

  caucusAmina1: prose`
    Merci de me laisser écrire ici plutôt que de téléphoner, car je dors le jour et les murs sont minces. Je
    voudrais vous confier ce que je n’ai pas mis dans ma demande. Avant chaque prise de poste,
    je compte les carreaux bleus du vestiaire pour retarder le moment de monter. Ce n’est pas la peur du travail,
    c’est la peur d’une remarque de plus devant les autres. Je n’en ai pas parlé à Mme Roussel parce qu’elle a ses
    propres soucis, et je ne veux pas que le Dr Bloch l’apprenne tant que je ne l’aurai pas décidé. En revanche,
    vous pouvez lui dire que je suis prête à l’entendre sur les transmissions, et que je ne cherche pas d’excuses
    publiques.
  `,

  caucusAmina2: prose`
    La réunion plénière m’a laissée partagée. J’ai entendu Mme Roussel dire qu’elle s’était appuyée sur moi parce
    que je ne refusais pas, et cela m’a fait du bien, plus que je ne l’aurais cru. Pour les plannings, je pourrais
    signer demain ce que nous avons écrit. Mais je ne peux pas signer un texte où la phrase du vendredi devient « un
    incident de communication ». Ce n’était pas un incident, c’était une parole, et j’étais debout devant douze
    collègues. Je ne demande pas au Dr Bloch de s’humilier. Une phrase de lui, dite en face de moi, même courte, me
    suffirait. S’il ne peut pas, je préfère que nous constations que nous n’y sommes pas arrivés.
  `,

  caucusRoussel1: prose`
    Je vous écris tard, une fois le tableau de demain bouclé, ou presque. Ces derniers mois,
    ma lampe de bureau veille plus que moi, et je me surprends à redouter les appels que je passe autant que celles
    qui les reçoivent. Ce que je n’ose pas dire devant les autres, c’est que je n’ai aucune marge : si je promets un
    délai de prévenance et que deux agents tombent malades, je mentirai. On me demande de garantir ce que la
    direction des soins ne me garantit pas. Je suis d’accord pour une règle, à condition qu’elle prévoie honnêtement
    ce qui se passe lorsqu’elle devient impossible. Vous pouvez partager cette dernière phrase, mais pas le reste,
    s’il vous plaît.
  `,

  caucusRoussel2: prose`
    J’ai relu le projet de préconisations. La date fixe me convient, la liste tournante aussi, et j’ai déjà commencé
    à noter les volontaires pour voir ce que cela donnerait. Je bute sur deux choses. D’abord, le délai de trois
    jours : sans remplaçants identifiés, je ne pourrai pas le tenir pendant les vacances scolaires, et tout le monde
    dira que la cadre n’a pas respecté l’accord. Ensuite, je me trouve prise entre le Dr Bloch et Mme Benali sur une
    phrase que je n’ai pas prononcée. J’étais présente, je me suis tue, et je suis prête à le reconnaître. Je ne
    peux pas, en plus, servir d’interprète entre eux. Pouvez-vous organiser un temps où ils se parlent sans moi ?
  `,

  caucusBloch1: prose`
    Vous m’avez demandé ce que j’attendais de cette médiation ; la question m’a pris de court et j’y ai réfléchi
    pendant le week-end. J’attends que l’on cesse de me prêter des intentions. J’attends aussi que l’on traite enfin
    le vrai sujet, à savoir des transmissions écourtées, des remplaçantes que l’on n’a pas eu le temps d’accueillir
    et des consignes médicales qui ne passent pas la nuit. Sur ma phrase, je suis mal à l’aise. Si j’exprime un
    regret par écrit, je crains de le retrouver un jour dans un autre dossier. Je vous le dis à vous et je vous
    demande de ne pas le répéter. Oralement, entre nous trois, ce serait sans doute différent.
  `,

  caucusBloch2: prose`
    Je réponds à votre dernier message avec retard, j’en suis désolé : semaine de garde. Je suis d’accord avec tout
    ce qui concerne la forme des transmissions : quinze minutes, un support écrit unique, le médecin de garde
    présent au début. J’ai même proposé à mes collègues de tenir ce rôle à tour de rôle. En revanche, la rédaction
    du paragraphe sur les paroles échangées ne me convient pas, car elle laisse entendre une habitude, alors qu’il
    s’agit d’un matin. J’ai bien compris que Mme Benali en attend davantage. Je ne suis pas prêt à l’écrire, et
    l’approche de l’échéance des trois mois me donne le sentiment désagréable d’être pressé. Je préférerais que l’on
    reprenne ce point à froid.
  `,

  caucusReplyAmina: prose`
    Merci de votre confiance, Madame. Ce que vous nous écrivez au sujet du vestiaire reste ici ; nous n’y ferons
    aucune allusion devant les autres, même indirecte, tant que vous ne nous l’aurez pas demandé. Nous transmettrons
    en revanche, avec vos propres mots, que vous êtes prête à entendre le Dr Bloch sur les transmissions et que vous
    ne cherchez pas d’excuses publiques. Avant la réunion plénière, nous vous proposons de préparer ensemble deux
    phrases : l’une pour dire ce que vous avez ressenti ce matin-là, l’autre pour dire ce dont vous auriez besoin à
    présent. Vous pourrez venir accompagnée. Et si vous sentez que la prise de poste devient trop difficile, le
    médecin du travail peut vous recevoir sans passer par nous.

    Hélène et Fatou, médiatrices déléguées
  `,

  caucusReplyRoussel: prose`
    Madame, nous avons bien lu votre message et ne partagerons que la phrase que vous nous autorisez à reprendre :
    oui à une règle, si elle dit honnêtement ce qui se passe lorsqu’elle ne peut pas être tenue. Cette condition
    nous paraît utile à tous et nous l’inscrirons à l’ordre du jour comme une question ouverte, sans indiquer d’où
    elle vient. Nous ne pouvons pas obtenir de postes à votre place, ni nous adresser à la direction des soins sans
    l’accord des trois parties ; nous pouvons toutefois vous aider à formuler une demande commune. Quant au temps
    d’échange sans vous, nous y sommes favorables et le proposerons d’abord à Mme Benali, puis au Dr Bloch.

    Hélène et Fatou, médiatrices déléguées
  `,

  caucusReplyBloch: prose`
    Monsieur le Docteur, votre réserve sur l’écrit restera entre nous. Nous vous rappelons que les constatations et
    les déclarations recueillies en médiation ne peuvent être divulguées aux tiers ni invoquées devant un juge sans
    l’accord des parties, sauf exceptions très étroites ; l’accord final, lui, est transmis à des destinataires
    fixés par le décret. Votre distinction entre l’oral et l’écrit est donc fondée, et il n’est pas obligatoire que
    tout ce qui apaise figure dans un texte. Seriez-vous disposé à un échange de vingt minutes avec Mme Benali, en
    notre présence, sans compte rendu ? Nous ne lui en parlerons qu’après votre réponse. Vous pouvez refuser sans
    que cela pèse sur la suite de nos travaux.

    Hélène et Fatou, médiatrices déléguées
  `,

  // The delegates' own papers: the plan they share, the notes they do not.
  workspacePlan: prose`
    Plan de travail des médiatrices déléguées. Première semaine : entretiens individuels d’une heure et demie, Mme
    Benali à la fin de son cycle de nuits, Mme Roussel un après-midi, le Dr Bloch avant sa consultation ; chacun
    conduit par l’une de nous, l’autre prenant l’écoute. Troisième semaine : échange entre nous, liste des points
    communs, rien d’attribué. Cinquième semaine : réunion plénière de deux heures, hors de l’établissement, avec les
    règles de parole rappelées d’emblée. Ensuite, navette par les espaces réservés sur un projet de préconisations.
    Point d’étape avec Claire au bout de deux mois, limité au calendrier. Vigilance : fatigue de nuit, déséquilibre
    de position entre les trois parties, tentation de traiter le planning pour éviter la parole.
  `,

  noteHelene1: prose`
    Note personnelle, premier entretien avec Mme Benali. Voix basse, phrases complètes, très peu de reproches. Elle
    raconte les appels du soir sans colère ; en revanche, elle tourne sa bague quand minuit arrive dans le récit, et
    s’arrête avant la phrase du vendredi. Je n’ai pas relancé. Hypothèse : l’offense n’est pas tant la remarque que
    l’absence de toute réponse autour d’elle, donc le silence de la cadre autant que les mots du médecin. À vérifier
    sans le suggérer. Attention à moi : j’ai fait des nuits pendant huit ans et je me sens proche d’elle. En parler
    à ma co-médiatrice, lui laisser la conduite de la prochaine séance, et garder le même temps de parole pour
    chacun.
  `,

  noteFatou1: prose`
    Note personnelle. J’arrive après un remplacement et je dois gagner une confiance que l’on avait commencé à
    donner à quelqu’un d’autre. Mme Roussel m’a demandé pourquoi le premier médiateur n’était plus là ; j’ai répondu
    que chacun pouvait demander un changement et que personne n’avait à s’en expliquer. Elle a paru soulagée. Elle
    parle en chiffres lorsqu’elle est émue : quarante-deux agents, onze modifications, quatre postes. Derrière les
    chiffres, une solitude réelle. Le Dr Bloch est courtois, précis, un peu pressé ; il s’anime dès qu’il est
    question de la qualité des informations, et c’est peut-être par là qu’il rejoindra Mme Benali. Ne pas lui parler
    trop tôt de regret. Lui demander plutôt ce qu’est, pour lui, une bonne transmission.
  `,

  noteClaire1: prose`
    Note personnelle après l’examen par l’instance. Les avis étaient plus nuancés que le décompte ne le laisse
    voir : même ceux qui concluaient à l’ouverture ont craint que l’on demande à trois personnes de résoudre un
    manque d’effectifs. Je partage cette crainte. Je crois pourtant que la parole du vendredi ne se traitera nulle
    part ailleurs. Désigner deux médiateurs habitués au travail de nuit et aux relations avec les médecins, dont
    l’un au moins soit certifié. En cas de récusation, ne montrer aucun agacement et remplacer vite : c’est un
    droit, et son exercice en dit parfois long sur le besoin d’être entendu. Me tenir à distance des échanges, ne
    demander aux déléguées que des dates, et préparer dès maintenant l’hypothèse d’un échec.
  `,

  interviewAmina: prose`
    Compte rendu d’entretien, espace de travail. Mme Benali a été reçue seule pendant une heure vingt ; elle n’a pas
    souhaité d’accompagnant. Elle décrit l’évolution des plannings de nuit, la manière dont les remplacements sont
    demandés et les conséquences sur l’organisation familiale. Elle distingue nettement trois sujets : la règle des
    changements, la façon de dire non et la parole prononcée en transmission. Elle indique ce qui serait acceptable
    pour elle sur chacun. Elle reconnaît que le dossier de soins est parfois rempli trop vite en fin de nuit et se
    dit prête à y travailler. Elle demande que l’on ne rapporte pas les passages signalés par elle comme réservés ;
    ils ne figurent pas dans ce compte rendu. Prochaine étape acceptée : réunion plénière.
  `,

  interviewRoussel: prose`
    Compte rendu d’entretien, espace de travail. Mme Roussel a été reçue pendant une heure et demie. Elle présente
    les contraintes du tableau de service : postes vacants, arrêts imprévus, fin du pool de remplacement,
    multiplicité des temps partiels. Elle admet que les appels se sont concentrés sur quelques personnes et en donne
    l’explication. Elle souhaite une règle commune, à condition qu’un cas d’impossibilité y soit prévu. Sur les
    transmissions, elle dit avoir été témoin de la scène et ne pas être intervenue. Elle ne conteste pas l’effet
    produit. Elle attend de la médiation que son rôle soit mieux compris, par l’équipe de nuit comme par le corps
    médical. Elle accepte la réunion plénière et demande qu’elle ne se tienne pas un lundi.
  `,

  interviewBloch: prose`
    Compte rendu d’entretien, espace de travail. Le Dr Bloch a été reçu pendant une heure, avant sa consultation. Il
    expose ce qu’il attend des transmissions : des informations hiérarchisées, une trace unique, la possibilité de
    poser une question sans qu’elle soit prise pour un reproche. Il indique ne pas intervenir dans la composition
    des plannings et souhaite que ce point soit rappelé en séance. Sur la parole du vendredi, il la qualifie de
    générale et de maladroite ; il se dit surpris par la durée de ses effets. Il est ouvert à une réorganisation du
    temps de transmission et propose la présence d’un médecin au début. Il accepte la réunion plénière, en réservant
    sa position sur toute formulation écrite concernant les paroles échangées.
  `,

  // The room, which all three parties and the delegates read.
  plenary: prose`
    Relevé de la réunion plénière, partagé avec les trois parties. Les règles de confidentialité et de parole ont
    été rappelées et acceptées. Points de convergence : le tableau de nuit gagnerait à être arrêté à date fixe ; les
    remplacements devraient être répartis selon une liste connue de tous ; les transmissions appellent une durée
    protégée et un support unique. Points encore ouverts : le délai minimal avant toute modification, la conduite à
    tenir lorsque ce délai ne peut pas être respecté, et la manière d’évoquer les paroles prononcées un vendredi
    matin. Chacun s’est exprimé sur ce dernier point et a été entendu ; aucune formulation commune n’a été retenue.
    Les médiatrices feront circuler un projet de préconisations, que chacun annotera dans son espace réservé.
  `,

  roomHelene: prose`
    Bonjour à tous les trois. Je vous remercie d’avoir accepté de poursuivre ici les échanges entamés lors de nos
    entretiens. Lorsque j’ai préparé la salle ce matin, j’ai disposé trois chaises et pas une de trop, en plus des
    nôtres : ce qui se dira en ce lieu ne concerne que vous, et personne ne viendra s’y ajouter sans l’accord de
    chacun. Dans cet espace commun, tout message est lu par les trois parties et par les deux médiatrices. Si vous
    souhaitez nous dire une chose à part, utilisez votre espace réservé. Pour commencer, je vous propose d’écrire
    chacun, en quelques lignes, ce qui fonctionne déjà dans le service et que vous ne voudriez pas perdre.
  `,

  roomAmina: prose`
    Ce qui fonctionne et que je ne voudrais pas perdre, c’est l’entraide de nuit. Quand une chambre devient
    difficile, personne n’a besoin d’appeler deux fois. Je voudrais aussi garder la liberté que nous avons d’appeler
    le médecin de garde sans nous excuser, et je tiens à dire au Dr Bloch que sur ce point il a toujours été
    disponible. Madame Roussel, vous avez accepté l’an dernier que j’échange trois nuits pour l’anniversaire de ma
    fille, sans me demander de contrepartie, et je ne l’ai pas oublié. Si nous pouvions retrouver cela, avec une
    règle qui ne dépende ni de la bonne humeur ni de la fatigue, je crois que la moitié du chemin serait faite.
  `,

  roomRoussel: prose`
    Je réponds à la question d’Hélène. Ce service a une force : les équipes restent. Malgré tout ce que nous venons
    d’écrire, la plupart des infirmières sont là depuis plus de cinq ans, et je les vois former les nouvelles avec
    patience. Je voudrais préserver cela. Madame Benali, vous dites que vous n’avez pas oublié l’échange des trois
    nuits ; je croyais, moi, que vous ne reteniez que mes appels. Je propose que nous essayions la date fixe dès le
    mois prochain, sans attendre la fin de la médiation, et que nous regardions ensemble ce qui a tenu et ce qui n’a
    pas tenu. Je ne promets pas un tableau parfait, je promets de ne plus le changer sans en parler.
  `,

  roomBloch: prose`
    Je lis vos deux messages et je mesure que nous nous parlons rarement ainsi. Ce qui marche, de mon point de vue,
    c’est la vigilance de l’équipe de nuit : lorsqu’elle m’appelle, c’est qu’il y a une raison. Ce que je souhaite
    améliorer, c’est le passage de l’information au matin, pour que personne n’ait à reconstituer une nuit à partir
    de trois supports. Je propose que le médecin de garde assiste aux dix premières minutes des transmissions et
    pose ses questions à ce moment-là, calmement. Pour le reste, je préfère m’exprimer de vive voix plutôt que par
    écrit. Je ne me dérobe pas ; je me méfie seulement de ce que deviennent les phrases lorsqu’on les relit seul.
  `,

  recommendationsDraft: prose`
    Projet de préconisations soumis aux trois parties. Un : arrêter le tableau de nuit à date fixe et l’afficher le
    jour même. Deux : tenir une liste tournante de volontaires pour les remplacements, consultable par toute
    l’équipe. Trois : ne proposer un changement qu’au moins trois jours à l’avance, sauf circonstance imprévisible,
    alors expliquée par écrit. Quatre : consacrer quinze minutes aux transmissions du matin, sur un support unique,
    avec la présence du médecin de garde au début. Cinq : réserver toute remarque sur le travail d’un collègue à un
    échange direct, en sa présence et hors de l’équipe. Six : convenir d’une manière d’évoquer les paroles passées ;
    cette rédaction reste à trouver par les parties elles-mêmes, les médiatrices n’en proposent aucune.
  `,

  // The end of the regional mediation.
  endWithoutAgreement: prose`
    La médiation ouverte entre les trois parties prend fin sans accord. Le délai de trois mois, compté à partir du
    dernier consentement écrit, est arrivé à son terme sans que la prolongation ait été demandée par tous. Des
    entretiens individuels et une réunion plénière ont eu lieu, et un projet de préconisations a circulé. Les
    parties ont participé de bonne foi jusqu’au bout ; aucune ne s’est retirée et aucune n’est à l’origine de cette
    fin plus qu’une autre. Les médiatrices déléguées, en accord avec la médiatrice régionale, constatent que la
    poursuite dans les mêmes conditions n’apporterait pas de solution nouvelle. Rien de ce qui a été dit n’est
    consigné dans la présente décision, et aucun document de travail n’en sera conservé au-delà des délais prévus.
  `,

  endLetterAmina: prose`
    Madame,

    Le délai prévu pour la médiation s’achève et nous n’avons pas abouti à un accord signé par tous. Je mesure ce
    que cette issue peut avoir de décourageant pour vous, qui aviez pris l’initiative de la demande. Les médiatrices
    m’ont seulement fait savoir, comme la règle le veut, que chacun avait participé loyalement. Les essais déjà
    engagés dans le service, s’il y en a, peuvent continuer sans nous. Vous n’avez pas la possibilité de saisir
    vous-même l’échelon national ; il m’appartient d’apprécier si la situation doit lui être transmise, et je vous
    informerai de ce que je décide. Vos écrits demeurent à vous. Je vous remercie de votre patience et de votre
    franchise.

    Claire Morel, médiatrice régionale
  `,

  endLetterRoussel: prose`
    Madame,

    La médiation à laquelle vous aviez consenti se termine aujourd’hui, le délai de trois mois étant écoulé sans
    accord commun. Cette fin ne constate aucune faute et ne sera suivie d’aucun rapport : votre direction n’en
    connaîtra que l’existence, jamais les raisons ni les échanges. Je tiens à vous remercier d’être venue à chaque
    rendez-vous malgré un service qui ne vous laissait guère de répit. Ce que vous avez écrit dans votre espace
    réservé vous reste attaché et ne sera remis à personne sans votre accord écrit. Si une suite était envisagée à
    un autre échelon, vous en seriez prévenue et votre consentement serait demandé de nouveau, entièrement libre.

    Recevez, Madame, l’expression de ma sincère gratitude.

    Claire Morel, médiatrice régionale
  `,

  endLetterBloch: prose`
    Monsieur le Docteur,

    Les médiatrices déléguées ont mis fin à la médiation, d’accord avec moi, le terme des trois mois étant atteint
    sans qu’un texte ait recueilli l’assentiment des trois parties. Vous aviez souhaité que certains points soient
    repris à froid ; je vous confirme que rien n’a été rédigé en votre nom et que vos déclarations demeurent
    couvertes par la confidentialité. Aucune appréciation n’est portée sur votre participation. Une situation de ce
    type peut être portée à la connaissance de la médiatrice nationale par la voie régionale. Si tel était le cas,
    vous en seriez informé, et rien ne reprendrait sans un nouvel accord de votre main.

    Avec l’expression de ma considération distinguée,

    Claire Morel, médiatrice régionale
  `,

  referralGround: prose`
    La médiatrice nationale a appelé à elle cette situation, et je réponds à son appel en la lui transmettant. La
    médiation régionale a été régulièrement conduite : examen par l’instance, accord écrit des trois parties,
    désignation de deux médiateurs, dont une certifiée, remplacement après récusation, entretiens individuels,
    réunion plénière, terme de trois mois atteint sans accord. L’échec n’est imputable à aucune partie. Il me paraît
    que des médiateurs extérieurs à la région, et un appui de portée plus large sur l’organisation des
    remplacements, peuvent ouvrir une voie qui nous était fermée. Je transmets l’identité des parties, l’objet, les
    dates et le constat d’échec. Les récits, les notes, les échanges et les avis ne sont pas transmis.

    Claire Morel, médiatrice régionale
  `,
} as const;
