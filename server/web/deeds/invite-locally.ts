import { fr } from '../words/fr.ts';
import { invitePage } from './invite.tsx';

/** The same invitation, in a conciliator's words. */
export const inviteLocallyPage = {
  ...invitePage,
  slug: 'invitation-a-la-conciliation',
  words: fr.deeds.words['invite-locally'],
  isFor: ({ facts }) => facts.tier === 'local' && facts.parties.some(({ isRepresented }) => !isRepresented),
  starts: ({ facts }) => ({ letter: fr.deeds.localModels.invitation(facts.reference), party: facts.parties.find(({ isRepresented }) => !isRepresented)?.party ?? '' }),
} satisfies typeof invitePage;
