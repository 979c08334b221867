/** The frame of a case's pages, whoever looks. */
export const casePage = {
  heading: (reference: string) => `Dossier ${reference}`,
  title: (tab: string, reference: string) => `${tab} – dossier ${reference}`,
  tabs: 'Pages du dossier',
  tiers: { local: 'Conciliation locale', regional: 'Médiation régionale', national: 'Médiation nationale' },
  state: 'Où en est-on',
  toDo: 'Ce que vous pouvez faire',
  nothing: 'Rien pour l’instant.',
  whyNot: 'Pourquoi je ne peux pas faire autre chose',
  missing: (what: string, why: string) => `${what} : ${why}`,
  overview: 'Suivi',
  /** What was just written on a page, by a word of the address. */
  said: {
    'message-envoye': 'Votre message est envoyé.',
    'texte-partage': 'Votre texte est partagé entre médiateurs.',
    'document-ajoute': 'Le document est ajouté.',
    'note-gardee': 'Votre note est gardée, pour vous seul.',
  } as Record<string, string>,
};
