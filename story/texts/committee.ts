import { prose } from './prose.ts';

/** What the seated members of the two peer committees advise, on the anonymised summary alone. */
export const committee = {
  // Seven advices of the regional committee: five to open, one for an intervention, one for more information.
  regionalAdvices: [
    prose`
      Avis favorable à l’ouverture. Le résumé montre un différend encore circonscrit : deux sujets, trois personnes,
      une organisation qui vacille mais qui tient. La conciliation locale a échoué de peu, ce qui est plutôt un
      encouragement, car il en reste des points d’entente. J’attire l’attention sur la position de la partie 2, prise
      entre une contrainte qu’elle ne maîtrise pas et une équipe qui la lui reproche : elle risque de servir de
      terrain aux deux autres. Je recommande des entretiens individuels assez longs avant toute réunion commune, et
      une paire de médiateurs où l’un connaisse vraiment le travail de nuit. Aucune raison sérieuse d’attendre
      davantage.
    `,
    prose`
      Je suis d’avis d’ouvrir. J’ai encadré des équipes soignantes pendant vingt ans et je reconnais la mécanique
      décrite : le poste vacant, l’appel du soir, celle qui dit oui, puis celle qui ne peut plus dire non. Cela ne se
      règle pas par une note de service. La parole prononcée en transmission est d’une autre nature ; elle touche à
      l’estime et demandera un temps distinct. Je souhaite que la médiation ne confonde pas ces deux plans, faute de
      quoi un accord facile sur les horaires laisserait l’essentiel de côté. La partie 3 semble réservée sans être
      hostile : l’inviter avec des mots simples et ne rien présumer de ses intentions.
    `,
    prose`
      Avis favorable, avec une réserve de méthode. Ce service me fait penser à
      un orchestre qui accorde ses violons trop tard : chacun connaît sa partition, mais le moment où l’on s’écoute
      arrive quand le concert a commencé. Les transmissions devraient être ce moment-là. Je propose donc que la
      médiation commence par elles et non par le planning, même si le planning paraît plus simple. Ma réserve tient à
      la différence de position entre les trois personnes ; il faudra veiller à ce que la partie 1 puisse parler sans
      se demander chaque fois ce que cela lui coûtera. Un des médiateurs au moins devrait avoir l’habitude du corps
      médical.
    `,
    prose`
      J’ai hésité, et je conclus à l’ouverture. Mon hésitation vient de ce qu’une part du différend dépend de
      décisions prises ailleurs : la suppression d’un pool, des recrutements qui n’aboutissent pas. La médiation ne
      créera pas de postes, et l’on doit le dire honnêtement aux parties avant de recueillir leur accord. Ce qui m’a
      décidé, c’est que le résumé ne fait apparaître aucune volonté de nuire, et que trois professionnels continuent
      de se côtoyer chaque matin dans un silence coûteux pour le service. Il serait utile que l’accord éventuel
      distingue ce que les parties peuvent décider elles-mêmes et ce qu’elles demanderaient ensemble à d’autres.
    `,
    prose`
      Avis pour une intervention plutôt que pour une médiation. À mon sens, la démarche complète est disproportionnée
      au regard de ce qui nous est décrit : un entretien de la médiatrice avec chacune des trois personnes, suivi d’un
      contact avec l’encadrement supérieur au sujet des remplacements, si elles y consentent, pourrait suffire. Ouvrir
      une médiation, c’est aussi installer un cadre solennel, des délais, des désignations, et faire porter à des
      individus une difficulté d’effectifs. Je ne m’opposerai pas à la décision contraire, et je comprends l’argument
      tiré de l’échec de la conciliation locale. Je demande seulement que l’on garde la possibilité d’une réponse plus
      légère si l’une des parties refuse.
    `,
    prose`
      Je demande un complément d’information avant de me prononcer. Le résumé indique qu’aucune procédure
      disciplinaire n’est signalée ; c’est la déclaration de la partie qui demande, et les deux autres n’ont pas
      encore été interrogées sur ce point. Je voudrais aussi savoir si d’autres agents de l’équipe de nuit partagent
      la plainte, car nous pourrions alors nous trouver devant un désaccord collectif, qui n’est pas de notre ressort.
      Enfin, la durée de la conciliation locale ne figure pas dans le document. Ces éléments peuvent être obtenus
      rapidement, sans retarder l’invitation des parties. Si les réponses sont celles que j’attends, mon avis sera
      favorable, et je le dis dès maintenant.
    `,
    prose`
      Avis favorable à l’ouverture, sans réserve. J’ai été médecin dans des services comparables et je sais combien
      une phrase lâchée au petit matin peut durer, longtemps après que celui qui l’a dite l’a oubliée. La partie 3 n’a
      probablement pas pris la mesure de ce qui s’est joué, et la partie 1 n’a probablement pas vu d’où venait
      l’agacement. C’est exactement ce qu’un tiers peut rendre audible. Je suggère que l’on n’exige pas d’écrit sur ce
      point et que l’on ménage la possibilité d’un échange oral. Pour le planning, deux ou trois règles connues de
      tous feront plus qu’un long protocole que personne ne relira.
    `,
  ],

  // Seven advices of the national committee: six to accept and open, one abstention.
  nationalAdvices: [
    prose`
      Favorable à une médiation nationale. Le différend a résisté à deux tentatives honnêtes, et le dossier transmis
      indique que les trois personnes sont restées jusqu’au terme : voilà un signe que la confiance n’est pas rompue.
      Un regard extérieur à la région peut suffire à débloquer une rédaction. Je recommande de ne pas recommencer les
      entretiens comme si rien n’avait eu lieu ; il faut demander à chacun ce qu’il accepte de reprendre et ce qu’il
      veut laisser derrière lui. Deux médiateurs, dont un familier des organisations de nuit, me paraissent
      nécessaires. Un calendrier bref, annoncé dès la première rencontre, éviterait l’effet d’usure que l’on devine.
    `,
    prose`
      Mon avis est d’ouvrir. Le résumé fait ressortir un point que les échelons précédents n’avaient pas le pouvoir de
      traiter : l’organisation des remplacements dépasse le service concerné. À notre niveau, et avec l’accord des
      parties, il est possible de s’adresser à l’établissement pour lui demander ce qu’il peut garantir. Sans cette
      réponse, toute règle de planning restera fragile. Je ne voudrais pas pour autant que la partie 1 ait le
      sentiment que l’on parle d’organisation pour ne pas parler d’elle. Il conviendrait que la première séance porte
      sur les paroles échangées, même brièvement, et que la question des moyens vienne dans un second temps.
    `,
    prose`
      Je conclus à l’ouverture, pour une raison qui tient à l’utilité générale autant qu’aux personnes. Les conflits
      de nuit nous parviennent rarement, parce que ceux qui travaillent la nuit n’ont ni le temps ni l’habitude
      d’écrire. Lorsque l’un d’eux franchit trois échelons, il mérite qu’on lui réponde. Sur le fond, je note
      qu’aucune des parties ne s’est retirée, ni localement ni en région. Il faudrait s’appuyer sur cette constance,
      demander à chacune ce qu’elle serait prête à essayer dès maintenant, et ne pas écrire un accord plus ambitieux
      que ce que l’équipe peut réellement tenir pendant les épidémies ou les congés.
    `,
    prose`
      Avis favorable, assorti d’une mise en garde. Trois tentatives successives peuvent finir par enfermer les
      personnes dans un rôle : l’une se plaint, une autre s’excuse de ne pas pouvoir, une autre se tait. Les
      médiateurs nationaux devront rompre avec cette distribution, par exemple en demandant à chacun de présenter la
      contrainte d’un autre. J’insiste également sur la liberté du consentement : parvenues au niveau national, les
      parties pourraient croire qu’il est mal vu de refuser. La lettre qui leur sera adressée doit dire clairement le
      contraire. Sous ces deux conditions, je pense que la médiation a de sérieuses chances d’aboutir en peu de
      séances.
    `,
    prose`
      Je m’abstiens et j’en donne la raison. Le résumé qui nous est soumis est clair, mais je ne parviens pas à savoir
      si la médiation régionale s’est arrêtée faute de temps ou faute d’accord possible. Dans la première hypothèse,
      une prolongation aurait été préférable à un changement d’échelon ; dans la seconde, je doute que nous fassions
      mieux. Les règles de confidentialité nous interdisent, à juste titre, d’en apprendre davantage, et je ne
      souhaite pas que l’on cherche à contourner cette limite pour me convaincre. Mon abstention n’est donc ni un
      désaveu du travail accompli, ni une opposition à l’ouverture si la majorité y est favorable.
    `,
    prose`
      Avis favorable. J’ai dirigé un établissement et je sais ce que coûte un service où l’on ne se parle plus : des
      départs, des remplacements plus chers que les postes, et une fatigue que l’on retrouve partout. Les trois
      parties décrites ici ont chacune une part de la solution, aucune ne la détient seule. L’accord devrait prévoir
      qui fait quoi, à quelle date, et comment l’on s’aperçoit que la règle n’est plus respectée. Je suggère une
      évaluation précoce, au bout de trois mois, menée par ceux qui auront conduit la médiation. Pour ce qui touche
      aux paroles prononcées, laisser les parties choisir elles-mêmes entre l’écrit et l’oral.
    `,
    prose`
      J’émets un avis favorable à l’ouverture d’une médiation au niveau national. Comme assistante sociale du
      personnel, j’ai souvent reçu des agents de nuit qui ne demandaient rien d’autre que de connaître leurs horaires.
      Derrière cette demande modeste, il y a une vie entière à organiser, et l’on aurait tort de la tenir pour un
      détail technique. La partie 1 paraît attachée à son service ; c’est une ressource dont il faut se servir avant
      qu’elle ne se décourage. Je propose enfin que les séances aient lieu à des heures compatibles avec le sommeil de
      jour, ce qui n’est presque jamais fait et vaut mieux que de longs discours sur la reconnaissance.
    `,
  ],
} as const;
