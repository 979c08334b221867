import type { InstitutionalReferral } from '../../../mediation/institutional-referral.ts';
import type { SecondHand } from '../../../mediation/preview-referral.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Warning } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { BulletList, Heading, Section } from '../../components/text.tsx';
import type { Places } from '../../forms/places.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { Kept } from '../form.tsx';
import { firstSignatureHref, referHref } from './addresses.ts';
import { ReferralText } from './referral-text.tsx';

const words = fr.institution.check;

type CheckProps = { visit: Visit; places: Places; capacityName: string; referral: InstitutionalReferral; second: SecondHand | undefined; values: Values; ticked: Values; errors?: readonly FieldError[] };

/** Everything once more before it is signed: who else must, who is told, and what one will not see. */
export function ReferralCheckPage({ visit, places, capacityName, referral, second, values, ticked, errors = [] }: CheckProps): JSX.Element {
  const field = fieldsOf(ticked, errors);

  return (
    <Page title={words.title} visit={visit} current="institution" errors={errors}>
      <Heading level={1} text={words.title} />
      <SummaryList rows={[{ key: fr.institution.capacity, value: capacityName }]} />
      <ReferralText referral={referral} places={places} />
      <Section id="signataires" heading={words.signers}>
        <Warning text={second ? words.jointly(second.name, fr.administration.capacities[second.capacity], dateInWords(second.expiresAt, 'UTC')) : words.alone} />
      </Section>
      <Section id="suite" heading={words.law}>
        <BulletList items={fr.institution.form.lawItems} />
      </Section>
      <Form action={second ? firstSignatureHref : referHref} token={visit.formToken}>
        <Kept values={values} />
        <Checkboxes
          legend={words.legend}
          items={[{ field: field('consents.informedOfNotices'), label: words.informed }, { field: field('consents.accurate'), label: words.accurate }]}
        />
        <Button text={second ? words.propose(fr.administration.capacities[second.capacity]) : words.submit[referral.tier]} name="confirmed" value="yes" />
      </Form>
      <Form action={referHref} token={visit.formToken}>
        <Kept values={values} />
        <Button kind="secondary" text={words.change} name="change" value="yes" />
      </Form>
    </Page>
  );
}
