import type { Exclusion, PriorStepForm, PriorStepOutcome, Relation } from '../../../policies/charter/words.ts';
import type { Profession } from '../../../policies/charter/categories.ts';
import type { Purpose, Tier } from '../../../policies/vocabulary.ts';
import { dayInWords } from '../words/due.ts';
import { fr } from '../words/fr.ts';
import type { ContactChannel } from './choices.ts';
import type { FilingBody } from './file-request-form.ts';
import type { Slug } from './steps.ts';

/** Answers in the making, or a request as it was filed, perhaps by the API with less. */
type Summarised = Omit<FilingBody, 'tier' | 'credentials' | 'author'> & { tier?: Tier; author: Partial<FilingBody['author']> };

export type SummaryPart = { slug: Slug; rows: readonly { key: string; value: string }[] };

/** What was answered, step by step, in words: for the check page, and for the receipt. */
export function summaryOf(filing: Summarised, nameOf: (establishment: string) => string): readonly SummaryPart[] {
  const { author: of, priorStep, litigation, exclusions } = filing;
  const { author, others, expectations, summary: words } = fr.filing;
  const account = accountWords(filing.purpose);
  const place = (id: string | undefined) => (id ? nameOf(id) : '');
  const persons = filing.others.map((one, rank) => ({
    key: others.person(String(rank + 1)),
    value: lines([one.name, one.function, label(fr.choices.professions, one.profession as Profession), place(one.establishment), place(one.faculty), place(one.school), label(fr.choices.relations, one.relation as Relation), one.isUnaware ? others.unaware : '']),
  }));
  const { channel, value = '', when = '', discreet = false } = of.contact ?? {};

  return [
    part('objet', [[fr.filing.purpose.question, labelOf(fr.choices.purposes, filing.purpose as Purpose)], ...filled([[fr.filing.addressee.question, labelOf(fr.filing.addressee.tiers, filing.tier as 'local' | 'regional')]])]),
    part('vous', [
      [author.name, of.name ?? ''], [author.function, of.function ?? ''], [author.profession, label(fr.choices.professions, of.profession as Profession)],
      [author.establishment, place(of.establishment)], [author.service, of.service ?? ''],
      ...filled([[author.placement, place(of.placement)], [author.faculty, place(of.faculty)], [author.school, place(of.school)]]),
      [words.contact, lines([labelOf(fr.choices.channels, channel as ContactChannel), value, when, discreet ? words.discreet : ''])],
    ]),
    { slug: 'personnes', rows: persons.length > 0 ? persons : [{ key: fr.filing.steps.personnes, value: words.nobody }] },
    part('situation', [[account.whatHappened, filing.account.whatHappened], [account.sinceWhen, filing.account.sinceWhen], [account.effectOnWork, filing.account.effectOnWork]]),
    part('tentative', [
      [fr.filing.priorStep.form, priorStep.form === null ? words.unsaid : labelOf(fr.choices.priorSteps, priorStep.form as PriorStepForm)],
      ...filled([[words.dates, betweenDays(priorStep.from, priorStep.to)]]),
      ...filled([[fr.filing.priorStep.outcome, labelOf(fr.choices.outcomes, priorStep.outcome as PriorStepOutcome)]]),
      [fr.filing.priorStep.attested, answer(priorStep.attested)],
      [words.exclusions, exclusions.length > 0 ? lines(exclusions.map((code) => label(fr.choices.exclusions, code as Exclusion))) : words.none],
      [fr.filing.priorStep.litigation, lines([answer(litigation.declared), litigation.detail])],
    ]),
    part('attentes', [[expectations.text, filing.account.expectations], [expectations.accompanied, answer(filing.accompanied)]]),
    part('pieces', [[fr.filing.steps.pieces, words.later]]),
  ];
}

/** The three questions on the situation, which depend on what is sought: a return asks no reason for the absence. */
export function accountWords(purpose: string | undefined) {
  const words = fr.filing.account;
  if (purpose === 'return') return { ...words, whatHappened: words.returnWhat, whatHappenedHint: undefined, sinceWhen: words.returnSince, effectOnWork: words.returnEffect, effectOnWorkHint: undefined };
  if (purpose === 'prevention') return { ...words, whatHappened: words.preventionWhat, whatHappenedHint: undefined };

  return { ...words, whatHappenedHint: words.whatHappenedHint as string | undefined, effectOnWorkHint: words.effectOnWorkHint as string | undefined };
}

/** From one day to another, or the one of them that was given. */
export function betweenDays(from: string | null | undefined, to: string | null | undefined): string {
  const words = fr.filing.summary;
  if (from && to) return `${dayInWords(from)} – ${dayInWords(to)}`;

  return from ? words.since(dayInWords(from)) : to ? words.until(dayInWords(to)) : '';
}

type Pair = readonly [key: string, value: string];

function part(slug: Slug, pairs: readonly Pair[]): SummaryPart {
  return { slug, rows: pairs.map(([key, value]) => ({ key, value: value === '' ? fr.filing.summary.empty : value })) };
}

function filled(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(([, value]) => value !== '');
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function answer(given: boolean | null | undefined): string {
  if (given === undefined) return '';
  if (given === null) return fr.filing.summary.unsaid;

  return given ? fr.filing.summary.yes : fr.filing.summary.no;
}

function label<Code extends string>(words: Record<Code, string>, code: Code | undefined): string {
  return code && Object.hasOwn(words, code) ? words[code] : '';
}

function labelOf<Code extends string>(words: Record<Code, { label: string }>, code: Code | undefined): string {
  return code && Object.hasOwn(words, code) ? words[code].label : '';
}
