import { exclusions } from '../../../policies/charter/words.ts';
import type { Values } from '../components/field.tsx';
import { fewestOthers, mostOthers } from './choices.ts';
import { dateParts, type FormBody, textOf } from './form-body.ts';

/** Names of one block of a person. */
const otherFields = ['name', 'function', 'profession', 'establishment', 'relation'] as const;

const plainFields = [
  'purpose',
  'author.name',
  'author.function',
  'author.profession',
  'author.establishment',
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
  'consents.informedOfNotices',
  'consents.accurate',
  'credentials.address',
  'credentials.shared',
] as const;

export type Block = Record<(typeof otherFields)[number], string>;

/** What was typed, to show again: never the passphrase, and blank blocks moved last. */
export function filingValues(body: FormBody, others: readonly Block[], wantsMore: boolean): Values {
  return { ...plainValues(body), ...otherValues(others), 'others-shown': String(shown(body, wantsMore)) };
}

/** How many blocks of persons a page shows: three at first, one more each time it is asked, ten at most. */
export function othersShown(values: Values): number {
  const asked = Number.parseInt(values['others-shown'] ?? '', 10);

  return Math.min(Math.max(Number.isNaN(asked) ? 0 : asked, fewestOthers), mostOthers);
}

/** The blocks where something was written or chosen, in order. */
export function writtenBlocks(body: FormBody): readonly Block[] {
  const count = othersShown({ 'others-shown': textOf(body, 'others-shown') });
  const blocks = Array.from({ length: count }, (_, index) => blockAt(body, index));

  return blocks.filter((block) => Object.values(block).some((text) => text.trim() !== ''));
}

function blockAt(body: FormBody, index: number): Block {
  const of = (field: (typeof otherFields)[number]) => textOf(body, `others.${index}.${field}`);

  return {
    name: of('name'),
    function: of('function'),
    profession: of('profession'),
    establishment: of('establishment'),
    relation: of('relation'),
  };
}

function shown(body: FormBody, wantsMore: boolean): number {
  const before = othersShown({ 'others-shown': textOf(body, 'others-shown') });

  return wantsMore ? Math.min(before + 1, mostOthers) : before;
}

function plainValues(body: FormBody): Values {
  return Object.fromEntries(plainFields.map((name) => [name, textOf(body, name)]));
}

function otherValues(others: readonly Block[]): Values {
  const entries = others.flatMap((block, index) => otherFields.map((field) => [`others.${index}.${field}`, block[field]] as const));

  return Object.fromEntries(entries);
}
