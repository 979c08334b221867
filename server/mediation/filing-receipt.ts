import type { LocalDate } from '../../policies/charter/calendar.ts';
import { deadline } from '../../policies/charter/deadlines.ts';
import { noticeDays } from '../../policies/charter/notice-days.ts';
import type { Setting } from '../../policies/charter/settings.ts';
import type { Tier } from '../../policies/vocabulary.ts';
import { sha256, utf8 } from '../vault/bytes.ts';
import type { Filing } from './file-request.ts';

/**
 * What a receipt proves: the exact text of what was filed, and its SHA-256 in hexadecimal. Whoever keeps the text can show
 * that nothing in it has changed; the digest alone stays in the case, within the author's account.
 */
export function filingReceipt(reference: string, receivedAt: Date, body: Filing): { filed: string; digest: string } {
  const filed = JSON.stringify({ reference, receivedAt: receivedAt.toISOString(), ...body }, null, 1).normalize('NFC');

  return { filed, digest: Buffer.from(sha256(utf8(filed))).toString('hex') };
}

/** Local days of the establishment. A signal is neither acknowledged nor notified; a request is proposed no conciliation. */
export type FilingDates = {
  acknowledgedBy: LocalDate | null;
  noticesFrom: LocalDate | null;
  /** The last day on which withdrawing leaves nobody told. */
  withdrawableUntil: LocalDate | null;
  /** By when the conciliator proposes a conciliation. */
  proposalBy: LocalDate | null;
};

/** @param zone IANA time zone of the establishment */
export function filingDates(tier: Tier, receivedAt: Date, zone: string, settings: readonly Setting[]): FilingDates {
  const by = (rule: 'acknowledgement' | 'notice-reflection' | 'local-proposal') => deadline(rule, receivedAt, zone, settings).dueOn;
  if (tier === 'local') return { acknowledgedBy: null, noticesFrom: null, withdrawableUntil: null, proposalBy: by('local-proposal') };

  return { acknowledgedBy: by('acknowledgement'), noticesFrom: by('notice-reflection'), withdrawableUntil: noticeDays(receivedAt, zone, settings).withdrawableUntil, proposalBy: null };
}
