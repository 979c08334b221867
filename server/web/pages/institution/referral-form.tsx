import { tiersOpenTo } from '../../../../policies/charter/competence.ts';
import { referralGrounds } from '../../../../policies/charter/reasons.ts';
import { Button } from '../../components/button.tsx';
import { type FieldError, fieldsOf, type Values } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Radios } from '../../components/radios.tsx';
import { Select } from '../../components/select.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { BackLink, BulletList, Heading, Paragraph, Section } from '../../components/text.tsx';
import { textLimits } from '../../forms/choices.ts';
import type { Places } from '../../forms/places.ts';
import type { Held } from '../../institution/held.ts';
import { fr } from '../../words/fr.ts';
import { OthersPart } from '../file-request/others.tsx';
import { optionsOf, type PartProps } from '../file-request/part.ts';
import { PriorStepPart } from '../file-request/prior-step.tsx';
import { PurposePart } from '../file-request/purpose.tsx';
import { SituationPart } from '../file-request/situation.tsx';
import { hereHref, referHref } from './addresses.ts';

const words = fr.institution.form;

type FormProps = { visit: Visit; held: readonly Held[]; places: Places; values: Values; errors?: readonly FieldError[] };

/** The questions of a referral on one page; what the law makes of it comes before them. */
export function ReferralFormPage({ visit, held, places, values, errors = [] }: FormProps): JSX.Element {
  const field = fieldsOf(values, errors);
  const part = { field, values, places };
  const capacities = held.map(({ capacity }) => capacity);

  return (
    <Page title={words.title} visit={visit} current="institution" errors={errors}>
      <BackLink href={hereHref} text={fr.institution.back} />
      <Heading level={1} text={words.title} />
      <Section id="droit" heading={words.law}>
        <BulletList items={words.lawItems} />
      </Section>
      <Form action={referHref} token={visit.formToken} enterKey="ignored">
        <Section id="qui" heading={words.who}>
          <WhoPart {...part} held={held} />
        </Section>
        <Section id="objet" heading={words.purpose}>
          <PurposePart {...part} byInstitution />
        </Section>
        <Section id="parties" heading={words.parties}>
          <OthersPart {...part} byInstitution={{ faculty: capacities.includes('dean'), school: capacities.includes('school-head') }} />
        </Section>
        <Section id="recit" heading={words.account}>
          <SituationPart {...part} />
        </Section>
        <Section id="etape" heading={words.priorStep}>
          <PriorStepPart {...part} byInstitution />
        </Section>
        <Section id="attentes" heading={words.expectations}>
          <Textarea field={field('account.expectations')} label={words.expectationsText} hint={words.expectationsHint} limit={textLimits.expectations} />
        </Section>
        <Button text={words.check} />
      </Form>
    </Page>
  );
}

/** In which capacity, and to whom, where there is a choice. */
function WhoPart({ field, held }: Pick<PartProps, 'field'> & { held: readonly Held[] }): JSX.Element {
  const tiers = [...new Set(held.flatMap(({ capacity }) => tiersOpenTo(capacity)))].filter((tier) => tier !== 'local');
  const grounds = [{ label: words.override, options: referralGrounds.map((value) => ({ value, label: fr.office.grounds[value] })) }];

  return (
    <>
      {[...new Set(held.map(({ capacity }) => fr.institution.competence[capacity]))].map((text) => (
        <Paragraph text={text} />
      ))}
      {held.length === 1 ? <SummaryList rows={[{ key: fr.institution.capacity, value: held[0]?.name ?? '' }]} /> : <Radios field={field('capacity')} legend={words.capacity} options={held.map(({ code, name }) => ({ value: code, label: name }))} />}
      {tiers.length > 1 ? <Radios field={field('tier')} legend={words.tier} options={optionsOf(tiers, words.tiers)} /> : null}
      {held.some(({ capacity }) => capacity === 'cng') ? <Select field={field('override')} label={words.override} groups={grounds} unanswered={words.noOverride} /> : null}
    </>
  );
}
