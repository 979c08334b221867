import { exclusions } from '../../../policies/charter/words.ts';
import type { Values } from '../components/field.tsx';
import { fewestOthers, mostOthers } from './choices.ts';
import { dateParts, type FormBody, textOf } from './form-body.ts';

/** Names of one block of a person. */
const otherFields = ['kind', 'name', 'function', 'profession', 'establishment', 'faculty', 'school', 'relation', 'isUnaware'] as const;

/** Every field but those of the persons and of the account. */
const plainFields = [
  'purpose',
  'tier',
  'author.name',
  'author.function',
  'author.profession',
  'author.establishment',
  'author.placement',
  'author.faculty',
  'author.school',
  'author.service',
  'author.contact.channel',
  'author.contact.value',
  'author.contact.when',
  'author.contact.discreet',
  'account.whatHappened',
  'account.sinceWhen',
  'account.effectOnWork',
  'account.expectations',
  'priorStep.form',
  ...dateParts.map((part) => `priorStep.from.${part}`),
  ...dateParts.map((part) => `priorStep.to.${part}`),
  'priorStep.outcome',
  'priorStep.attested',
  ...exclusions.map((code) => `exclusions.${code}`),
  'litigation.declared',
  'litigation.detail',
  'accompanied',
] as const;

export type Block = Record<(typeof otherFields)[number], string>;

/** What was typed in the plain fields whose names begin so, without what was left empty. */
export function plainValues(body: FormBody, begins: readonly string[]): Values {
  const names = plainFields.filter((name) => begins.some((start) => name === start || (start.endsWith('.') && name.startsWith(start))));

  return Object.fromEntries(names.map((name) => [name, textOf(body, name)] as const).filter(([, text]) => text !== ''));
}

/** The blocks of persons without the blank ones and without `remove`, and how many to show: one more when `more` is asked. */
export function otherValues(body: FormBody): Values {
  const removed = textOf(body, 'remove');
  const blocks = allBlocks(body).filter((block, index) => String(index) !== removed && isWritten(block));
  const shown = othersShown({ 'others-shown': String(blocks.length + (Object.hasOwn(body, 'more') ? 1 : 0)) });
  const entries = blocks.flatMap((block, index) => otherFields.map((field) => [`others.${index}.${field}`, block[field]] as const));

  return { ...Object.fromEntries(entries.filter(([, text]) => text !== '')), 'others-shown': String(shown) };
}

/** How many blocks of persons a page shows: one at first, one more each time it is asked, ten at most. */
export function othersShown(values: Values): number {
  const asked = Number.parseInt(values['others-shown'] ?? '', 10);

  return Math.min(Math.max(Number.isNaN(asked) ? 0 : asked, fewestOthers), mostOthers);
}

/** The blocks where something was written or chosen, in order. */
export function writtenBlocks(body: FormBody): readonly Block[] {
  return allBlocks(body).filter(isWritten);
}

function allBlocks(body: FormBody): readonly Block[] {
  const count = othersShown({ 'others-shown': textOf(body, 'others-shown') });

  return Array.from({ length: count }, (_, index) => blockAt(body, index));
}

/** A radio that came ticked says nothing by itself. */
function isWritten({ kind: _, ...typed }: Block): boolean {
  return Object.values(typed).some((text) => text.trim() !== '');
}

function blockAt(body: FormBody, index: number): Block {
  return Object.fromEntries(otherFields.map((field) => [field, textOf(body, `others.${index}.${field}`)])) as Block;
}
