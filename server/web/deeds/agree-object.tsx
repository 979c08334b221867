import { agreeObject } from '../../mediation/agree-object.ts';
import { reveal } from '../../mediation/reveal.ts';
import { Problem } from '../../problems.ts';
import type { About } from '../about.ts';
import { asShown } from '../asks.tsx';
import { Document } from '../components/document.tsx';
import { Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

export const agreeObjectPage = deedPage({
  act: 'agree-object',
  slug: 'accord-sur-objet',
  words: fr.deeds.words['agree-object'],
  isFor: isParty,
  asks: async (about) => ({ ...askParty(about), item: asShown((await proposedObject(about)).id) }),
  recall: async (about) => {
    const { text } = await proposedObject(about);

    return (
      <Section id="objet" heading={fr.partyAsks.object}>
        <Document text={text} />
      </Section>
    );
  },
  perform: ({ core, session, caseId }, answers) => agreeObject(core, session, caseId, { item: answers.item, ...partyIn(answers) }),
});

/** The object as it now reads. @throws Problem `not-found` while nothing is written */
export async function proposedObject({ core, session, caseId }: About) {
  const latest = (await reveal(core, session, caseId, [{ kind: 'object' }])).at(-1);
  if (!latest) throw new Problem('not-found');

  return latest;
}
