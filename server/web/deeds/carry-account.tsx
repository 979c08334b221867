import { carryAccount } from '../../mediation/carry-account.ts';
import { listCarriable } from '../../mediation/list-carriable.ts';
import type { About } from '../about.ts';
import { choice } from '../asks.tsx';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { zone } from '../site.ts';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { isParty } from './own-party.ts';

const words = fr.partyAsks;

/** Enough of a text to know which one it is. */
const excerpt = 160;

export const carryAccountPage = deedPage({
  act: 'carry-account',
  slug: 'texte-repris',
  words: fr.deeds.words['carry-account'],
  isFor: isParty,
  asks: async (about) => ({ source: choice({ label: words.carried, options: await ownTexts(about) }) }),
  recall: async (about) => ((await ownTexts(about)).length > 0 ? <></> : <Inset text={words.nothingToCarry} />),
  perform: ({ core, session, caseId }, { source }) => carryAccount(core, session, caseId, source),
});

async function ownTexts({ core, session, caseId }: About) {
  return (await listCarriable(core, session, caseId)).map(({ item, kind, at, text }) => ({
    value: item,
    label: words.carriedOption(words.carriedKinds[kind] ?? words.carriedOther, dateInWords(new Date(at), zone)),
    // An account is several answers in one text, which say little out of their form.
    hint: kind === 'account' || kind === 'attestation' ? undefined : [...text].slice(0, excerpt).join(''),
  }));
}
