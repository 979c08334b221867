import { signAgreement } from '../../mediation/sign-agreement.ts';
import { asShown, secret } from '../asks.tsx';
import { BulletList, Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { latestProposal } from '../proposals.ts';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';
import { textToSign } from './text-to-sign.tsx';

const words = fr.partyAsks;

/** The whole text, who will receive it by function, then the passphrase on a page of its own (RGAA 11.12; D art. 13). */
export const signAgreementPage = deedPage({
  act: 'sign-agreement',
  slug: 'signature',
  words: fr.deeds.words['sign-agreement'],
  isFor: isParty,
  isChecked: true,
  asks: async (about) => ({ ...askParty(about), agreement: asShown((await latestProposal(about)).agreement), passphrase: secret() }),
  recall: (about) =>
    textToSign(
      about,
      <Section id="destinataires" heading={words.recipients}>
        <BulletList items={words.recipientList} />
      </Section>,
    ),
  perform: ({ core, session, caseId }, { agreement, passphrase, ...answers }) => signAgreement(core, session, caseId, { agreement, passphrase, ...partyIn(answers) }),
});
