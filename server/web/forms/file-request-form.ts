import { exclusions } from '../../../policies/charter/words.ts';
import type { Values } from '../components/field.tsx';
import { gapsOf } from './filing-gaps.ts';
import { type Block, filingValues, writtenBlocks } from './filing-values.ts';
import { dateOf, type FormBody, textOf, yesOrNo } from './form-body.ts';

/**
 * The filing form turned into the JSON body of the same deed. A field bears the path of what it fills, with dots
 * (`author.contact.when`, `others.0.name`), so that a schema error at `/others/0/name` is shown at that field. Besides:
 *
 * | form | JSON |
 * |---|---|
 * | a box ticked, or the radio `yes` | `true`; anything else `false`, except an unanswered yes-or-no question: absent |
 * | a radio or list not answered | absent |
 * | nothing | `tier`: `regional`, where parties refer (D art. 6) |
 * | `exclusions.<code>` ticked | that code in `exclusions` |
 * | `priorStep.attested` when `priorStep.form` is `none` | `false` |
 * | `priorStep.from.day`, `.month`, `.year` | `priorStep.from`, YYYY-MM-DD; `null` when all three are empty; likewise `to` |
 * | `others.N.*`, N from 0 to `others-shown` - 1 | `others`, without the blocks left blank |
 * | `others.N.establishment` not answered | the author's establishment |
 * | `author.contact.value` empty and channel `email` | the account's address; stays empty for someone signed in |
 * | `credentials.confirmation` | nothing: must equal `credentials.passphrase` |
 * | no `credentials.address` field (signed in) | `credentials` absent |
 * | `more` | nothing: asks for one more block |
 */
export type FilingForm = {
  /** The body to validate, as typed: what is missing is absent or empty. */
  filing: FilingBody;
  /** What was typed, to show again: never the passphrase, and blank blocks moved last. */
  values: Values;
  /** Where it is incomplete or wrong, as JSON pointers: add the schema's own and give all to `explainFilingErrors`. */
  wrong: readonly string[];
  /** The person pressed « Ajouter une personne ». */
  wantsMore: boolean;
};

type Person = { name: string; function: string; profession: string | undefined; establishment: string | undefined };

export type FilingBody = {
  tier: 'regional';
  purpose: string | undefined;
  author: Person & {
    service: string;
    contact: { channel: string | undefined; value: string; when: string; discreet: boolean };
  };
  others: (Person & { relation?: string })[];
  account: { whatHappened: string; sinceWhen: string; effectOnWork: string; expectations: string };
  priorStep: {
    form: string | undefined;
    from: string | null;
    to: string | null;
    outcome?: string;
    attested: boolean | undefined;
  };
  exclusions: string[];
  litigation: { declared: boolean | undefined; detail: string };
  accompanied: boolean | undefined;
  consents: { informedOfNotices: boolean; accurate: boolean };
  credentials?: { address: string; passphrase: string; shared: boolean };
};

/** Reads the posted form. Names it does not know are left out, so nothing typed can reach the JSON body by another way. */
export function readFilingForm(body: FormBody): FilingForm {
  const wantsMore = Object.hasOwn(body, 'more');
  const others = writtenBlocks(body);
  const values = filingValues(body, others, wantsMore);
  const filing = filingOf(values, others, body);

  return { filing, values, wrong: [...gapsOf(filing), ...lostInTheBody(values, body)], wantsMore };
}

function filingOf(values: Values, others: readonly Block[], body: FormBody): FilingBody {
  const text = (name: string) => (values[name] ?? '').trim();
  const choice = (name: string) => text(name) || undefined;
  const address = text('credentials.address');
  const channel = choice('author.contact.channel');
  const form = choice('priorStep.form');
  const outcome = choice('priorStep.outcome');

  return {
    tier: 'regional',
    purpose: choice('purpose'),
    author: {
      name: text('author.name'),
      function: text('author.function'),
      profession: choice('author.profession'),
      establishment: choice('author.establishment'),
      service: text('author.service'),
      contact: {
        channel,
        value: text('author.contact.value') || (channel === 'email' ? address : ''),
        when: text('author.contact.when'),
        discreet: text('author.contact.discreet') === 'yes',
      },
    },
    others: others.map((block) => ({
      name: block.name.trim(),
      function: block.function.trim(),
      profession: block.profession || undefined,
      establishment: block.establishment || choice('author.establishment'),
      ...(block.relation ? { relation: block.relation } : {}),
    })),
    account: {
      whatHappened: text('account.whatHappened'),
      sinceWhen: text('account.sinceWhen'),
      effectOnWork: text('account.effectOnWork'),
      expectations: text('account.expectations'),
    },
    priorStep: {
      form,
      from: dateOf(values, 'priorStep.from') ?? null,
      to: dateOf(values, 'priorStep.to') ?? null,
      ...(outcome ? { outcome } : {}),
      attested: form === 'none' ? false : yesOrNo(text('priorStep.attested')),
    },
    exclusions: exclusions.filter((code) => text(`exclusions.${code}`) === 'yes'),
    litigation: { declared: yesOrNo(text('litigation.declared')), detail: text('litigation.detail') },
    accompanied: yesOrNo(text('accompanied')),
    consents: {
      informedOfNotices: text('consents.informedOfNotices') === 'yes',
      accurate: text('consents.accurate') === 'yes',
    },
    ...(makesAccount(body) ? { credentials: { address, passphrase: textOf(body, 'credentials.passphrase'), shared: text('credentials.shared') !== 'no' } } : {}),
  };
}

/** What the body can no longer tell: a date that does not exist, two different passphrases. */
function lostInTheBody(values: Values, body: FormBody): readonly string[] {
  const wrong: string[] = [];
  if (dateOf(values, 'priorStep.from') === undefined) wrong.push('/priorStep/from');
  if (dateOf(values, 'priorStep.to') === undefined) wrong.push('/priorStep/to');
  if (textOf(body, 'credentials.passphrase') !== textOf(body, 'credentials.confirmation')) wrong.push('/credentials/confirmation');

  return wrong;
}

function makesAccount(body: FormBody): boolean {
  return Object.hasOwn(body, 'credentials.address');
}
