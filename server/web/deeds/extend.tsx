import { extend } from '../../mediation/extend.ts';
import { Problem } from '../../problems.ts';
import type { About } from '../about.ts';
import { asShown } from '../asks.tsx';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { extensionsOf } from '../extensions.ts';
import { dayInWords } from '../words/due.ts';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

/** Signed with the day that was read: another one proposed meanwhile is consented to by nobody. */
export const extendPage = deedPage({
  act: 'extend',
  slug: 'prolongation',
  words: fr.deeds.words.extend,
  isFor: isParty,
  isChecked: true,
  recall: async (about) => <Inset text={fr.turns.recalled.extensionTo(dayInWords((await proposed(about)).dueOn))} />,
  asks: async (about) => {
    const { extension, dueOn } = await proposed(about);

    return { ...askParty(about), extension: asShown(extension), dueOn: asShown(dueOn) };
  },
  perform: ({ core, session, caseId }, { extension, dueOn, ...answers }) => extend(core, session, caseId, { extension, dueOn, ...partyIn(answers) }),
});

async function proposed(about: About) {
  const latest = (await extensionsOf(about)).at(-1);
  if (!latest) throw new Problem('not-found');

  return latest;
}
