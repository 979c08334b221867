import type { Config } from '../config.ts';
import { blocking, good, watch, type Finding } from './finding.ts';

/** Whether people reach the service by TLS: without it, cookies are neither `__Host-` nor Secure. */
export function transport({ origin, secure, production }: Pick<Config, 'origin' | 'secure' | 'production'>): Finding[] {
  if (secure) return [good('ORIGIN est en https : les cookies sont protégés.')];
  if (production) return [blocking('ORIGIN n’est pas en https.', 'Placez le service derrière TLS, et donnez une ORIGIN en https.')];
  if (/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin)) return [watch('Le service est servi sans TLS, sur cette machine seulement.', 'Avant de l’ouvrir à d’autres, donnez une ORIGIN en https.')];

  return [watch('Le service est servi sans TLS.', 'Placez-le derrière TLS, et donnez une ORIGIN en https.')];
}
