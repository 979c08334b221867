import { attestObject } from '../../mediation/attest-object.ts';
import { isOneOf } from '../about.ts';
import { asShown } from '../asks.tsx';
import { Document } from '../components/document.tsx';
import { Section } from '../components/text.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { proposedObject } from './agree-object.tsx';

export const attestObjectPage = deedPage({
  act: 'attest-object',
  slug: 'attestation-objet',
  from: 'papiers',
  words: fr.paper.deeds['attest-object'],
  isFor: (about) => isOneOf(about, 'in-charge'),
  asks: async (about) => ({ item: asShown((await proposedObject(about)).id) }),
  recall: async (about) => {
    const { text } = await proposedObject(about);

    return (
      <Section id="objet" heading={fr.paper.object}>
        <Document text={text} />
      </Section>
    );
  },
  perform: ({ core, session, caseId }, { item }) => attestObject(core, session, caseId, { item }),
});
