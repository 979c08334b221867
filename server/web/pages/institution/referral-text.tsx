import type { InstitutionalReferral } from '../../../mediation/institutional-referral.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { Section } from '../../components/text.tsx';
import type { Places } from '../../forms/places.ts';
import { summaryOfReferral } from '../../forms/referral-summary.ts';
import { fr } from '../../words/fr.ts';

const { form, check } = fr.institution;
const headings: Record<string, string> = { objet: form.purpose, personnes: form.parties, situation: form.account, tentative: form.priorStep, attentes: form.expectations };

/** A referral in full, as whoever signs it reads it. */
export function ReferralText({ referral, places }: { referral: InstitutionalReferral; places: Pick<Places, 'nameOf'> }): JSX.Element {
  const { tier, capacity, override } = referral;
  const to = [{ key: fr.institution.receipt.to, value: tierName(tier) }];
  const exception = capacity === 'cng' && tier === 'national' ? [{ key: check.override, value: override ? fr.office.grounds[override] : check.noOverride }] : [];

  return (
    <>
      <SummaryList rows={[...to, ...exception]} />
      {summaryOfReferral(referral, places.nameOf).map(({ slug, rows }) => (
        <Section id={`texte-${slug}`} heading={headings[slug] ?? ''}>
          <SummaryList rows={rows} />
        </Section>
      ))}
    </>
  );
}

/** Whom a referral is for. */
export function tierName(tier: string): string {
  return tier === 'national' ? form.tiers.national : form.tiers.regional;
}
