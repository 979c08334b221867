import { settle } from '../../mediation/settle.ts';
import { asShown, secret } from '../asks.tsx';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { latestProposal } from '../proposals.ts';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';
import { textToSign } from './text-to-sign.tsx';

const words = fr.partyAsks;

/** The conciliator's proposal, signed like an agreement; it is sent to nobody. */
export const settlePage = deedPage({
  act: 'settle',
  slug: 'signature-de-la-proposition',
  words: fr.deeds.words.settle,
  isFor: isParty,
  isChecked: true,
  asks: async (about) => ({ ...askParty(about), item: asShown((await latestProposal(about)).item), passphrase: secret() }),
  recall: (about) => textToSign(about, <Inset text={words.localRecipients} />),
  perform: ({ core, session, caseId }, { item, passphrase, ...answers }) => settle(core, session, caseId, { item, passphrase, ...partyIn(answers) }),
});
