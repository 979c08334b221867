import { Value } from 'typebox/value';
import { tiersOpenTo } from '../../../policies/charter/competence.ts';
import { referralGrounds } from '../../../policies/charter/reasons.ts';
import { InstitutionalReferral } from '../../mediation/institutional-referral.ts';
import type { FieldError, Values } from '../components/field.tsx';
import type { Held } from '../institution/held.ts';
import { fr } from '../words/fr.ts';
import { readFilingForm } from './file-request-form.ts';
import { explainFilingErrors } from './filing-errors.ts';
import { othersShown, otherValues, plainValues } from './filing-values.ts';
import { textOf, type FormBody } from './form-body.ts';

/** The answers as typed, and as they may be signed once nothing is wrong. The two boxes are those of the page that checks. */
export type ReferralForm = { values: Values; referral: InstitutionalReferral | undefined; errors: readonly FieldError[] };

const groups = ['purpose', 'account.', 'priorStep.', 'exclusions.'];
const own = ['capacity', 'tier', 'override'] as const;
const askedOfParties = /^\/(author|litigation|accompanied|consents|credentials)/;
const fewestParties = 2;

/** What was typed, without what is nobody's field; there is always room for two. */
export function referralValues(body: FormBody): Values {
  const others = otherValues(body);
  const typed = own.map((name) => [name, textOf(body, name)] as const).filter(([, text]) => text !== '');

  return { ...plainValues(body, groups), ...others, 'others-shown': String(Math.max(othersShown(others), fewestParties)), ...Object.fromEntries(typed) };
}

/** Reads a referral by whoever holds these functions: the questions of a request, and in which capacity (by the code of its office), to whom. */
export function readReferralForm(body: FormBody, held: readonly Pick<Held, 'code' | 'capacity' | 'place'>[]): ReferralForm {
  const values = referralValues(body);
  const { filing, wrong } = readFilingForm(values);
  const { purpose, account, priorStep, exclusions } = filing;
  const code = chosen(held.map((one) => one.code), values['capacity']);
  const { capacity, place } = held.find((one) => one.code === code) ?? {};
  const tier = capacity && chosen(tiersOpenTo(capacity), values['tier']);
  const override = tier === 'national' && capacity === 'cng' ? referralGrounds.find((one) => one === values['override']) : undefined;
  const referral = {
    tier, capacity, purpose, account, priorStep, exclusions, consents: { informedOfNotices: true, accurate: true },
    parties: filing.others.map(({ kind: _, relation: __, isUnaware: ___, ...person }) => person), ...(place !== undefined && { place }), ...(override && { override }),
  };
  const faults = Value.Errors(InstitutionalReferral, referral).map(({ instancePath }) => instancePath).filter((place) => !/^\/(capacity|tier)?$/.test(place));
  const isLonely = purpose === 'dispute' && referral.parties.length === 1;
  const pointers = [...wrong, ...faults, ...(isLonely ? ['/others/1/name'] : [])].filter((place) => !askedOfParties.test(place)).map((place) => place.replace(/^\/parties(?!\/)/, '/others/0/name').replace(/^\/parties/, '/others'));
  const errors = [
    ...(capacity ? [] : [{ field: 'capacity', message: fr.institution.form.capacityWrong }]),
    ...(capacity && !tier ? [{ field: 'tier', message: fr.institution.form.tierWrong }] : []),
    ...explainFilingErrors(pointers).map(({ field, message }) => ({ field, message: isLonely && field === 'others.1.name' ? fr.institution.form.twoParties : message })),
  ];

  return { values, errors, referral: errors.length === 0 && Value.Check(InstitutionalReferral, referral) ? referral : undefined };
}

/** The boxes of the page that checks which were left unticked. */
export function untickedBoxes(body: FormBody): readonly FieldError[] {
  const words = fr.institution.check;
  const boxes = [['consents.informedOfNotices', words.informedWrong], ['consents.accurate', words.accurateWrong]] as const;

  return boxes.filter(([field]) => textOf(body, field) !== 'yes').map(([field, message]) => ({ field, message }));
}

/** The one there is, or the one named. */
function chosen<One extends string>(among: readonly One[], named: string | undefined): One | undefined {
  return among.length === 1 ? among[0] : among.find((one) => one === named);
}
