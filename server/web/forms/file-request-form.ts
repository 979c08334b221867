import { exclusions } from '../../../policies/charter/words.ts';
import type { Values } from '../components/field.tsx';
import { fr } from '../words/fr.ts';
import { attachmentsOf, unsaid } from './choices.ts';
import { gapsOf } from './filing-gaps.ts';
import { type Block, writtenBlocks } from './filing-values.ts';
import { dateOf, dateParts, type FormBody, textOf, yesOrNo } from './form-body.ts';

/**
 * The answers of a draft and the fields of the check page, turned into the JSON body of the same deed. A field bears the
 * path of what it fills, with dots (`author.contact.when`, `others.0.name`), so that a schema error at `/others/0/name` is
 * shown at that field. Besides:
 *
 * | form | JSON |
 * |---|---|
 * | a box ticked, or the radio `yes` | `true`; anything else `false`, except an unanswered yes-or-no question: absent |
 * | a radio or list not answered | absent |
 * | `unsaid`, of what a letter leaves open | `null` on paper; no answer on line |
 * | `tier` other than `local` | `regional`, where parties refer (D art. 6) |
 * | `exclusions.<code>` ticked | that code in `exclusions` |
 * | `priorStep.attested` when `priorStep.form` is `none` | `false` |
 * | `priorStep.from.day`, `.month`, `.year` | `priorStep.from`, YYYY-MM-DD; `null` when all three are empty; likewise `to` |
 * | `author.placement`, `faculty`, `school` | absent unless the profession calls for it |
 * | `others.N.*`, N from 0 to `others-shown` - 1 | `others`, without the blocks left blank |
 * | `others.N.establishment` not answered | where the author works or has their placement |
 * | `others.N.kind` `team` when the purpose is not prevention | absent; `others.N.function` empty for a team: « Équipe » |
 * | `author.contact.value` empty and channel `email` | the account's address; stays empty for someone signed in |
 * | `credentials.confirmation` | nothing: must equal `credentials.passphrase` |
 * | no `credentials.address` field (signed in) | `credentials` absent |
 */
export type FilingForm = {
  /** The body to validate, as typed: what is missing is absent or empty. */
  filing: FilingBody;
  /** Where it is incomplete or wrong, as JSON pointers: add the schema's own and give all to `explainFilingErrors`. */
  wrong: readonly string[];
};

type Person = { name: string; function: string; profession: string | undefined; establishment: string | undefined; placement?: string; faculty?: string; school?: string };

export type FilingBody = {
  tier: 'local' | 'regional';
  purpose: string | undefined;
  author: Person & {
    service: string;
    contact: { channel: string | undefined; value: string; when: string; discreet: boolean };
  };
  others: (Person & { kind?: string; relation?: string; isUnaware?: boolean })[];
  account: { whatHappened: string; sinceWhen: string; effectOnWork: string; expectations: string };
  priorStep: {
    form: string | null | undefined;
    from: string | null;
    to: string | null;
    outcome?: string;
    attested: boolean | null | undefined;
  };
  exclusions: string[];
  litigation: { declared: boolean | null | undefined; detail: string };
  accompanied: boolean | null | undefined;
  consents: { informedOfNotices: boolean; accurate: boolean };
  credentials?: { address: string; passphrase: string; shared: boolean };
};

/** Reads answers, written by their author or found on paper. Names it does not know are left out, so nothing typed can reach the JSON body by another way. */
export function readFilingForm(body: FormBody, from: 'line' | 'paper' = 'line'): FilingForm {
  const filing = filingOf(body, from === 'paper');

  return { filing, wrong: [...gapsOf(filing), ...lostInTheBody(body)] };
}

/** Days of the prior step which do not exist, or an end before its beginning, as JSON pointers; a day left out is not wrong. */
export function wrongDates(body: FormBody): readonly string[] {
  const [from, to] = [dateOf(dates(body), 'priorStep.from'), dateOf(dates(body), 'priorStep.to')];

  return [
    ...(from === undefined ? ['/priorStep/from'] : []),
    ...(to === undefined || (from && to && to < from) ? ['/priorStep/to'] : []),
  ];
}

function filingOf(body: FormBody, isPaper: boolean): FilingBody {
  const text = (name: string) => textOf(body, name).trim();
  const choice = (name: string) => text(name) || undefined;
  const address = text('credentials.address');
  const channel = choice('author.contact.channel');
  const isUnsaid = (name: string) => isPaper && text(name) === unsaid;
  const told = (name: string) => (isUnsaid(name) ? null : yesOrNo(text(name)));
  const form = isUnsaid('priorStep.form') ? null : choice('priorStep.form');
  const outcome = choice('priorStep.outcome');

  return {
    tier: text('tier') === 'local' ? 'local' : 'regional',
    purpose: choice('purpose'),
    author: {
      name: text('author.name'),
      function: text('author.function'),
      profession: choice('author.profession'),
      establishment: choice('author.establishment'),
      ...attached(text('author.profession'), (place) => text(`author.${place}`)),
      service: text('author.service'),
      contact: {
        channel,
        value: text('author.contact.value') || (channel === 'email' ? address : ''),
        when: text('author.contact.when'),
        discreet: text('author.contact.discreet') === 'yes',
      },
    },
    others: writtenBlocks(body).map((block) => otherOf(block, choice('purpose'), choice('author.placement') ?? choice('author.establishment'))),
    account: {
      whatHappened: text('account.whatHappened'),
      sinceWhen: text('account.sinceWhen'),
      effectOnWork: text('account.effectOnWork'),
      expectations: text('account.expectations'),
    },
    priorStep: {
      form,
      from: dateOf(dates(body), 'priorStep.from') ?? null,
      to: dateOf(dates(body), 'priorStep.to') ?? null,
      ...(outcome ? { outcome } : {}),
      attested: form === 'none' ? false : told('priorStep.attested'),
    },
    exclusions: exclusions.filter((code) => text(`exclusions.${code}`) === 'yes'),
    litigation: { declared: told('litigation.declared'), detail: text('litigation.detail') },
    accompanied: told('accompanied'),
    consents: {
      informedOfNotices: text('consents.informedOfNotices') === 'yes',
      accurate: text('consents.accurate') === 'yes',
    },
    ...(makesAccount(body) ? { credentials: { address, passphrase: textOf(body, 'credentials.passphrase'), shared: text('credentials.shared') !== 'no' } } : {}),
  };
}

function otherOf(block: Block, purpose: string | undefined, sameEstablishment: string | undefined): FilingBody['others'][number] {
  const isTeam = purpose === 'prevention' && block.kind === 'team';

  return {
    ...(isTeam && { kind: 'team' }),
    name: block.name.trim(),
    function: block.function.trim() || (isTeam ? fr.filing.others.team : ''),
    profession: block.profession || undefined,
    establishment: block.establishment || sameEstablishment,
    ...attached(block.profession, (place) => (place === 'placement' ? '' : block[place])),
    ...(block.relation ? { relation: block.relation } : {}),
    ...(block.isUnaware === 'yes' && { isUnaware: true }),
  };
}

function attached(profession: string, typed: (place: 'placement' | 'faculty' | 'school') => string): Pick<Person, 'placement' | 'faculty' | 'school'> {
  const called = attachmentsOf(profession);
  const places = (['placement', 'faculty', 'school'] as const).filter((place) => called[place] && typed(place) !== '');

  return Object.fromEntries(places.map((place) => [place, typed(place)]));
}

/** What the body can no longer tell: a date that does not exist, two different passphrases. */
function lostInTheBody(body: FormBody): readonly string[] {
  const differs = textOf(body, 'credentials.passphrase') !== textOf(body, 'credentials.confirmation');

  return [...wrongDates(body), ...(differs ? ['/credentials/confirmation'] : [])];
}

function dates(body: FormBody): Values {
  return Object.fromEntries(['priorStep.from', 'priorStep.to'].flatMap((name) => dateParts.map((part) => [`${name}.${part}`, textOf(body, `${name}.${part}`)])));
}

function makesAccount(body: FormBody): boolean {
  return Object.hasOwn(body, 'credentials.address');
}
