import type { About } from '../about.ts';
import { Document } from '../components/document.tsx';
import { Section } from '../components/text.tsx';
import { latestProposal } from '../proposals.ts';
import { fr } from '../words/fr.ts';

/** What one is about to sign, whole, above who will receive it. */
export async function textToSign(about: About, safeReceivers: JSX.Element): Promise<JSX.Element> {
  const { text } = await latestProposal(about);

  return (
    <>
      <Section id="texte" heading={fr.partyAsks.text}>
        <Document text={text} />
      </Section>
      {safeReceivers}
    </>
  );
}
