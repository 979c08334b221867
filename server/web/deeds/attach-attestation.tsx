import { isOver } from '../../../policies/course.ts';
import type { State, Tier } from '../../../policies/vocabulary.ts';
import { attachAttestation } from '../../mediation/attach-attestation.ts';
import type { About } from '../about.ts';
import { choice } from '../asks.tsx';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { everyCase } from '../every-case.ts';
import { zone } from '../site.ts';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

const words = fr.partyAsks;

export const attachAttestationPage = deedPage({
  act: 'attach-attestation',
  slug: 'attestation-jointe',
  words: fr.deeds.words['attach-attestation'],
  isFor: isParty,
  asks: async (about) => ({ ...askParty(about), localCase: choice({ label: words.localCase, options: await ownConciliations(about) }) }),
  recall: async (about) => ((await ownConciliations(about)).length > 0 ? <></> : <Inset text={words.noLocalCase} />),
  perform: ({ core, session, caseId }, { localCase, ...answers }) => attachAttestation(core, session, caseId, { localCase, ...partyIn(answers) }),
});

async function ownConciliations({ core, session }: About) {
  const cases = await everyCase(core, session);

  return cases
    .filter(({ tier, state }) => tier === 'local' && isOver({ tier: tier as Tier, state: state as State }))
    .map((one) => ({ value: one.case, label: words.localCaseOption(one.reference, dateInWords(new Date(one.receivedAt), zone)) }));
}
