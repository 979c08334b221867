import { writeObject } from '../../mediation/agree-object.ts';
import { reveal } from '../../mediation/reveal.ts';
import { isOneOf, readOnce } from '../about.ts';
import { longText } from '../asks.tsx';
import { courseOf } from '../case-reading.ts';
import { Paragraph } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const latestObject = readOnce(async ({ core, session, caseId }) => (await reveal(core, session, caseId, [{ kind: 'object' }])).at(-1)?.text);

export const writeObjectPage = deedPage({
  act: 'agree-object',
  slug: 'objet',
  words: fr.deeds.words['write-object'],
  isFor: (about) => about.facts.tier !== 'local' && isOneOf(about, 'in-charge', 'stand-in'),
  asks: () => ({ text: longText({ ...fr.deeds.asks.object, limit: 20_000, rows: 8 }) }),
  starts: async (about) => ({ text: (await latestObject(about)) ?? '' }),
  recall: async (about) => {
    const { isObjectWritten, isObjectAgreed } = await courseOf(about);
    const words = fr.office.overview.objectStates;

    return <Paragraph text={isObjectAgreed ? words.agreed : isObjectWritten ? words.written : words.none} />;
  },
  perform: ({ core, session, caseId }, { text }) => writeObject(core, session, caseId, text),
});
