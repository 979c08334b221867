import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../db/project-root.ts';

/**
 * Whether a passphrase is one of the first an attacker tries: a well-known phrase, a repetition,
 * or nothing but keyboard runs, digits, the service's name and the given words (establishment, role).
 * Case, accents, spaces and punctuation make no difference.
 */
export function isTooCommon(passphrase: string, extraWords: string[]): boolean {
  if (new Set(passphrase).size < FEWEST_DISTINCT) return true;
  const letters = fold(passphrase);
  if (letters.length < passphrase.length / 2) return false; // mostly symbols: the rest of these rules reads words

  return isWellKnown(letters) || isRepetition(letters) || isMadeOf(letters, [...OBVIOUS, ...extraWords.flatMap(words)]);
}

const FEWEST_DISTINCT = 5;

function isWellKnown(letters: string): boolean {
  return blocklist.has(withoutOuterDigits(letters));
}

function withoutOuterDigits(letters: string): string {
  return letters.replace(/^\d+|\d+$/g, '');
}

const blocklist = new Set(
  readFileSync(join(projectRoot, 'server/vault/blocklist.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((phrase) => withoutOuterDigits(fold(phrase))),
);

/** Words everyone tries here, and the little words that join them. */
const OBVIOUS = [
  'entente mediation mediateur mediatrice conciliation conciliateur conciliatrice hopital hospitalier hospital chu',
  'motdepasse mot passe phrase secret secrete password passphrase bonjour bienvenue welcome admin administrateur',
  'je suis mon ma mes a au aux d de des du en et l la le les un une pour the of at in and my for',
].flatMap((line) => line.split(' '));

/** Rows a finger follows, each also read backwards. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
].flatMap((row) => [row, [...row].reverse().join('')]);

const SHORTEST_RUN = 3;

function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a name, folded; and the whole, for names written in one go. */
function words(name: string): string[] {
  return [...name.split(/[^\p{L}\p{N}\p{M}]+/u), name].map(fold).filter((word) => word !== '');
}

/** A unit shorter than the shortest passphrase, over and over, the last time perhaps in part. */
function isRepetition(letters: string): boolean {
  for (let unit = 1; unit < 15 && unit * 2 <= letters.length; unit++) {
    if (letters.slice(unit) === letters.slice(0, -unit)) return true;
  }

  return false;
}

/** Whether the letters can be cut into pieces from front to back; linear in places reached, whatever the words. */
function isMadeOf(letters: string, known: string[]): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < letters.length; at++) {
    if (!reached.has(at)) continue;
    for (const length of pieces(letters.slice(at), known)) reached.add(at + length);
  }

  return reached.has(letters.length);
}

function pieces(rest: string, known: string[]): number[] {
  const digits = /^\d/.test(rest) ? [1] : [];
  const wordLengths = known.filter((word) => rest.startsWith(word)).map((word) => word.length);

  return [...digits, ...wordLengths, ...ROWS.flatMap((row) => runs(rest, row))];
}

/** The lengths, of three or more, of the prefixes of `rest` that follow one row. */
function runs(rest: string, row: string): number[] {
  const from = row.indexOf(rest.slice(0, SHORTEST_RUN));
  if (from < 0 || rest.length < SHORTEST_RUN) return [];
  const lengths: number[] = [];
  for (let length = SHORTEST_RUN; length <= rest.length && row.startsWith(rest.slice(0, length), from); length++) lengths.push(length);

  return lengths;
}
