import type { Problem } from '../../problems.ts';
import type { FieldError, Values } from '../components/field.tsx';
import { fr } from '../words/fr.ts';
import { textLimits } from './choices.ts';

/** The prompts the requester had too: what happened, since when, effect on work. */
export const prompts = ['whatHappened', 'sinceWhen', 'effectOnWork'] as const;

const words = fr.invitation;

/** What the form of an acceptance lacks; somebody signed in needs no credentials. */
export function acceptanceErrors(values: Values, isSignedIn: boolean): FieldError[] {
  return [...prompts.flatMap((name) => tooLong(values, name)), ...(isSignedIn ? [] : credentialErrors(values))];
}

/** What they tell, in the shape of a request's account; nothing when they leave all of it empty. */
export function accountOf(values: Values): { account?: string } {
  const told = Object.fromEntries(prompts.map((name) => [name, values[name] ?? '']));

  return Object.values(told).every((text) => text.trim() === '') ? {} : { account: JSON.stringify(told) };
}

/** The field a refusal is about, with what to do; undefined when it is about none. */
export function fieldRefused({ code, facts }: Problem, values: Values): FieldError | undefined {
  if (code === 'passphrase-weak') return { field: 'passphrase', message: words.weak };
  if (code === 'sign-in-failed') return { field: 'address', message: words.refused };
  const [first] = facts.errors ?? [];

  return first && ['name', 'address', 'passphrase'].includes(first.field) ? { field: first.field, message: values[first.field] ? first.message : words.giveAddress } : undefined;
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
