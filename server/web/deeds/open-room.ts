import { openRoom } from '../../mediation/open-room.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { isRoomOpen } from './record-meeting.ts';

export const openRoomPage = deedPage({
  act: 'open-room',
  slug: 'ouvrir-les-echanges-communs',
  words: fr.deeds.words['open-room'],
  isFor: (about) => !isRoomOpen(about),
  perform: ({ core, session, caseId }) => openRoom(core, session, caseId),
});
