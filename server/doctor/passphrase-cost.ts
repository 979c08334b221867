import type { Config } from '../config.ts';
import { PRODUCTION_COST } from '../vault/passphrase.ts';
import { blocking, good, type Finding } from './finding.ts';

/** What slows down whoever guesses passphrases from a stolen database (RFC 9106); a rehearsal's is no protection. */
export function passphraseCost({ passphraseCost: cost }: Pick<Config, 'passphraseCost'>): Finding[] {
  if (cost !== PRODUCTION_COST) return [blocking('Les phrases secrètes sont peu protégées : ENTENTE_COST=test.', 'Retirez cette variable, puis faites changer leur phrase à celles et ceux qui en ont choisi une.')];

  return [good('Les phrases secrètes sont protégées comme il se doit.')];
}
