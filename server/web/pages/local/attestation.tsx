import type { PriorStepForm, PriorStepOutcome } from '../../../../policies/charter/words.ts';
import type { Role } from '../../../../policies/vocabulary.ts';
import { listEstablishments } from '../../../people/directory.ts';
import { readAttestation } from '../../../mediation/read-attestation.ts';
import { canDo, caseHref, type About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { attestPage } from '../../deeds/attest.ts';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { ofSchemeWho } from './who.ts';

const words = fr.local.attestation;

/** The attestation as it is printed, or what will be in it. It opens that text and nothing else of an account. */
export const attestationPage: CasePage = {
  below: 'attestation',
  tab: fr.local.tabs.attestation,
  isFor: ofSchemeWho('in-charge', 'stand-in'),
  reads: ['account'],
  body: async (about) => {
    const signed = await readAttestation(about.core, about.session, about.caseId);
    if (!signed) return <NotYet about={about} />;
    const places = await listEstablishments(about.core);
    const { establishment, form, from, to, outcome, role } = signed.attestation;

    return (
      <Section id="attestation" heading={words.heading}>
        <SummaryList
          rows={[
            { key: words.reference, value: about.facts.reference },
            { key: words.establishment, value: places.find(({ id }) => id === establishment)?.name ?? fr.office.unknown },
            { key: words.form, value: fr.local.forms[form as PriorStepForm] },
            { key: words.dates, value: words.fromTo(dayInWords(from), dayInWords(to)) },
            { key: words.outcome, value: fr.local.outcomes[outcome as PriorStepOutcome | 'agreed'] },
            { key: words.role, value: fr.account.roles[role as Role] },
            { key: words.signature, value: signed.signature.ed25519 },
          ]}
        />
        <Paragraph text={words.noContent} />
        <Paragraph text={words.placed} />
        <Paragraph text={words.print} />
      </Section>
    );
  },
};

function NotYet({ about }: { about: About }): JSX.Element {
  return (
    <>
      <Paragraph text={words.notYet} />
      <Paragraph text={words.noContent} />
      {canDo(about, attestPage.act) ? (
        <Paragraph text="">
          <Link href={caseHref(about.caseId, attestPage.slug)} text={attestPage.words.title} />
        </Paragraph>
      ) : null}
    </>
  );
}
