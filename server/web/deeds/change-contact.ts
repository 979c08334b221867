import { changeContact } from '../../mediation/change-contact.ts';
import { agreement, choice, line, optional } from '../asks.tsx';
import { identitiesOf } from '../case-reading.ts';
import type { Values } from '../components/field.tsx';
import { deedPage } from '../deed-page.tsx';
import { contactChannels } from '../forms/choices.ts';
import { optionsOf } from '../pages/file-request/part.ts';
import { fr } from '../words/fr.ts';
import { askParty, isParty, ownParties, partyIn } from './own-party.ts';

const words = fr.filing.author;

/** The questions of a request's first step, answered anew, from what was said before. */
export const changeContactPage = deedPage({
  act: 'write',
  slug: 'me-joindre',
  words: fr.deeds.words['change-contact'],
  isFor: isParty,
  starts: async (about): Promise<Values> => {
    const contact = (await identitiesOf(about)).get(ownParties(about)[0] ?? '')?.contact;
    if (!contact) return {};
    const { channel, value, when, discreet } = contact;

    return { channel, value, when, discreet: discreet ? 'yes' : '' };
  },
  asks: (about) => ({
    ...askParty(about),
    channel: choice({ label: words.channel, options: optionsOf(contactChannels, fr.choices.channels) }),
    value: optional(line({ label: words.value, hint: words.valueHint, limit: 300 })),
    when: optional(line({ label: words.when, hint: words.whenHint, limit: 300 })),
    discreet: optional(agreement({ legend: words.discreetLegend, label: words.discreet, hint: words.discreetHint })),
  }),
  perform: ({ core, session, caseId }, { channel, value = '', when = '', discreet, ...answers }) =>
    changeContact(core, session, caseId, { ...partyIn(answers), contact: { channel, value, when, discreet: discreet === true } }),
});
