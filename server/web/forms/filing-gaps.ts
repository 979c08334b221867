import { textLimits } from './choices.ts';
import type { FilingBody } from './file-request-form.ts';

const fewestPassphraseCodePoints = 15;

/**
 * Where a filing lacks what the page asks, as JSON pointers, all of them at once: a schema stops after a few errors, and a
 * person should not have to send the page ten times. The schema and the deed remain the judges.
 */
export function gapsOf(filing: FilingBody): readonly string[] {
  const { author, others, account, priorStep, litigation, consents, credentials } = filing;
  const { channel, value } = author.contact;

  return [
    ...missing('', { purpose: filing.purpose, accompanied: filing.accompanied }),
    ...missing('/author', { name: author.name, function: author.function, profession: author.profession, establishment: author.establishment }),
    ...missing('/author/contact', { channel, value: channel === 'telephone' || channel === 'post' ? value : 'the account’s address' }),
    ...others.flatMap(({ name, function: held, profession, establishment }, index) =>
      missing(`/others/${index}`, { name, function: held, profession, establishment }),
    ),
    ...(filing.purpose === 'dispute' && others.length === 0 ? ['/others/0/name'] : []),
    ...missing('/account', { whatHappened: account.whatHappened, expectations: account.expectations }),
    ...tooLong(filing),
    ...missing('/priorStep', { form: priorStep.form, attested: priorStep.attested }),
    ...missing('/litigation', { declared: litigation.declared, detail: litigation.declared ? litigation.detail : 'none' }),
    ...missing('/consents', { informedOfNotices: consents.informedOfNotices || undefined, accurate: consents.accurate || undefined }),
    ...(credentials && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(credentials.address) ? ['/credentials/address'] : []),
    ...(credentials && isShort(credentials.passphrase) ? ['/credentials/passphrase'] : []),
  ];
}

function missing(group: string, answers: Record<string, unknown>): readonly string[] {
  return Object.keys(answers)
    .filter((name) => answers[name] === undefined || answers[name] === '')
    .map((name) => `${group}/${name}`);
}

function tooLong({ account, litigation }: FilingBody): readonly string[] {
  const names = ['whatHappened', 'sinceWhen', 'effectOnWork', 'expectations'] as const;
  const places = names.filter((name) => isLong(account[name], textLimits[name])).map((name) => `/account/${name}`);

  return isLong(litigation.detail, textLimits.litigationDetail) ? [...places, '/litigation/detail'] : places;
}

/** In characters as they are counted under the field. */
function isLong(text: string, limit: number): boolean {
  return [...text].length > limit;
}

function isShort(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC')].length < fewestPassphraseCodePoints;
}
