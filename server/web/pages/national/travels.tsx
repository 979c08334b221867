import { BulletList, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

/** What a referral carries up, and what stays below (design 4). */
export function Travels(): JSX.Element {
  const { heading, sent, kept, byAuthor, consents } = fr.national.travels;

  return (
    <Section id="transmis" heading={heading}>
      <BulletList items={[sent, kept, byAuthor, consents]} />
    </Section>
  );
}
