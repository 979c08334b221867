export const hereHref = '/saisines-institutionnelles';
export const referHref = `${hereHref}/nouvelle`;
export const firstSignatureHref = `${hereHref}/premiere-signature`;

/** A joint referral, or what may be done to it. */
export function proposalHref(proposal: string, below?: 'signature' | 'refus' | 'retrait'): string {
  return below ? `${hereHref}/${proposal}/${below}` : `${hereHref}/${proposal}`;
}
