import { Value } from 'typebox/value';
import { InvitedEntry } from '../../mediation/request-body.ts';
import type { Problem } from '../../problems.ts';
import type { FieldError, Values } from '../components/field.tsx';
import { fr } from '../words/fr.ts';
import { textLimits } from './choices.ts';
import { explainFilingErrors } from './filing-errors.ts';

/** The prompts the requester had too: what happened, since when, effect on work. */
export const prompts = ['whatHappened', 'sinceWhen', 'effectOnWork'] as const;

const words = fr.invitation;

/** What the form of an acceptance lacks; somebody signed in needs no credentials. */
export function acceptanceErrors(values: Values, isSignedIn: boolean): FieldError[] {
  return [...entryErrors(values), ...prompts.flatMap((name) => tooLong(values, name)), ...(isSignedIn ? [] : credentialErrors(values))];
}

/** What they say of themselves and what they tell; nothing of what they leave empty. To be read once nothing is wrong. */
export function ownWordsOf(values: Values): { entry?: InvitedEntry; account?: string } {
  const entry = entryOf(values);

  return { ...(Value.Check(InvitedEntry, entry) && Object.keys(entry).length > 0 && { entry }), ...accountOf(values) };
}

function accountOf(values: Values): { account?: string } {
  const told = Object.fromEntries(prompts.map((name) => [name, values[name] ?? '']));

  return Object.values(told).every((text) => text.trim() === '') ? {} : { account: JSON.stringify(told) };
}

/** The field a refusal is about, with what to do; undefined when it is about none. */
export function fieldRefused({ code, facts }: Problem, values: Values): FieldError | undefined {
  if (code === 'passphrase-weak') return { field: 'passphrase', message: words.weak };
  if (code === 'sign-in-failed') return { field: 'address', message: words.refused };
  const [first] = facts.errors ?? [];

  if (first?.field.startsWith('entry.')) return { field: first.field.replace('entry.', 'author.'), message: first.message };

  return first && ['name', 'address', 'passphrase'].includes(first.field) ? { field: first.field, message: values[first.field] ? first.message : words.giveAddress } : undefined;
}

/** The answers to the questions of a request's first step, in the shape of an entry; a contact counts once something of it is said. */
function entryOf(values: Values) {
  const text = (name: string) => (values[`author.${name}`] ?? '').trim();
  const channel = text('contact.channel');
  const contact = { channel, value: text('contact.value') || (channel === 'email' ? (values['address'] ?? '') : ''), when: text('contact.when'), discreet: text('contact.discreet') === 'yes' };
  const said = (['function', 'profession', 'establishment', 'service'] as const).map((name) => [name, text(name)] as const).filter(([, answer]) => answer !== '');
  const isReached = channel !== '' || contact.value !== '' || contact.when !== '' || contact.discreet;

  return { ...Object.fromEntries(said), ...(isReached && { contact }) };
}

function entryErrors(values: Values): FieldError[] {
  const entry = entryOf(values);
  const { contact } = entry as { contact?: { channel: string; value: string } };
  const isNowhere = contact !== undefined && ['telephone', 'post'].includes(contact.channel) && contact.value === '';
  const pointers = Value.Errors(InvitedEntry, entry).map(({ instancePath }) => `/author${instancePath}`);

  return explainFilingErrors([...pointers, ...(isNowhere ? ['/author/contact/value'] : [])]).map(({ field, message }) => ({ field, message }));
}

function tooLong(values: Values, name: (typeof prompts)[number]): FieldError[] {
  const excess = [...(values[name] ?? '')].length - textLimits[name];

  return excess > 0 ? [{ field: name, message: words.tooLong(fr.filing.account[name], String(excess)) }] : [];
}

function credentialErrors(values: Values): FieldError[] {
  const isNew = values['account'] === 'new';
  const isEmpty = (name: string) => (values[name] ?? '').trim() === '';
  if (!isNew && values['account'] !== 'mine') return [{ field: 'account', message: words.chooseHow }];

  return [
    ...(isNew && isEmpty('name') ? [{ field: 'name', message: words.giveName }] : []),
    ...(isEmpty('address') ? [{ field: 'address', message: words.giveAddress }] : []),
    ...(isEmpty('passphrase') ? [{ field: 'passphrase', message: words.givePassphrase }] : []),
    ...(isNew && values['passphrase'] !== values['confirmation'] ? [{ field: 'confirmation', message: words.differs }] : []),
  ];
}
