import type { PriorStepFinding } from '../../../../policies/charter/prior-step.ts';
import type { InadmissibleReason, Intervention, LitigationOutcome, RedirectReason } from '../../../../policies/charter/reasons.ts';

const redirects: Record<RedirectReason, string> = {
  'human-resources': 'Relève des ressources humaines',
  'occupational-health': 'Relève de la santé au travail',
  'disciplinary-route': 'Relève d’une procédure disciplinaire',
  'harassment-line': 'Relève du signalement des violences et du harcèlement',
  'police-or-justice': 'Relève de la police ou de la justice',
  'person-out-of-scope': 'La personne n’est pas dans le champ',
  'establishment-out-of-scope': 'L’établissement n’est pas dans le champ',
  'patients-or-families': 'Concerne un patient ou ses proches',
  'other-territory': 'Relève d’un autre territoire',
  'prior-step-first': 'Une conciliation sur place doit d’abord être tentée',
  'regional-route-first': 'Relève d’abord du médiateur régional',
};

const inadmissible: Record<InadmissibleReason, string> = {
  'purpose-not-set': 'L’objet n’est pas l’un de ceux que les textes prévoient',
  'person-out-of-scope': 'Une personne n’est pas dans le champ',
  'open-exclusion': 'Une procédure en cours fait obstacle',
  'prior-step-missing': 'Rien n’a été tenté sur place',
  'referrer-not-competent': 'Qui demande ne pouvait pas saisir',
};

const interventions: Record<Intervention, string> = { advice: 'Un conseil', contact: 'Une prise de contact', 'other-help': 'Une autre aide' };

const litigation: Record<LitigationOutcome, { label: string; hint: string }> = {
  continue: { label: 'Continuer', hint: 'Rien n’est arrêté.' },
  suspend: { label: 'Suspendre', hint: 'Les délais s’arrêtent. Chacun lit que le dossier est suspendu, sans savoir pourquoi.' },
  close: { label: 'Mettre fin au dossier', hint: 'La lettre ci-dessous est lue par chaque partie.' },
};

const findings: Record<PriorStepFinding, { label: string; hint: string }> = {
  attested: { label: 'Attestée', hint: 'Une attestation est jointe.' },
  accepted: { label: 'Tenue pour vraie', hint: 'Sur ce que déclare la personne qui demande.' },
  not_available: { label: 'Dispense : rien n’existe sur place', hint: 'Aucun dispositif, ou aucune réponse.' },
  not_suitable: { label: 'Dispense : ce qui existe ne convient pas', hint: 'Par exemple, un lien avec le conciliateur.' },
};

/** What the pages of these deeds ask and recall. */
export const turns = {
  redirects,
  inadmissible,
  interventions,
  litigation,
  findings,
  /** Why a case ended, by its outcome's own list. */
  reasons: { ...interventions, ...inadmissible, ...redirects } as Record<string, string>,

  asks: {
    redirect: { label: 'Motif', hint: 'La réponse en est tirée.' },
    addedLetter: { label: 'Un mot de vous', hint: 'Ajouté à la réponse. Visible par la personne qui demande et par vous.' },
    letterRead: (label: string, letter: string) => `${label}. La réponse, telle qu’elle sera lue :\n\n${letter}`,
    inadmissible: { label: 'Quelle condition manque ?', hint: 'Gardé au dossier.' },
    intervention: { label: 'Ce qui a réglé la situation' },
    letterToRequester: { label: 'Lettre à la personne qui demande', hint: 'Visible par cette personne et par vous.' },
    letterToAll: { label: 'Lettre aux parties qui ont un compte', hint: 'Chacune lit la même lettre.' },
    letterToStaying: { label: 'Lettre aux parties qui restent', hint: 'Chacune lit la même lettre. Dites ce que vous proposez, sans nommer qui s’est retiré.' },
    finding: { label: 'Votre conclusion' },
    findingReasons: { label: 'Vos raisons', hint: 'Visible par la personne qui demande et par vous. Nécessaires sauf devant une attestation.' },
    litigationOutcome: { label: 'Que devient le dossier ?' },
    litigationLetter: { label: 'Lettre à chaque partie, si vous mettez fin', hint: 'Elle ne part que si vous mettez fin au dossier. Ne dites rien de ce qui a été déclaré.' },
    partial: { legend: 'Accord sur une partie seulement', label: 'Cet accord est partiel', hint: 'Le texte le dira : ce qui n’y figure pas reste sans accord.' },
    companion: { label: 'Quel accompagnant ?' },
    committedOn: { label: 'Quel jour a-t-il signé ?', hint: 'Par exemple 12 3 2026' },
    attending: { label: 'Accompagnants présents', hint: 'Seuls ceux dont l’engagement est enregistré peuvent assister.' },
    companionOf: (name: string, party: string) => `${name}, avec ${party}`,
    colleague: { label: 'À quel collègue ?' },
    other: { label: 'Quelle demande joindre ?', hint: 'Parmi celles que vous avez en charge et qui n’ont pas encore l’accord de chacun.' },
    otherOf: (reference: string, date: string, state: string) => `${reference}, reçue le ${date} : ${state}`,
    sameAs: (name: string) => `Dans ce dossier-ci, qui est ${name} ?`,
    sameHint: 'Une même personne ne doit pas entrer deux fois.',
    nobodyHere: 'Une personne de plus',
    extendTo: { label: 'Jusqu’à quel jour ?', hint: 'Un jour postérieur au terme actuel. Par exemple 12 6 2026' },
    companionName: { label: 'Nom de cette personne' },
    companionLink: { label: 'Qui est-elle pour vous ?', hint: 'Par exemple : collègue, déléguée syndicale, amie.' },
  },

  recalled: {
    priorStep: 'Ce que la personne qui demande a déclaré',
    priorOutcome: 'Démarche tentée sur place',
    readRequest: 'Lire la demande entière',
    undeclared: 'Rien n’est déclaré d’une démarche sur place.',
    noOther: 'Aucune autre demande que vous avez en charge ne peut être jointe en ce moment.',
    extension: 'Le terme proposé',
    extensionTo: (date: string) => `Les recommandations et l’accord seraient attendus jusqu’au ${date}.`,
    extensionNow: (date: string) => `Le terme actuel est le ${date}.`,
    awaiting: (name: string, link: string) => `${name} (${link})`,
  },

  withdraw: {
    heading: 'Ce qui se passe ensuite',
    sentence: (text: string) => `Toutes les parties et le service lisent cette phrase, et rien d’autre : « ${text} »`,
    known: 'Le médiateur en charge, les médiateurs désignés et le secrétariat savent qu’il s’agit de vous.',
    two: 'Vous n’êtes que deux : l’autre partie comprendra que c’est vous.',
    several: 'Si deux parties au moins restent, le médiateur peut continuer avec elles, si chacune y consent de nouveau. Vous ne saurez rien de cette suite.',
    ends: 'Sans autre accord, le dossier s’arrête ici.',
    kept: 'Vous relisez ce qui est à vous : votre demande, vos échanges privés, les lettres qui vous sont adressées.',
    shut: 'Les échanges communs, l’objet et le texte d’accord se ferment pour vous. Ce que vous y avez écrit reste lisible par les autres parties.',
    final: 'Un retrait ne se reprend pas.',
    local: 'La conciliation s’arrête pour tous. Chacun voit qu’une personne s’est retirée ; à deux, on comprend laquelle.',
  },

  letters: {
    inadmissible: (reference: string) => `Madame, Monsieur,

Votre demande, de référence ${reference}, a bien été lue. Elle ne peut pas être admise, pour les raisons que voici.

Les autres personnes n’en sont pas informées. Je reste à votre disposition pour en parler.

Le médiateur en charge`,
    intervention: (reference: string) => `Madame, Monsieur,

La situation dont vous m’avez saisi, sous la référence ${reference}, a pu être réglée sans médiation. Je clos votre dossier.

Vous pouvez m’écrire de nouveau si elle se représente.

Le médiateur en charge`,
    silence: (reference: string) => `Madame, Monsieur,

La médiation proposée sous la référence ${reference} demandait l’accord de chacun. Toutes les réponses ne sont pas venues : je clos le dossier.

Aucune conséquence ne peut en être tirée pour personne.

Le médiateur en charge`,
    close: (reference: string) => `Madame, Monsieur,

Je mets fin au dossier de référence ${reference}.

Ce qui a été dit et écrit reste confidentiel, et aucune conséquence ne peut en être tirée pour personne.

Le médiateur en charge`,
    continuing: (reference: string) => `Madame, Monsieur,

Une partie a choisi de ne plus prendre part à la médiation de référence ${reference}, comme chacun peut le faire à tout moment.

Je vous propose de continuer avec les parties qui restent. Rien ne reprend sans un nouvel accord de chacune ; vous êtes libre de le donner ou non.

Le médiateur en charge`,
  },

  /** Of the overviews of a case. */
  overview: {
    outcome: 'Issue',
    reason: 'Motif',
    suspension: 'Suspension',
    suspendedSince: (date: string) => `Depuis le ${date} : les délais ne courent plus`,
    standIn: 'Remplacement',
    standInUntil: (name: string, from: string, until: string) => `${name}, du ${from} au ${until}`,
    handOver: 'Dossier proposé',
    handOverTo: (name: string, until: string) => `À ${name}, qui peut répondre jusqu’au ${until}`,
    companions: 'Accompagnants',
    companionsCount: (count: string, many: boolean, waiting: string) => `${count} ${many ? 'nommés' : 'nommé'}, ${waiting} sans engagement enregistré`,
    joinings: 'Demandes jointes',
    joinedHere: (received: string, on: string) => `Une demande reçue le ${received} est jointe à ce dossier depuis le ${on}.`,
    joinedThere: (on: string) => `Cette demande est jointe à un autre dossier depuis le ${on}.`,
    seeJoined: 'Voir la demande jointe',
    seeKept: 'Voir le dossier qui continue',
    paused: (from: string) => `Arrêté depuis le ${from} : le dossier est suspendu.`,
    pausedUntil: (from: string, until: string) => `Arrêté du ${from} au ${until}, reporté d’autant.`,
    extended: (date: string) => `Prolongé jusqu’au ${date} avec le consentement écrit de chacun.`,
    extensionAsked: (date: string, given: string) => `Prolongation proposée jusqu’au ${date} ; consentements donnés : ${given}.`,
  },

  party: {
    told: 'Ce que le service vous dit',
    toldOn: (date: string, text: string) => `Le ${date} : ${text}`,
    standIn: (name: string, from: string, until: string) => `${name} remplace la personne en charge du ${from} au ${until}, et lit ce qu’elle lit.`,
    former: 'Vous vous êtes retiré de cette médiation. Vous relisez ici ce qui est à vous ; la suite, s’il y en a une, ne vous est pas montrée.',
    toRequest: 'Relire ma demande',
    toExchanges: 'Relire mes échanges privés et mes lettres',
    joined: 'Votre demande continue dans un autre dossier, avec celle d’une autre personne sur le même différend.',
    toKept: 'Ouvrir ce dossier',
  },

  handOvers: {
    one: 'Un collègue vous propose de reprendre un dossier.',
    several: (count: string) => `Des collègues vous proposent de reprendre ${count} dossiers.`,
    line: (reference: string, until: string) => `Dossier ${reference}, à accepter ou à décliner avant le ${until}`,
    heading: 'Mes reprises',
  },

  search: {
    title: 'Recherche',
    intro: 'Cherchez parmi les dossiers que vous pouvez ouvrir : une référence, un jour de réception (12/03/2026) ou le nom d’une partie, quand vous pouvez lire les identités.',
    journaled: 'Chaque recherche laisse une ligne au journal, jamais vos mots.',
    words: 'Que cherchez-vous ?',
    submit: 'Chercher',
    results: (count: string, many: boolean) => `${count} ${many ? 'dossiers trouvés' : 'dossier trouvé'}`,
    none: 'Aucun dossier trouvé. Vérifiez l’orthographe, ou cherchez par la référence.',
    capped: (looked: string) => `La recherche porte sur vos ${looked} dossiers les plus récents : un dossier plus ancien ne se trouve que dans la liste.`,
    caption: 'Dossiers trouvés, le plus récent en premier',
    reference: 'Dossier',
    state: 'État',
    received: 'Reçu le',
    role: 'Vous y êtes',
  },
};
