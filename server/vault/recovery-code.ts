import { randomBytes } from 'node:crypto';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkSymbols = `${digits}*~$=U`;

/** A recovery code: 20 random bytes, and the text a person prints, `XXXX-XXXX-...-XXXX-C` (eight groups and a check). */
export type RecoveryCode = { bytes: Uint8Array; text: string };

/** 160 random bits (design section 4, "A person"), shown once at enrolment; drawn anew until the check is a letter or a digit, since a code that ends in « -$ » looks broken. */
export function newRecoveryCode(): RecoveryCode {
  const bytes = randomBytes(20);
  const text = printRecoveryCode(bytes);

  return digits.includes(text.slice(-1)) ? { bytes, text } : newRecoveryCode();
}

/** Crockford's Base32 with its check symbol (value modulo 37), https://www.crockford.com/base32.html. */
export function printRecoveryCode(bytes: Uint8Array): string {
  const value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  const text = Array.from({ length: 32 }, (_, place) => digits[Number((value >> BigInt(155 - 5 * place)) & 31n)]).join('');

  return [...(text.match(/.{4}/g) ?? []), checkSymbol(value)].join('-');
}

/**
 * The 20 bytes of a typed code, or null when it cannot be one. Case, spaces, full stops and dashes of any kind do not matter; O reads as 0,
 * I and L as 1. Any single wrong character and any two neighbours exchanged are caught by the check symbol.
 */
export function parseRecoveryCode(text: string): Uint8Array | null {
  const typed = text.toUpperCase().replace(/[\s\p{Pd}.]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (typed.length !== 33) return null;

  const places = Array.from(typed.slice(0, 32), (symbol) => digits.indexOf(symbol));
  if (places.includes(-1)) return null;

  const value = places.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  if (typed[32] !== checkSymbol(value)) return null;

  return Buffer.from(value.toString(16).padStart(40, '0'), 'hex');
}

function checkSymbol(value: bigint): string {
  return checkSymbols.charAt(Number(value % 37n));
}
