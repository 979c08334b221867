import { BarePage } from '../components/page.tsx';
import { Heading, Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

/** Where « Quitter vite » leads: no name of the service, no link back. */
export function PausePage(): JSX.Element {
  return (
    <BarePage title={fr.pause.title}>
      <Heading level={1} text={fr.pause.heading} />
      <Paragraph text={fr.pause.text} />
    </BarePage>
  );
}
