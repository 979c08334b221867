import { listAgreements, type ListedAgreement } from '../../../mediation/list-agreements.ts';
import { reveal, type Revealed } from '../../../mediation/reveal.ts';
import type { About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { BulletList, Heading, Paragraph, Section } from '../../components/text.tsx';
import { Writing } from '../../components/writing.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { officialsWho } from './who.ts';

/** The proposals, the latest first, who has signed each, and what became of the agreement. */
export const agreementPage: CasePage = {
  below: 'accord',
  tab: fr.office.tabs.agreement,
  isFor: officialsWho('in-charge', 'delegate'),
  reads: ['identity', 'agreement'],
  body: async (about) => {
    const { core, session, caseId } = about;
    const words = fr.office.agreement;
    const versions = [...(await listAgreements(core, session, caseId))].reverse();
    if (versions.length === 0) return <Paragraph text={words.none} />;

    const [identities, texts, { evaluations }] = [await identitiesOf(about), await reveal(core, session, caseId, [{ kind: 'agreement' }]), await courseOf(about)];
    const nameOf = (party: string) => partyName(about, party, identities);
    const recommendations = texts.filter(({ kind }) => kind === 'recommendations').at(-1);

    return (
      <>
        <Paragraph text={words.audience} />
        {evaluations.length > 0 ? (
          <Section id="suivi" heading={words.evaluations}>
            <BulletList items={evaluations.map(({ afterMonths, outcome, at }) => words.evaluation(String(afterMonths), fr.office.followUps[outcome], dateInWords(at, zone)))} />
          </Section>
        ) : null}
        {versions.map((version, rank) => (
          <Version about={about} version={version} isLatest={rank === 0} text={texts.find(({ id }) => id === version.item)} nameOf={nameOf} />
        ))}
        {recommendations ? (
          <Section id="recommandations" heading={words.recommendations}>
            <Writing heading={words.recommendations} text={recommendations.text} />
          </Section>
        ) : null}
      </>
    );
  },
};

type VersionProps = { about: About; version: ListedAgreement; isLatest: boolean; text: Revealed | undefined; nameOf: (party: string) => string };

function Version({ about, version: { version, proposedAt, signedBy }, isLatest, text, nameOf }: VersionProps): JSX.Element {
  const words = fr.office.agreement;
  const missing = about.facts.parties.map(({ party }) => party).filter((party) => !signedBy.includes(party));
  const heading = words.version(String(version), dateInWords(new Date(proposedAt), zone));

  return (
    <Section id={`version-${version}`} heading={heading}>
      <Paragraph text={isLatest ? words.current : words.replaced} />
      <Heading level={3} text={words.signatures} />
      <Paragraph text={signedBy.length > 0 ? words.signedBy(signedBy.map(nameOf).join(', ')) : words.nobodySigned} />
      {isLatest && missing.length > 0 ? <Paragraph text={words.missing(missing.map(nameOf).join(', '))} /> : null}
      <Writing heading={heading} text={text?.text ?? fr.office.notOpenYet} />
    </Section>
  );
}
