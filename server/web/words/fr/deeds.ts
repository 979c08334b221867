import type { ProblemCode } from '../../../problem-codes.ts';
import { localAsks, localDeeds, localModels } from './local-deeds.ts';
import { colleague, invited, left, letters, models, officeAsks, officeDeeds, travels } from './office-deeds.ts';
import { partyDeeds } from './party-deeds.ts';
import { turnDeeds } from './turn-deeds.ts';

/** What a deed's page says: its title, what to know before, its button, and what is told once it is done. */
export type DeedWords = {
  title: string;
  /** On the case's page, as something to do; the title when absent. */
  link?: string;
  intro: readonly string[];
  submit: string;
  done: string;
  /** A refusal told from where its reader stands, in place of the problem's own words. */
  refusals?: Partial<Record<ProblemCode, string>>;
};

export const deeds = {
  optional: (label: string) => `${label} (facultatif)`,
  nothing: 'Rien',
  write: (label: string) => `Écrivez un texte : « ${label} ».`,
  shorten: (count: string) => `Raccourcissez de ${count} caractères.`,
  chooseOne: (label: string) => `Choisissez une réponse : « ${label} ».`,
  chooseSeveral: (label: string, least: string, most: string) => (least === most ? `Choisissez-en ${least} : « ${label} ».` : `Choisissez-en de ${least} à ${most} : « ${label} ».`),
  tick: 'Cochez la case pour continuer.',
  giveDay: (label: string) => `Donnez un jour, un mois et une année : « ${label} ».`,
  passphrase: 'Votre phrase secrète',
  passphraseWhy: 'Elle est demandée pour signer : personne ne peut signer à votre place, même depuis votre ordinateur resté ouvert.',
  givePassphrase: 'Saisissez votre phrase secrète.',
  check: (title: string) => `Vérifier : ${title}`,
  checkHeading: 'Vérifiez avant de confirmer',
  checkCaption: 'Vos réponses',
  change: 'Modifier mes réponses',
  goOn: 'Continuer',
  back: 'Revenir au dossier',
  expired: 'Cette page était ouverte depuis trop longtemps, ou dans un autre navigateur. Rien n’est perdu : vérifiez vos réponses, puis envoyez de nouveau.',
  notNow: 'Pas possible pour l’instant',
  notNowWhy: 'Voici ce qui manque :',
  doneAt: (what: string, date: string, hour: string) => `${what} Le ${date} à ${hour}.`,
  asks: { ...officeAsks },
  colleague,
  invited,
  left,
  localAsks,
  localModels,
  letters,
  models,
  travels,
  words: { ...officeDeeds, ...localDeeds, ...partyDeeds, ...turnDeeds } satisfies Record<string, DeedWords>,
};

