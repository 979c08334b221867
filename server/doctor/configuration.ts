import { ConfigError, readConfig, type Config } from '../config.ts';
import { blocking, good, type Finding } from './finding.ts';

/** The configuration, when it can be read, and what is wrong with it otherwise: names of variables, no value. */
export function configuration(env: Readonly<Record<string, string | undefined>>): { config: Config | null; findings: Finding[] } {
  try {
    return { config: readConfig(env), findings: [good('La configuration est lisible.')] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const names = error.sentences.map((sentence) => /^[A-Z_]+/.exec(sentence)?.[0] ?? 'La configuration');

    return { config: null, findings: names.map((name) => blocking(`${name} manque ou ne convient pas.`, 'Corrigez cette variable : server/config.ts dit ce qu’elle attend.')) };
  }
}
