/**
 * Ten phrases nobody would write by chance, each in exactly one text of the story. After the story they are searched for
 * in copies of every table, in the data folder and in the log: none may be found. Plain ASCII, so that no encoding or
 * escaping hides one from the search.
 */
export const planted = [
  'comme un parapluie ouvert dans un couloir vide', // Amina's account
  'mon cahier orange au ruban gris', // Mme Roussel's account
  'un chef de gare sans aucun train', // Dr Bloch's account
  'je compte les carreaux bleus du vestiaire', // Amina's caucus
  'ma lampe de bureau veille plus que moi', // Mme Roussel's caucus
  'trois chaises et pas une de trop', // the room
  'elle tourne sa bague quand minuit arrive', // a note
  'un orchestre qui accorde ses violons trop tard', // the deliberation
  'la porte du bureau vert restera ouverte', // a letter
  'le planning du quinze ne bouge plus seul', // the agreement
] as const;
