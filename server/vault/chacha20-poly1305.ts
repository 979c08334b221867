import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { AEADFactory } from 'hpke';
import { concat } from './bytes.ts';

const TAG = 16;

/** ChaCha20-Poly1305 (RFC 8439) for HPKE: WebCrypto of Node 20 does not offer it. */
export const chacha20Poly1305: AEADFactory = () => ({
  id: 0x0003,
  type: 'AEAD',
  name: 'ChaCha20Poly1305',
  Nk: 32,
  Nn: 12,
  Nt: TAG,
  Seal: async (key, nonce, aad, plaintext) => {
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
    cipher.setAAD(aad, { plaintextLength: plaintext.length });

    return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
  },
  Open: async (key, nonce, aad, sealed) => {
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
    decipher.setAAD(aad, { plaintextLength: sealed.length - TAG });
    decipher.setAuthTag(sealed.subarray(-TAG));

    return concat(decipher.update(sealed.subarray(0, -TAG)), decipher.final());
  },
});
