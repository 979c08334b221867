import type { ListedAbsence } from '../../../mediation/list-absences.ts';

const kinds: Record<ListedAbsence['kind'], string> = { declared: 'Déclarée par la personne', sudden: 'Constatée par le service' };

/** Who is away from an office, and who takes their place. */
export const absences = {
  title: 'Absences et remplacements',
  link: 'Absences et remplacements',
  back: 'Revenir aux dossiers',
  effects: [
    'Pendant une absence, le remplaçant ouvre chaque dossier que la personne a en charge, lit ce qu’elle y lit et y agit à sa place.',
    'Les notes privées restent à la personne qui les a écrites.',
    'Chaque usage est inscrit au journal sous le nom du remplaçant. Les parties voient qui remplace, de quand à quand, et quand il a lu.',
    'Aucune raison n’est demandée. Cette page est visible par les personnes en fonction dans le service.',
  ],
  office: 'Service',
  person: 'Personne absente',
  standIn: 'Remplacée par',
  term: 'Dates',
  fromTo: (from: string, to: string) => (from === to ? `le ${from}` : `du ${from} au ${to} inclus`),
  state: 'État',
  running: 'En cours',
  coming: 'À venir',
  how: 'Origine',
  kinds,
  todo: 'À faire',
  nothingToDo: 'Rien pour vous',
  gone: 'Une personne qui n’est plus en fonction',
  caption: (office: string) => `Absences en cours ou à venir : ${office}`,
  none: 'Personne n’est absent, ni ne doit l’être.',
  declare: 'Déclarer mon absence',
  record: 'Constater l’absence d’une personne',
  end: (name: string) => `Mettre fin à l’absence de ${name}`,
  asks: {
    firstDay: { label: 'Premier jour de l’absence', hint: 'Aujourd’hui au plus tôt.' },
    lastDay: { label: 'Dernier jour de l’absence', hint: 'Ce jour est inclus. Six mois au plus.' },
    deputy: { label: 'Qui remplace ?', hint: 'Une personne qui peut mener des dossiers de ce service. Elle ouvre ceux de la personne absente, sauf si elle y est partie ou membre convoqué.' },
    absent: { label: 'Qui est absent ?' },
    myself: 'Moi',
    samePerson: 'Choisissez une autre personne que celle qui est absente.',
  },
};
